"""Findings as people read them in a terminal."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from goalgraph.analysis import Analysis, analyse
from goalgraph.config import Config
from goalgraph.finding import Finding, Label, Severity, Violation
from goalgraph.output.fitting import width
from goalgraph.output.text import render
from goalgraph.output.verdict import Verdict, counted, summary
from goalgraph.source import Source, Span, Unreadable
from goalgraph.workspace import Workspace
from tests.cli.running import goalgraph

EXAMPLES = Path(__file__).parents[2] / "examples"
PORTAL = """\
error[closed-loop]: "Make the project portal a success" is its own purpose: no value is ever reached
 --> portal/it.strat:4:5
  |
4 |     serves portal because "Next year's budget for the portal depends on it"  # finding: closed-loop
  |     ^^^^^^^^^^^^^
       ┌─▶ portal-success   "Make the project portal a success"
       │     ↓ serves        portal/it.strat:4:5
       │   portal           "Project portal"
       │     ↓ is needed by  portal/it.strat:16:5
       │   portal-training  "Portal training for all project staff"
       │     ↓ serves        portal/it.strat:15:5
       │   portal-adoption  "80% portal adoption"
       └─────┘ serves        portal/it.strat:8:5
  why: ask "why?" four times and you are back where you began
 help: say which objective or value outside the loop would miss "Project portal", or stop it
 help: or cut `portal-success serves portal` (portal/it.strat:4:5), a smallest cut (proven); it leaves
       `portal-success` without a why
 note: 2 more elements have a why only through this loop: `champions`, `dashboard`
 note: "Make the project portal a success" (`portal-success`) is named after its means, "Project portal"
       (`portal`): portal/it.strat:3:26
 note: "80% portal adoption" (`portal-adoption`) counts as reached when its own means, "Project portal"
       (`portal`), is used: portal/it.strat:9:13
  ask: Who outside this circle would miss "Project portal", and what would they miss?
"""
NO_WHY = """\
error[no-why]: "AI assistant pilot" (`assistant-pilot`) has no why: it serves nothing
  --> portal/it.strat:32:7
   |
32 | means assistant-pilot "AI assistant pilot"  # finding: no-why
   |       ^^^^^^^^^^^^^^^
  why: people build without knowing why, and nobody can tell when it is good enough
 help: say which objective it `serves`, or stop it
  ask: Which result would be missed without "AI assistant pilot"?
