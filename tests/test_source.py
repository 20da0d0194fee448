"""Offsets, lines and columns, in code points and in UTF-16."""

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


def test_editors_count_utf_16_units_from_zero() -> None:
    source = Source("m.strat", TEXT)
    assert source.utf16_column(TEXT.index("𝒃")) == 6
    assert source.utf16_column(TEXT.index("é")) == TEXT.index("é") - TEXT.index("\n")


def test_a_line_is_given_without_its_end() -> None:
    source = Source("m.strat", TEXT)
    assert [source.line(1), source.line(2), source.line(3)] == ['value a "A"', 'value 𝒃 "é"', ""]


def test_a_span_tells_its_place() -> None:
    span = Span(Source("m.strat", TEXT), 6, 7)
    assert (span.where, span.text, str(span)) == ("m.strat:1:7", "a", "m.strat:1:7")
