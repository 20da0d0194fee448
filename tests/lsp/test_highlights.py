"""Marking an element wherever this file names it."""

import pytest
from lsprotocol.types import DocumentHighlightKind

from goalgraph.lsp.highlights import highlights
from tests.lsp.views import between, look


def test_where_it_is_declared_differs_from_where_it_is_named() -> None:
    view, (offset,) = look(
        'value aim\r\nmeans 𝒎\r\n  serves 𝒎, |aim\r\n  measure "x" of aim\r\nunit aim\r\n',
        {"a.strat": "means n\n  serves aim\n"},
    )
    found = highlights(view, offset)
    assert [(each.range.start.line, each.range.start.character, each.kind) for each in found] == [
        (0, 6, DocumentHighlightKind.Write),
        (2, 13, DocumentHighlightKind.Read),
        (3, 17, DocumentHighlightKind.Read),
        (4, 5, DocumentHighlightKind.Write),
    ]
    assert {between(view, each.range) for each in found} == {"aim"}


def test_a_name_that_nobody_declares_is_marked_too() -> None:
    view, (offset,) = look("concept c\n  drop |badges\n  weigh badges\n")
    assert [each.kind for each in highlights(view, offset)] == [DocumentHighlightKind.Read] * 2


@pytest.mark.parametrize("marked", ["|", "val|ue aim", "# ai|m\n", "value aim\n  # |\n", "means |"])
def test_where_no_name_stands_nothing_is_marked(marked: str) -> None:
    view, (offset,) = look(marked)
    assert highlights(view, offset) == []
