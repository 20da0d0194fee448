"""Places as editors count them, in each of the three encodings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from goalgraph.lsp.units import Units
from goalgraph.source import Source, Span

ENCODINGS = tuple(PositionEncodingKind)
TEXTS = st.text(st.sampled_from("ab\n\r\té€\u0301😀𝒗\u2028"), max_size=30)


@pytest.mark.parametrize(
    ("encoding", "columns"),
    [
        (PositionEncodingKind.Utf8, [0, 1, 3, 6, 10, 11]),
        (PositionEncodingKind.Utf16, [0, 1, 2, 3, 5, 6]),
        (PositionEncodingKind.Utf32, [0, 1, 2, 3, 4, 5]),
    ],
)
def test_columns_count_the_units_that_were_agreed_on(encoding: PositionEncodingKind, columns: list[int]) -> None:
    source = Source("m.strat", "x\naé€😀b")
    units = Units(encoding)
    assert [units.position(source, 2 + each) for each in range(6)] == [Position(1, column) for column in columns]
    assert [units.offset(source, Position(1, column)) for column in columns] == [2, 3, 4, 5, 6, 7]


def test_without_agreement_units_are_those_of_utf_16() -> None:
    assert Units().count("a😀") == 3


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("text", "position", "offset"),
    [
        ("", Position(0, 0), 0),
        ("", Position(3, 7), 0),
        ("ab", Position(0, 9), 2),
        ("ab\ncd", Position(0, 9), 2),
        ("ab\r\ncd", Position(0, 3), 2),
        ("é😀\r\ncd", Position(0, 99), 2),
        ("ab\n", Position(1, 0), 3),
        ("ab\n", Position(1, 5), 3),
        ("ab\n", Position(2, 0), 3),
        ("é", Position(0, 2**31 - 1), 1),
        ("é", Position(2**31 - 1, 0), 1),
    ],
)
def test_a_place_past_an_end_is_that_end(
    encoding: PositionEncodingKind, text: str, position: Position, offset: int
) -> None:
    assert Units(encoding).split(Source("m.strat", text), position) == (offset, 0)


@pytest.mark.parametrize(
    ("encoding", "column", "found"),
    [
        (PositionEncodingKind.Utf8, 2, (1, 1)),
        (PositionEncodingKind.Utf8, 4, (1, 3)),
        (PositionEncodingKind.Utf8, 5, (2, 0)),
        (PositionEncodingKind.Utf16, 2, (1, 1)),
        (PositionEncodingKind.Utf16, 3, (2, 0)),
        (PositionEncodingKind.Utf32, 2, (2, 0)),
    ],
)
def test_a_place_inside_a_character_is_where_that_begins(
    encoding: PositionEncodingKind, column: int, found: tuple[int, int]
) -> None:
    source = Source("m.strat", "a😀b")
    assert Units(encoding).split(source, Position(0, column)) == found
    assert Units(encoding).offset(source, Position(0, column)) == found[0]


@given(text=TEXTS, encoding=st.sampled_from(ENCODINGS))
def test_position_and_offset_are_inverse(text: str, encoding: PositionEncodingKind) -> None:
    source, units = Source("m.strat", text), Units(encoding)
    for offset in range(len(text) + 1):
        # Between a carriage return and its line feed is no place that editors know.
        line, column = source.position(offset)
        if column - 1 <= len(source.line(line)):
            assert units.offset(source, units.position(source, offset)) == offset


@given(text=TEXTS, encoding=st.sampled_from(ENCODINGS), line=st.integers(0, 40), character=st.integers(0, 200))
def test_every_position_has_an_offset(text: str, encoding: PositionEncodingKind, line: int, character: int) -> None:
    assert 0 <= Units(encoding).offset(Source("m.strat", text), Position(line, character)) <= len(text)


def test_a_lone_carriage_return_ends_no_line_as_in_the_language() -> None:
    source = Source("m.strat", "# a\rb\nc")
    assert [Units().position(source, offset) for offset in (4, 6)] == [Position(0, 4), Position(1, 0)]
    assert [Units().offset(source, place) for place in (Position(0, 4), Position(1, 0))] == [4, 6]


def test_a_stretch_over_lines_is_a_range() -> None:
    source = Source("m.strat", "a😀\r\n😀b")
    assert Units().range(Span(source, 1, 5)) == Range(Position(0, 1), Position(1, 2))


@pytest.mark.parametrize(("encoding", "width"), list(zip(ENCODINGS, [3, 1, 1], strict=True)))
def test_a_byte_order_mark_that_the_editor_has_is_in_the_columns_of_the_first_line(
    encoding: PositionEncodingKind, width: int
) -> None:
    source, units = Source("m.strat", "ab\ncd", bom=True, bom_counts=True), Units(encoding)
    for offset, position in ((1, Position(0, 1 + width)), (4, Position(1, 1))):
        assert units.position(source, offset) == position
        assert units.offset(source, position) == offset
    assert units.offset(source, Position(0, 0)) == 0


def test_a_byte_order_mark_of_a_file_is_in_no_column() -> None:
    source = Source("m.strat", "é😀", bom=True)
    assert Units().position(source, 2) == Position(0, 3)
    assert Units().offset(source, Position(0, 1)) == 1