"""
SOURCE = Source("map.strat", "means a\n")
PLACE = Span(SOURCE, 6, 7)


def analysed(*texts: str, config: Config | None = None) -> Analysis:
    return analyse([Source(f"map{i or ''}.strat", text) for i, text in enumerate(texts)], config)


def verdict_of(*analyses: Analysis) -> Verdict:
    return Verdict(analyses, [finding for analysis in analyses for finding in analysis.findings])


def text_of(*texts: str) -> str:
    return render(verdict_of(analysed(*texts)))


def signed(violations: Iterable[Violation], severity: Severity = Severity.ERROR) -> Verdict:
    return Verdict([analysed("")], [Finding("rule", "family", severity, violation) for violation in violations])


def blocks(text: str) -> list[str]:
    return [f"{block}\n" for block in text.rstrip("\n").split("\n\n")]


# The example that the design is told with


@pytest.fixture(scope="module")
def portal() -> list[str]:
    checked = Workspace(base=EXAMPLES).check([Path("portal")])
    return blocks(render(Verdict([each.analysis for each in checked], [f for each in checked for f in each.findings])))


def test_the_closed_loop_of_the_portal_is_told_whole(portal: list[str]) -> None:
    assert portal[0] == PORTAL


def test_a_means_without_a_why_is_told_with_its_place(portal: list[str]) -> None:
    assert portal[2] == NO_WHY


def test_findings_are_told_in_order_of_place(portal: list[str]) -> None:
    assert [block.split(":")[0] for block in portal[:-1]] == [
        "error[closed-loop]",
        "warning[activity-as-objective]",
        "error[no-why]",
        "warning[chicken-and-egg]",
    ]


def test_the_last_line_counts_and_names_the_next_command(portal: list[str]) -> None:
    assert portal[-1] == (
        "Checked 2 files, 23 elements in 1 map: 2 errors, 2 warnings. `goalgraph rule closed-loop` explains.\n"
    )


def test_prose_is_no_wider_than_a_page(portal: list[str]) -> None:
    prose = [line for block in portal for line in block.splitlines() if line.startswith(("  why", " help", " note"))]
    assert prose
    assert max(map(len, prose)) <= 110


# Parts of a finding


def test_a_loop_is_drawn_and_its_links_are_not_told_a_second_time() -> None:
    text = text_of("means a\n    serves b\nmeans b\n    serves a\n")
    assert ":::" not in text
    assert text.count("map.strat:4:5") == 2  # in the drawing, and where the cut goes


def test_other_places_are_told_with_what_they_have_to_do_with_it() -> None:
    text = text_of('unit a "A"\nunit a "B"\nunit a "C"\n')
    assert text.splitlines()[:7] == [
        "error[declared-twice]: `a` is declared 3 times",
        " --> map.strat:2:6",
        "  |",
        '2 | unit a "B"',
        "  |      ^",
        " ::: map.strat:1:6: it is first declared here",
        " ::: map.strat:3:6: and it is declared again here",
    ]


@pytest.mark.parametrize(("places", "rest"), [(6, None), (7, "and 1 more place"), (106, "and 100 more places")])
def test_of_many_other_places_six_are_told_and_the_rest_is_counted(places: int, rest: str | None) -> None:
    violation = Violation(PLACE, "said", labels=(Label(PLACE, "again"),) * places)
    told = [line for line in render(signed([violation])).splitlines() if ":::" in line]
    assert told[:6] == [" ::: map.strat:1:7: again"] * 6
    assert told[6:] == ([f" ::: {rest}"] if rest else [])


def test_what_is_long_is_wrapped_between_words_under_its_beginning() -> None:
    violation = Violation(PLACE, "said", why="word " * 60, helps=("x" * 200,))
    lines = render(signed([violation])).splitlines()[5:-2]
    assert [line[:7] for line in lines] == ["  why: ", " " * 7, " " * 7, " help: "]
    assert " ".join(line[7:] for line in lines[:3]).split() == ["word"] * 60
    assert lines[3] == " help: " + "x" * 200


def test_what_a_finding_lacks_is_left_out() -> None:
    assert render(signed([Violation(PLACE, "said")])).splitlines()[:-2] == [
        "error[rule]: said",
        " --> map.strat:1:7",
        "  |",
        "1 | means a",
        "  |       ^",
    ]


def test_a_file_without_a_text_has_no_source_line() -> None:
    nothing = Span(Source("gone.strat", ""), 0, 0)
    analysis = analyse([Unreadable(nothing, "this link points to nothing", "mend or remove the link")])
    assert render(verdict_of(analysis)).splitlines()[:3] == [
        "error[unreadable-file]: this link points to nothing",
        " --> gone.strat:1:1",
        "  why: what it says of the map is not known, so nothing that may depend on it is judged",
    ]


# Harmless and in line


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u2028", "\x7f", "\r"])
def test_what_a_terminal_would_obey_is_shown_as_a_substitute_wherever_it_stands(character: str) -> None:
    title = f"x{character}[31mRED"
    text = text_of(
        f'means a "{title}"\n    serves b\nmeans b "{title}"\n    serves a\n    because "{title}"\n',
        f'means c "{title}"\nmeans d {character}\n',
    )
    assert character not in text
    assert "x\ufffd[31mRED" in text


def test_text_in_any_script_is_shown_as_it_is() -> None:
    assert text_of('means émoi "日本語 עברית 👍"\n').startswith('error[no-why]: "日本語 עברית 👍" (`émoi`) has no why')


@pytest.mark.parametrize(
    ("text", "line", "carets"),
    [
        ("means a\n\tserves nobody\n", "2 |     serves nobody", "  |            ^^^^^^"),
        ("means a\r\n    serves nobody\r\n", "2 |     serves nobody", "  |            ^^^^^^"),
        ("means a\n    serves 日本, nobody\n", "2 |     serves 日本, nobody", "  |            ^^^^"),
        ("means 日本\n    serves 日本語, x\n", "2 |     serves 日本語, x", "  |            ^^^^^^"),
        ("means a\n    serves e\u0301te\u0301\n", "2 |     serves e\u0301te\u0301", "  |            ^^^"),
    ],
)
def test_the_caret_is_right_under_the_name(text: str, line: str, carets: str) -> None:
    assert [line, carets] == text_of(text).splitlines()[3:5]


def test_the_caret_is_right_behind_wide_characters() -> None:
    _, _, _, line, carets, *_ = text_of('means a "日本語の題"  nonsense\n').splitlines()
    assert width(line[: line.index("nonsense")]) == carets.index("^")
    assert carets.count("^") == len("nonsense")


def test_a_very_long_line_is_cut_around_what_is_wrong() -> None:
    text = text_of(f'means a "{"x" * 100_000}" nonsense because "{"y" * 100_000}"\n')
    assert len(text) < 3000
    _, _, _, line, carets, *_ = text.splitlines()
    assert line.startswith("1 | …x")
    assert line.endswith("y…")
    assert line[carets.index("^") :].startswith("nonsense")


# Many findings, and counting


def test_of_ten_thousand_findings_a_thousand_are_shown_and_the_rest_is_counted() -> None:
    text = text_of("".join(f"means m{index:05}\n" for index in range(10_000)))
    told = blocks(text)
    assert len(told) == 1002
    assert told[0].startswith("error[no-why]: `m00000` has no why")
    assert told[999].startswith("error[no-why]: `m00999` has no why")
    assert told[1000:] == [
        "… and 9000 more findings; `--format concise` and `--format json` show them all\n",
        "Checked 1 file, 10000 elements in 1 map: 10000 errors. `goalgraph rule no-why` explains.\n",
    ]


@pytest.mark.parametrize(("findings", "rest"), [(1000, None), (1001, "… and 1 more finding; ")])
def test_the_rest_is_counted_only_where_there_is_one(findings: int, rest: str | None) -> None:
    *told, before_last, _ = blocks(render(signed([Violation(PLACE, "said")] * findings)))
    assert len(told) == (1000 if rest else 999)
    assert before_last.startswith(rest or "error[rule]: said")


def test_success_is_one_line() -> None:
    assert text_of("unit a\nunit b\n") == "Checked 1 file, 2 elements in 1 map: no findings.\n"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], "no findings"),
        ([Severity.ERROR], "1 error"),
        ([Severity.ERROR] * 2, "2 errors"),
        ([Severity.WARNING], "1 warning"),
        ([Severity.INFO], "1 info"),
        ([Severity.INFO] * 3 + [Severity.ERROR] + [Severity.WARNING] * 2, "1 error, 2 warnings, 3 infos"),
    ],
)
def test_the_summary_counts_each_gravity_in_singular_and_plural(found: list[Severity], expected: str) -> None:
    findings = [Finding("rule", "family", severity, Violation(PLACE, "said")) for severity in found]
    assert summary(Verdict([analysed("unit a\n")], findings)) == f"Checked 1 file, 1 element in 1 map: {expected}."


def test_the_summary_counts_files_elements_and_maps_in_singular_and_plural() -> None:
    assert summary(Verdict([], [])) == "Checked 0 files, 0 elements in 0 maps: no findings."
    assert summary(verdict_of(analysed("unit a\n"))) == "Checked 1 file, 1 element in 1 map: no findings."
    several = verdict_of(analysed("unit a\n", "unit b\n"), analysed("unit a\n"))
    assert summary(several) == "Checked 3 files, 3 elements in 2 maps: no findings."


def test_a_strategy_is_the_map_itself_and_no_element_of_it() -> None:
    assert "1 element in 1 map" in text_of("strategy a\nunit b\n")


def test_a_number_goes_with_its_noun() -> None:
    assert [counted(number, "file") for number in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
    assert counted(2, "entry", "entries") == "2 entries"


def test_the_gravest_finding_is_the_one_that_is_explained() -> None:
    text = text_of('value v "V"\nmeans a "A"\n    serves v\nmeans b "B"\n')
    assert text.startswith("warning[straight-to-value]")
    assert text.endswith(": 1 error, 1 warning. `goalgraph rule no-why` explains.\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "unit a\n    nonsense\n",
            ["1 line could not be read: whatever may depend on it was not judged"],
        ),
        (
            "unit a\n    nonsense\n    more\n",
            ["2 lines could not be read: whatever may depend on them was not judged"],
        ),
        (
            "unit a\n    serves b\n",
            ["1 link could not be followed: whatever may depend on it was not judged"],
        ),
        (
            "unit a\n    serves b, c\n    nonsense\n",
            [
                "1 line could not be read: whatever may depend on it was not judged",
                "2 links could not be followed: whatever may depend on them was not judged",
            ],
        ),
    ],
)
def test_what_was_not_judged_is_told_before_the_count(text: str, told: list[str]) -> None:
    *_, last = blocks(text_of(text))
    *unchecked, count = last.splitlines()
    assert unchecked == told
    assert count.startswith("Checked 1 file")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (1, "1 file could not be read: whatever may depend on it was not judged"),
        (2, "2 files could not be read: whatever may depend on them was not judged"),
    ],
)
def test_files_that_were_not_read_are_told_before_the_count(files: int, told: str) -> None:
    unreadable = [Unreadable(Span(Source(f"{i}.strat", ""), 0, 0), "unreadable", "no help") for i in range(files)]
    *_, last = blocks(render(verdict_of(analyse(unreadable))))
    assert last.splitlines()[0] == told
    assert last.splitlines()[1].startswith(f"Checked {files} file")


# The same bytes


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(form: str) -> None:
    """A tangle of many elements, and all examples."""
    names = [f"n{index}" for index in range(30)]
    tangle = "".join(
        f"means {name}\n    serves {names[(index * 7 + 1) % 30]}, {names[(index * 11 + 5) % 30]}, lost-{name}\n"
        for index, name in enumerate(names)
    )
    outputs = {
        goalgraph(
            "lint", "--format", form, "-", ".",
            folder=EXAMPLES, stdin=tangle.encode(), environment={"PYTHONHASHSEED": seed},
        )
        for seed in ("0", "1", "4242")
    }  # fmt: skip
    (done,) = outputs
    assert done.code == 1
    assert len(done.output) > 1000


# --- cuts


def _all_serve_all(size: int) -> str:
    names = [f"n{number:02}" for number in range(size)]
    return "".join(f"means {name}\n    serves {', '.join(each for each in names if each != name)}\n" for name in names)


def _woven(size: int) -> str:
    """A tangle that takes a program to prove."""
    return "".join(
        f"means m{number}\n    serves {', '.join(sorted({f'm{(number * 3 + step) % size}' for step in (1, 2, 3)}))}\n"
        for number in range(size)
    )


def _said_of_the_cut(text: str, config: Config | None = None) -> str:
    analysis = analyse([Source("map.strat", text)], config)
    shown = render(Verdict([analysis], analysis.findings))
    return " ".join(shown[shown.index(" or cut ") : shown.index("  ask: ")].split())


def test_a_cut_of_many_links_is_shown_in_part() -> None:
    said = _said_of_the_cut(_all_serve_all(8))
    assert said.count("serves") == 12
    assert "; and 16 more links, which `goalgraph cut` lists, a smallest cut (proven)" in said


def test_a_cut_that_is_not_proven_says_what_is_known() -> None:
    said = _said_of_the_cut(_woven(60), Config(time_limit=0.0))
    known = r"a cut that may not be the smallest: it weighs \d+, and no cut weighs less than \d+; it leaves"
    assert re.search(known, said)
    assert "a smallest cut (proven)" in _said_of_the_cut(_woven(20), Config(time_limit=60.0))
