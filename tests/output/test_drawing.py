"""Source lines with carets, closed paths, and text that can do no harm."""

import pytest

from goalgraph.finding import Step
from goalgraph.output.drawing import closed_path, excerpt, one_line
from goalgraph.output.fitting import width
from goalgraph.source import Source, Span

HARMFUL = [
    *(chr(code) for code in range(0x20) if chr(code) not in "\t\n"),
    *(chr(code) for code in range(0x7F, 0xA0)),
    *"\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
]


def shown(text: str, found: str, line: int = 1, label: str = "") -> list[str]:
    """The excerpt for the first time that something stands in a text."""
    source = Source("map.strat", text)
    start = text.index(found)
    drawn = excerpt(Span(source, start, start + len(found)), label)
    assert len(drawn) == 3
    assert source.position(start)[0] == line
    return drawn


def under(drawn: list[str]) -> tuple[str, str]:
    """What stands above the carets of an excerpt, in a text of narrow characters, and what stands before."""
    _, line, carets = drawn
    start = carets.index("^")
    return line[start : carets.rindex("^") + 1], line[:start]


def step(name: str, reading: str, target: str, title: str = "", at: tuple[int, ...] = (0,)) -> Step:
    source = Source("map.strat", "\n" * 99)
    return Step(name, title or name, reading, tuple(Span(source, offset, offset) for offset in at), target)


# One line


def test_line_ends_and_tabs_become_spaces() -> None:
    assert one_line("one\ntwo\tthree") == "one two three"


@pytest.mark.parametrize("character", HARMFUL, ids=lambda character: f"U+{ord(character):04X}")
def test_what_a_terminal_would_obey_becomes_a_substitute(character: str) -> None:
    assert one_line(f"a{character}b") == "a\ufffdb"


@pytest.mark.parametrize(
    "text", ["", "plain", "é e\u0301", "日本語", "שלום عليكم", "👩\u200d👩\u200d👧", "\u00a0\u3000", "~ …"]
)
def test_text_in_any_script_stays_as_it_is(text: str) -> None:
    assert one_line(text) == text


# Width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("portal", 6),
        ("é", 1),
        ("e\u0301", 1),
        ("日本語", 6),
        ("ﾊﾝｶｸ", 4),
        ("ＡＢ", 4),
        ("한국어", 6),
        ("עם", 2),
        ("a\u200db", 2),
        ("\u0915\u094d\u0937", 2),
        ("😀", 2),
        ("…", 1),
    ],
)
def test_wide_characters_take_two_columns_and_combining_marks_none(text: str, columns: int) -> None:
    assert width(text) == columns


# Excerpts


def test_a_caret_stands_under_every_character_of_the_place() -> None:
    assert shown('means tool "Tool"\n    serves speed\n', "speed", 2) == [
        "  |",
        "2 |     serves speed",
        "  |            ^^^^^",
    ]


def test_a_label_stands_behind_the_carets() -> None:
    assert shown("means tool\n", "tool", label="it is first declared here")[2] == (
        "  |       ^^^^ it is first declared here"
    )


def test_the_gutter_is_as_wide_as_the_number() -> None:
    assert shown("\n" * 999 + "means tool", "tool", 1000) == [
        "     |",
        "1000 | means tool",
        "     |       ^^^^",
    ]


def test_an_empty_place_has_one_caret() -> None:
    source = Source("map.strat", "means")
    assert excerpt(Span(source, 5, 5))[2] == "  |      ^"
    assert excerpt(Span(source, 0, 0))[2] == "  | ^"


def test_a_place_on_an_empty_line_has_one_caret() -> None:
    drawn = excerpt(Span(Source("map.strat", "means\n\nmeans"), 6, 6))
    assert [line.rstrip() for line in drawn] == ["  |", "2 |", "  | ^"]


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert shown('means tool\n    note """one\n    two"""\n', '"""one\n    two"""', 2)[2] == "  |          ^^^^^^"


@pytest.mark.parametrize(
    ("text", "found", "line", "carets"),
    [
        ("\tserves speed", "speed", "    serves speed", "           ^^^^^"),
        ("\t\tserves speed", "serves speed", "        serves speed", "        ^^^^^^^^^^^^"),
        ("  \tserves speed", "speed", "    serves speed", "           ^^^^^"),
        (" serves\t\tspeed", "speed", " serves     speed", "            ^^^^^"),
        ("\tserves\tspeed", "serves\tspeed", "    serves  speed", "    ^^^^^^^^^^^^^"),
    ],
)
def test_tabs_keep_the_caret_under_its_word(text: str, found: str, line: str, carets: str) -> None:
    assert shown(text, found)[1:] == [f"1 | {line}", f"  | {carets}"]


@pytest.mark.parametrize(
    ("text", "found", "carets"),
    [
        ('means 日本 "日本の" {', "日本", "      ^^^^"),
        ('means 日本 "日本の" {', "{", "                    ^"),
        ('means e\u0301te\u0301 "e\u0301" x', "e\u0301te\u0301", "      ^^^"),
        ('means e\u0301te\u0301 "e\u0301" x', "x", "              ^"),
        ('means a "👍🏽" x', '"👍', "        ^^^"),
        ("means शक्ति x", "x", "            ^"),
    ],
)
def test_wide_characters_and_combining_marks_keep_the_caret_under_its_word(text: str, found: str, carets: str) -> None:
    if "शक्ति" in text:
        carets = " " * (len("means ") + width("शक्ति") + 1) + "^"
    drawn = shown(text, found)
    assert drawn[1] == f"1 | {text}"
    assert drawn[2] == f"  | {carets}"


