"""Offsets, lines and columns, in code points."""

from hypothesis import given
from hypothesis import strategies as st

from goalgraph.source import Source, Span

TEXT = 'value a "A"\r\nvalue 𝒃 "é"\n'


def test_an_offset_has_a_line_and_a_column_from_one() -> None:
    source = Source("m.strat", TEXT)
    assert source.position(0) == (1, 1)
    assert source.position(TEXT.index("𝒃")) == (2, 7)
    assert source.position(len(TEXT)) == (3, 1)


def test_position_and_offset_are_inverse() -> None:
    source = Source("m.strat", TEXT)
    assert [source.offset(*source.position(offset)) for offset in range(len(TEXT) + 1)] == list(range(len(TEXT) + 1))


def test_a_line_is_given_without_its_end() -> None:
    source = Source("m.strat", TEXT)
    assert [source.line(1), source.line(2), source.line(3)] == ['value a "A"', 'value 𝒃 "é"', ""]


def test_a_span_tells_its_place() -> None:
    span = Span(Source("m.strat", TEXT), 6, 7)
    assert (span.where, span.text, str(span)) == ("m.strat:1:7", "a", "m.strat:1:7")


@given(
    text=st.text(st.sampled_from("ab\n\r😀")),
    stretches=st.lists(st.tuples(st.integers(0), st.integers(0), st.text(st.sampled_from("c\n\r"))), max_size=4),
)
def test_lines_start_after_replacements_where_they_start_in_the_text_read_anew(
    text: str, stretches: list[tuple[int, int, str]]
) -> None:
    source = Source("m.strat", text, bom=True)
    for one, other, new in stretches:
        start, end = sorted((one % (len(source.text) + 1), other % (len(source.text) + 1)))
        expected = source.text[:start] + new + source.text[end:]
        source = source.replaced(start, end, new)
        assert (source.path, source.text, source.bom) == ("m.strat", expected, True)
        assert source.line_starts == Source("m.strat", expected).line_starts
