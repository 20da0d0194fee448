"""Going to where an element is declared."""

import pytest
from lsprotocol.types import Location, Position, Range

from goalgraph.lsp.definition import definition
from tests.lsp.views import look


def where(places: list[Location]) -> list[tuple[str, int, int]]:
    """The places as people count them."""
    return [
        (place.uri.removeprefix("file:///"), place.range.start.line + 1, place.range.start.character + 1)
        for place in places
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "value aim\nmeans m\n  serves a|im",
        "value aim\nmeans m\n  serves |aim, m",
        "value aim\nmeans m\n  serves m, aim|",
        "value a|im\nmeans m\n  serves aim",
        'value aim\nmeans m\n  measure "x" of a|im',
        "value aim\nconcept c\n  drop a|im",
        "value aim\nconcept c\n  keep a|im",
        "value aim\nunit u\n  owner a|im",
        "value aim\r\nmeans m\r\n  serves |aim\r\n",
    ],
)
def test_a_name_leads_to_its_declaration(marked: str) -> None:
    view, (offset,) = look(marked)
    assert definition(view, offset) == [Location("file:///map.strat", Range(Position(0, 6), Position(0, 9)))]


def test_a_declaration_may_stand_in_another_file() -> None:
    view, (offset,) = look(
        "means m\n  serves |aim", {"sub/values.strat": '# 𝒗\nvalue  aim "𝒗"\r\n', "z.strat": "means n"}
    )
    assert where(definition(view, offset)) == [("sub/values.strat", 2, 8)]


def test_columns_are_counted_as_the_editor_counts() -> None:
    view, (offset,) = look("value 𝒗𝒗\nmeans 𝒗\n  serves 𝒗, |𝒗𝒗")
    (found,) = definition(view, offset)
    assert found.range == Range(Position(0, 6), Position(0, 10))


def test_a_name_that_is_declared_twice_leads_to_both() -> None:
    view, (offset,) = look(
        "value aim\nmeans m\n  serves |aim\n", {"a.strat": "objective aim\n", "z.strat": "unit aim\n"}
    )
    assert where(definition(view, offset)) == [("a.strat", 1, 11), ("map.strat", 1, 7), ("z.strat", 1, 6)]


@pytest.mark.parametrize(
    "marked",
    [
        "means m\n  serves no|body",
        "concept c\n  drop bad|ges",
        "means m\n  ser|ves m",
        'means m "m|"',
        "value aim\nmeans m\n  tags a|im",
        "|",
        "# only\n# com|ments\n",
        "value aim\n\n|",
        "mean|s",
        "value aim\nmeans m\n  serves aim |because",
    ],
)
def test_elsewhere_there_is_nothing_to_go_to(marked: str) -> None:
    view, (offset,) = look(marked)
    assert definition(view, offset) == []