def test_crlf_is_no_part_of_the_line() -> None:
    assert shown("means a\r\n    serves b\r\n", "b", 2) == ["  |", "2 |     serves b", "  |            ^"]


def test_a_place_at_the_end_of_a_line_with_crlf_has_its_caret_right_behind_it() -> None:
    assert excerpt(Span(Source("map.strat", "means\r\n"), 5, 5))[2] == "  |      ^"


@pytest.mark.parametrize("at", [0, 10, 39, 40, 41, 80, 119, 120, 160, 161, 500, 5000, 9000, 9879, 9880, 9960, 9990])
def test_a_long_line_is_cut_around_the_caret(at: int) -> None:
    text = "".join(chr(ord("a") + index % 26) for index in range(10_000))
    source = Source("map.strat", text)
    drawn = excerpt(Span(source, at, at + 10))
    marked, before = under(drawn)
    assert marked == text[at : at + 10]
    assert len(drawn[1]) <= len("1 | ") + 162
    assert drawn[1].startswith("1 | …") == (before.removeprefix("1 | ") != text[:at])
    assert drawn[1].endswith("…") == (at < 9880)


def test_a_line_that_just_fits_is_not_cut() -> None:
    text = "x" * 159 + "y"
    assert shown(text, "y")[1:] == [f"1 | {text}", "  | " + " " * 159 + "^"]


def test_the_carets_of_a_long_place_end_with_the_line_that_is_shown() -> None:
    drawn = shown("means " + "x" * 5000, "x" * 5000)
    assert len(drawn[2]) <= len(drawn[1])
    assert set(drawn[2].removeprefix("  | ").strip()) == {"^"}


def test_a_long_line_of_wide_characters_keeps_the_caret_under_its_word() -> None:
    _, line, carets = shown("日" * 500 + "x" + "本" * 500, "x")
    assert width(line[: line.index("x")]) == carets.index("^")


@pytest.mark.parametrize("character", ["\x1b", "\x9b", "\u202e", "\u2066", "\r", "\x08"])
def test_an_excerpt_does_no_harm(character: str) -> None:
    drawn = shown(f'means a "x{character}[31m" {{', "{")
    assert character not in "".join(drawn)
    assert under(drawn)[0] == "{"


# Closed paths


def test_a_circle_is_drawn_closed_with_names_titles_and_places_in_columns() -> None:
    circle = (
        step("portal-success", "serves", "portal-adoption", "Make the portal a success"),
        step("portal-adoption", "is needed by", "portal-training", "80% portal adoption", (1, 2)),
        step("portal-training", "serves", "portal-success", "Portal training", (3,)),
    )
    assert closed_path(circle) == [
        '┌─▶ portal-success   "Make the portal a success"',
        "│     ↓ serves        map.strat:1:1",
        '│   portal-adoption  "80% portal adoption"',
        "│     ↓ is needed by  map.strat:2:1, map.strat:3:1",
        '│   portal-training  "Portal training"',
        "└─────┘ serves        map.strat:4:1",
    ]


def test_short_names_leave_room_for_what_the_links_say() -> None:
    assert closed_path((step("a", "is needed by", "b", "A"), step("b", "serves", "a", "B"))) == [
        '┌─▶ a               "A"',
        "│     ↓ is needed by map.strat:1:1",
        '│   b               "B"',
        "└─────┘ serves       map.strat:1:1",
    ]


def test_an_element_without_a_title_is_shown_by_its_name_alone() -> None:
    assert closed_path((step("audit", "serves", "badge"), step("badge", "serves", "audit"))) == [
        "┌─▶ audit",
        "│     ↓ serves map.strat:1:1",
        "│   badge",
        "└─────┘ serves map.strat:1:1",
    ]


def test_names_in_wide_characters_keep_the_columns() -> None:
    circle = (step("監査のための監査", "serves", "b", "監査"), step("b", "serves", "監査のための監査", "B"))
    lines = closed_path(circle)
    assert lines[0] == '┌─▶ 監査のための監査  "監査"'
    assert lines[2] == '│   b                 "B"'
    assert {width(line[: line.index('"')]) for line in lines[::2]} == {22}
    assert {width(line[: line.index("map")]) for line in lines[1::2]} == {23}


def test_titles_in_a_drawing_do_no_harm() -> None:
    lines = closed_path((step("a", "serves", "b", "x\n\x1b[31m\u202ey"), step("b", "serves", "a")))
    assert lines[0].endswith('"x \ufffd[31m\ufffdy"')


@pytest.mark.parametrize("length", [2, 3, 50])
def test_a_drawing_has_two_lines_for_every_step_and_one_way_round(length: int) -> None:
    circle = tuple(step(f"e{index}", "serves", f"e{(index + 1) % length}") for index in range(length))
    lines = closed_path(circle)
    assert len(lines) == 2 * length
    assert [line[0] for line in lines] == ["┌", *"│" * (2 * length - 2), "└"]
    assert [line.split()[1] for line in lines[::2]] == [f"e{index}" for index in range(length)]


def test_carets_stand_right_where_a_tab_is_marked() -> None:
    source = Source("x.strat", "\tserves a,\tb\n")
    lines = excerpt(Span(source, 8, 12))
    assert lines[-1].count("^") == len("a,") + 3 + len("b")
