"""What can be folded: statements, long texts, runs of comments."""

import pytest
from lsprotocol.types import FoldingRangeKind

from goalgraph.lsp.folding import folding_ranges
from tests.lsp.views import look

MAP = '''# A file
# of many lines

value v "V"
  # one line

  # Two
  # lines
  serves w because """
    # no comment
    # at all
    """
  note "x"
  # Three
# of which
    # some are indented

# Alone

means m
unit u
  owner w  # beside
  # and below
  note """
  x"""
'''


def folds(text: str) -> list[tuple[int, int, bool]]:
    """First line, last line, from 1, and whether they are comments."""
    return [
        (each.start_line + 1, each.end_line + 1, each.kind is FoldingRangeKind.Comment)
        for each in folding_ranges(look(text).view)
    ]


def test_statements_texts_and_comments_are_folded() -> None:
    expected = [(1, 2, True), (4, 16, False), (9, 12, False), (7, 8, True), (14, 16, True), (21, 25, False)]
    assert folds(MAP) == [*expected, (24, 25, False)]
    assert folds(MAP.replace("\n", "\r\n")) == [*expected, (24, 25, False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n", []),
        ("value v", []),
        ("value v\n\n\n", []),
        ("value v\n\n# a\n", []),
        ("value v\n  note", [(1, 2, False)]),
        ("value v\n\n  note\n\n\n", [(1, 3, False)]),
        ("# a\n# b", [(1, 2, True)]),
        ("# a\n\n# b", []),
        ("value v\n# a\n# b", [(2, 3, True)]),
        ("value v\n  # a\n# b\n# c", [(1, 2, False), (3, 4, True)]),
        ("value v  \n# a\n# b\r\n  # c\n", [(1, 4, False), (2, 4, True)]),
        ("  serves v\n  # a\n  # b\nvalue v\n", [(2, 3, True)]),
        ("# 😀\n# é\nvalue v\n", [(1, 2, True)]),
        ('value v """\n  x\n  """\n', [(1, 3, False)]),
        ('value v """\n  x\n  """\n  note "y"\n', [(1, 4, False), (1, 3, False)]),
        ('value v """\n  # x\n  # y\n', [(1, 3, False), (2, 3, True)]),
        ('value v # """\n# a\n# b\nvalue w # """', [(2, 3, True)]),
        ("means a b\n  serves ,\n  x\n", [(1, 3, False)]),
    ],
)
def test_only_what_has_several_lines(text: str, expected: list[tuple[int, int, bool]]) -> None:
    assert folds(text) == expected


def test_ten_thousand_statements_are_folded_each_where_it_is() -> None:
    found = folds('# a\n# b\nmeans m """\n  x\n  y"""\n  note "z"\n' * 10_000)
    assert found[:3] == [(1, 2, True), (3, 6, False), (3, 5, False)]
    assert found[-2:] == [(59_997, 60_000, False), (59_997, 59_999, False)]
    assert len(found) == 30_000
