"""A text after what an editor did to it is the text that the editor has."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    PositionEncodingKind,
    Range,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
    TextDocumentContentChangeWholeDocument,
)

from goalgraph.lsp.texts import changed, whole
from goalgraph.lsp.units import Units
from goalgraph.source import Source

CODECS = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
LETTERS = "ab\n\né€\u0301😀𝒗\ufeff"


def at(start: tuple[int, int], end: tuple[int, int], text: str) -> TextDocumentContentChangePartial:
    return TextDocumentContentChangePartial(Range(Position(*start), Position(*end)), text)


def after(text: str, *changes: TextDocumentContentChangeEvent, encoding: PositionEncodingKind | None = None) -> str:
    return changed(Source("map.strat", text), changes, Units(encoding or PositionEncodingKind.Utf16)).text


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        ("", at((0, 0), (0, 0), "value v\n"), "value v\n"),
        ("value v", at((0, 6), (0, 7), "w"), "value w"),
        ("a\nb\nc\n", at((0, 1), (2, 0), " "), "a c\n"),
        ("a\r\nb\r\n", at((1, 1), (1, 1), "x"), "a\r\nbx\r\n"),
        ("a\r\nb\r\n", at((0, 1), (1, 0), ""), "ab\r\n"),
        ("a\r\nb", at((1, 1), (9, 9), "\r\nc"), "a\r\nb\r\nc"),
        ("😀😀", at((0, 2), (0, 4), "é"), "😀é"),
        ("a", at((5, 0), (5, 0), "b"), "ab"),
    ],
)
def test_a_range_is_replaced(text: str, change: TextDocumentContentChangePartial, expected: str) -> None:
    assert after(text, change) == expected


def test_changes_are_made_one_after_the_other() -> None:
    assert after("ab", at((0, 2), (0, 2), "\nc"), at((1, 0), (1, 1), "d"), at((0, 0), (0, 1), "")) == "b\nd"


def test_a_whole_text_takes_the_place_of_all() -> None:
    assert after("ab", TextDocumentContentChangeWholeDocument("value v"), at((0, 6), (0, 7), "w")) == "value w"


def test_nothing_done_is_the_same_source() -> None:
    source = Source("map.strat", "a")
    assert changed(source, [], Units()) is source


def test_half_of_a_character_can_not_be_written_and_is_replaced() -> None:
    assert whole("map.strat", "a\ud83db\ude00").text == "a\ufffdb\ufffd"
    assert after("a", at((0, 1), (0, 1), "\ud83d")) == "a\ufffd"
    assert after("a", TextDocumentContentChangeWholeDocument("\ude00")) == "\ufffd"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (at((0, 2), (0, 3), ""), "a\ufffdb"),
        (at((0, 1), (0, 2), ""), "a\ufffdb"),
        (at((0, 2), (0, 2), "x"), "a\ufffdx\ufffdb"),
        (at((0, 2), (0, 4), ""), "a\ufffd"),
        (at((0, 0), (0, 2), ""), "\ufffdb"),
    ],
)
def test_of_a_pair_cut_in_two_each_half_goes_on_counting(
    change: TextDocumentContentChangePartial, expected: str
) -> None:
    assert after("a😀b", change) == expected
    # What the editor does next lands where it means it.
    units = Units().count(expected)
    assert after("a😀b", change, at((0, units), (0, units), "!")) == f"{expected}!"


def test_in_utf_8_as_many_bytes_are_left_as_the_editor_has() -> None:
    assert after("a😀b", at((0, 2), (0, 4), "-"), encoding=PositionEncodingKind.Utf8) == "a?-?b"


def test_a_byte_order_mark_is_no_part_of_the_text_but_counts_as_the_editor_counts() -> None:
    source = whole("map.strat", "\ufeffvalue v")
    assert (source.text, source.bom) == ("value v", True)
    source = changed(source, [at((0, 7), (0, 8), "w")], Units())
    assert (source.text, source.bom) == ("value w", True)
    assert Units().position(source, 6) == Position(0, 7)
    source = changed(source, [at((0, 0), (0, 1), ""), at((0, 6), (0, 7), "x")], Units())
    assert (source.text, source.bom) == ("value x", False)
    source = changed(source, [at((0, 0), (0, 0), "\ufeff"), at((0, 0), (0, 0), "# c\n")], Units())
    assert (source.text, source.bom) == ("# c\n\ufeffvalue x", False)


def test_a_range_the_wrong_way_round_is_survived() -> None:
    assert after("ab\ncd", at((1, 1), (0, 1), "x")) == "ab\ncxd"


def spliced(text: str, change: TextDocumentContentChangePartial, encoding: PositionEncodingKind) -> str:
    """What an editor has that keeps a text as a row of code units, with halves of characters made readable."""
    codec, size = CODECS[encoding]

    def units(part: str) -> list[tuple[int, str, int]]:
        return [
            (index, character, len(character.encode(codec)) // size)
            for index, character in enumerate(part)
            for _ in range(len(character.encode(codec)) // size)
        ]

    def index(position: Position) -> int:
        lines = text.split("\n")
        if position.line >= len(lines):
            return len(units(text))
        before = "".join(f"{line}\n" for line in lines[: position.line])
        return len(units(before)) + min(position.character, len(units(lines[position.line].rstrip("\r"))))

    def readable(row: list[tuple[int, str, int]]) -> str:
        half = "?" if encoding is PositionEncodingKind.Utf8 else "\ufffd"
        counted = [(*key, len(list(group))) for key, group in groupby(row)]
        return "".join(character if count == width else half * count for _, character, width, count in counted)

    row = units(text)
    return readable(row[: index(change.range.start)]) + change.text + readable(row[index(change.range.end) :])


def shown(source: Source) -> str:
    """The text that the editor has."""
    return ("\ufeff" if source.bom_counts else "") + source.text


PLACES = st.tuples(st.integers(0, 5), st.integers(0, 12))
EDITS = st.tuples(PLACES, PLACES, st.text(st.sampled_from(f"{LETTERS}\r"), max_size=4))


@given(
    text=st.text(st.sampled_from(f"{LETTERS}\r"), max_size=20),
    edits=st.lists(EDITS, max_size=5),
    encoding=st.sampled_from(tuple(PositionEncodingKind)),
)
def test_text_is_what_splicing_code_units_gives(
    text: str, edits: list[tuple[tuple[int, int], tuple[int, int], str]], encoding: PositionEncodingKind
) -> None:
    source = whole("map.strat", text)
    for one, other, new in edits:
        change = at(min(one, other), max(one, other), new)
        expected = spliced(shown(source), change, encoding)
        source = changed(source, [change], Units(encoding))
        assert shown(source) == expected
        assert source.bom == expected.startswith("\ufeff")
        assert source.line_starts == Source("map.strat", source.text).line_starts
