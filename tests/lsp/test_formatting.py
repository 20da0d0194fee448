"""Formatting in an editor gives what `goalgraph fmt` writes, and leaves alone what need not change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from goalgraph.lsp.formatting import format_document, format_on_type, format_range
from goalgraph.lsp.units import Units
from goalgraph.source import Source
from goalgraph.syntax.parser import parse
from goalgraph.syntax.printer import print_document
from tests.laws.test_print_then_parse import documents
from tests.lsp.views import applied, look

UNTIDY = """\


# above\t
value   trust   "Trust"
objective wait  "No wait"
  serves trust   strongly  because "x"  # why
  measure "m" by 2028 from 1  to 2
   because \"""
     one
       two
     \"""

goal   unread
\tserves trust


"""
FRAGMENTS = st.lists(
    st.sampled_from(
        ("\n", "\r\n", "value a", " ", "    serves b", "# c", "  # d", '"""', '"x"', "\t", "\r", "\f", "by 2027 to 3")
    ),
    max_size=12,
).map("".join)


def _printed(text: str) -> str:
    return print_document(parse(Source("map.strat", text)))


def _whole(text: str) -> list[types.TextEdit]:
    return format_document(look(text, mark="\0").view)


@given(documents() | FRAGMENTS)
def test_the_edits_of_a_file_give_what_fmt_writes(text: str) -> None:
    assert applied(text, _whole(text)) == _printed(text)


@given(documents() | FRAGMENTS)
def test_the_range_of_everything_is_the_file(text: str) -> None:
    assert format_range(look(text, mark="\0").view, 0, len(text)) == _whole(text)


@given(documents() | FRAGMENTS, st.integers(0, 60))
def test_a_line_end_typed_anywhere_raises_nothing_and_keeps_every_character(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    text = f"{text[:offset]}\n{text[offset:]}"
    after = applied(text, format_on_type(look(text, mark="\0").view, offset + 1, "\n"))
    assert sorted("".join(after.split())) == sorted("".join(text.split()))


def test_a_formatted_file_has_no_edits() -> None:
    assert _whole(_printed(UNTIDY)) == []
    assert _whole("") == []


@pytest.mark.parametrize("text", [UNTIDY, UNTIDY.replace("\n", "\r\n"), UNTIDY.replace("trust", "𝕥rust")])
def test_an_untidy_file_becomes_tidy_with_its_line_ends(text: str) -> None:
    assert applied(text, _whole(text)) == _printed(text)
    assert ("\r\n" in text) == ("\r\n" in _printed(text))


def test_columns_are_counted_as_the_editor_counts_them() -> None:
    text = 'value a "𝕥"   # c  \n'
    assert _whole(text)[0].range.start.character == len('value a "𝕥"'.encode("utf-16-le")) // 2
    for encoding in (types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf32):
        marked = look(text, client=look("").view.client._replace(units=Units(encoding)))
        assert applied(text, format_document(marked.view), Units(encoding)) == 'value a "𝕥"  # c\n'


def test_edits_touch_white_space_alone_so_that_the_cursor_stays() -> None:
    text = 'value a "A"\nmeans m\n  serves   a,b   # c\n'
    edits = [(edit.range.start.line, edit.new_text) for edit in _whole(text)]
    assert edits == [(2, "    "), (2, " "), (2, " "), (2, "  ")]


def test_a_measure_in_another_order_is_one_edit_of_its_line() -> None:
    text = 'value a\n    because "x"\n    measure "m" to 2 from 1\n    note "y"\n'
    (edit,) = _whole(text)
    assert edit.range.start.line == 2
    assert edit.new_text == '    measure "m" from 1 to 2\n'


def test_what_can_t_be_read_stays_as_it_is() -> None:
    text = 'value  a\n    serves   of   of,\n    because "never   closed\n'
    assert _whole(text) == []


def test_a_range_is_the_statements_that_it_touches() -> None:
    marked = look("value   a\n\nmeans   b\n  |serves   a\n|\nmeans   c\n")
    text = marked.view.source.text
    start, end = marked.marks
    expected = "value   a\n\nmeans b\n    serves a\n\nmeans   c\n"
    assert applied(text, format_range(marked.view, start, end)) == expected
    assert applied(text, format_range(marked.view, start, start)) == expected


def _after_line_end(text: str) -> str:
    marked = look(text)
    return applied(marked.view.source.text, format_on_type(marked.view, marked.offset, "\n"))


def test_a_finished_line_is_formatted_and_the_line_typed_in_is_not() -> None:
    before = 'value   x\nvalue a\n  serves   x \n|  because   "y"\n'
    assert _after_line_end(before) == 'value   x\nvalue a\n    serves x\n  because   "y"\n'
    assert _after_line_end("value a\n  serves   x \n  |\n") == "value a\n    serves x\n  \n"


def test_an_empty_line_below_a_statement_is_indented() -> None:
    assert _after_line_end('value   a "A"\n|\nvalue b\n') == 'value a "A"\n    \nvalue b\n'
    assert _after_line_end('value a\r\n    because "x"\r\n|\r\n') == 'value a\r\n    because "x"\r\n    \r\n'
    assert _after_line_end("value a\n|") == "value a\n    "


@pytest.mark.parametrize(
    "text", ["# c\n|\n", "value a\n\n|\n", "|value a", "value a\n  |\n", "so it is\n|\n", "value\n|"]
)
def test_an_empty_line_below_anything_else_stays_empty(text: str) -> None:
    assert _after_line_end(text) == text.replace("|", "")


def test_a_blank_line_that_is_left_loses_its_blanks() -> None:
    assert _after_line_end("value a\n    \n|\n") == "value a\n\n\n"


def test_a_text_over_several_lines_is_never_touched_while_it_is_typed() -> None:
    for text in ('value a\n  note """\n    x\n|\n      y\n    """\n', 'value a\n  note """\n|\n'):
        assert _after_line_end(text) == text.replace("|", "")


def test_nothing_else_that_is_typed_formats() -> None:
    marked = look('value   a "|\n')
    assert format_on_type(marked.view, marked.offset, '"') == []
