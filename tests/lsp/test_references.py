"""Finding every place where an element is named."""

import pytest

from goalgraph.lsp.references import references
from tests.lsp.test_definition import where
from tests.lsp.views import look

MAP = """value aim
means m
  serves aim, m
  serves aim
  owner aim
  measure "x" of aim from 1 to 2
concept c
  drop aim
"""


@pytest.mark.parametrize("marked", [MAP.replace("aim", "a|im", 1), MAP.replace("drop ", "drop |")])
def test_every_place_is_found_wherever_one_begins(marked: str) -> None:
    view, (offset,) = look(marked, {"a.strat": "means n\n  needs aim\n", "z.strat": "means o\n  feeds o\n"})
    named = [
        ("a.strat", 2, 9),
        ("map.strat", 3, 10),
        ("map.strat", 4, 10),
        ("map.strat", 5, 9),
        ("map.strat", 6, 18),
        ("map.strat", 8, 8),
    ]
    assert where(references(view, offset, with_declaration=False)) == named
    assert where(references(view, offset, with_declaration=True)) == [named[0], ("map.strat", 1, 7), *named[1:]]


def test_a_name_that_nobody_declares_is_found_where_it_is_used() -> None:
    view, (offset,) = look("concept c\n  drop |badges\n  weigh badges\n", {"a.strat": "means m\n  serves badges"})
    expected = [("a.strat", 2, 10), ("map.strat", 2, 8), ("map.strat", 3, 9)]
    assert where(references(view, offset, with_declaration=True)) == expected
    assert where(references(view, offset, with_declaration=False)) == expected


def test_what_only_looks_like_the_name_is_left_out() -> None:
    view, (offset,) = look('value |aim "aim" # aim\n  tags aim\nvalue Aim\nvalue aim-2\nmeans m\n  serves Aim, aim-2\n')
    assert where(references(view, offset, with_declaration=True)) == [("map.strat", 1, 7)]


@pytest.mark.parametrize("marked", ["|", "val|ue aim", "# ai|m\n", 'value aim "a|im"'])
def test_where_no_name_stands_nothing_is_found(marked: str) -> None:
    view, (offset,) = look(marked)
    assert references(view, offset, with_declaration=True) == []
