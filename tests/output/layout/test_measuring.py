import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalgraph.output.layout.measuring import fitted, lines, long


@given(st.text(max_size=200), st.integers(40, 300))
def test_no_line_is_wider_than_its_room_and_none_is_one_too_many(title: str, room: int) -> None:
    broken = lines(title, room, 12.5, 3)
    assert 1 <= len(broken) <= 3
    assert all(long(line, 12.5) <= room for line in broken)


@given(st.text(max_size=200), st.integers(40, 300))
def test_what_is_shown_is_what_was_written_or_ends_with_an_ellipsis(title: str, room: int) -> None:
    shown = "".join(lines(title, room, 12.5, 3))
    assert "…" in shown or "".join(shown.split()) == "".join(title.split())


@pytest.mark.parametrize(
    ("title", "broken"),
    [
        ("", ("",)),
        ("Project portal", ("Project portal",)),
        ("Make the project portal a success", ("Make the project", "portal a success")),
        ("Kundenzufriedenheitssteigerungsprogramm", ("Kundenzufried…",)),
        ("Know-how-transfer", ("Know-how-", "transfer")),
        ("顾客信任我们的产品和服务质量", ("顾客信任我们的产", "品和服务质量")),
        ("One two three four five six seven eight nine ten", ("One two three", "four five six", "seven eight ni…")),
        ("m" * 10_000, ("mmmmmmmm…",)),
    ],
)
def test_titles_are_broken_between_words_and_cut_where_they_do_not_fit(title: str, broken: tuple[str, ...]) -> None:
    assert lines(title, 115, 12.5, 3) == broken


def test_no_line_begins_with_what_belongs_to_the_letter_before() -> None:
    broken = lines("e\u0301" * 40, 115, 12.5, 3)
    assert not any(line.startswith("\u0301") for line in broken)
    assert fitted("👩\u200d👩\u200d👧" * 9, 60, 12.5).count("\u200d…") == 0


@pytest.mark.parametrize("wide", ["Ж", "﷽", "⸻", "W", "漢", "∑"])
def test_wide_characters_are_known_to_be_wide(wide: str) -> None:
    assert long(wide, 10) >= 10
