"""`goalgraph` in a terminal: colour, width, drawings, links, progress."""

import json
import re
import socket
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

import pytest

from goalgraph.output.fitting import width
from tests.cli.running import goalgraph as command
from tests.cli.terminals import Seen, environment, in_terminal

LOOP = (
    'value v "Trust"\n'
    'means portal "The portal that everybody in the house is to use from now on"\n    serves adoption\n'
    'objective adoption "Everybody uses the portal"\n    serves portal\n'
    'means badge "資産の名前の表を作る"\n'
)
# Another process in which a rule takes its time.
SLOW = """
import os, time
from goalgraph import analysis
sound = analysis.RULES[0].check
def check(graph):
    end = time.monotonic() + 2
    while time.monotonic() < end:
        time.sleep(0.01)
    if "PLANTED" in os.environ:
        raise ValueError("planted")
    return iter(())
analysis.RULES = (analysis.RULES[0]._replace(check=check), *analysis.RULES[1:])
from goalgraph.__main__ import main
main()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "map.strat").write_text(LOOP, encoding="utf-8")
    return tmp_path


def lint(folder: Path, *arguments: str, columns: int = 80, **surroundings: str) -> Seen:
    return linted(folder, arguments, surroundings, columns)


def linted(folder: Path, arguments: Sequence[str], surroundings: Mapping[str, str], columns: int = 80) -> Seen:
    return in_terminal("lint", *arguments, folder=folder, columns=columns, surroundings=surroundings)


# Colour


def test_severities_rules_carets_and_drawings_are_coloured_and_nothing_else(folder: Path) -> None:
    seen = lint(folder)
    assert (seen.code, seen.err) == (1, "")
    coloured = set(re.findall(r"\x1b\[[0-9;]+m(.*?)\x1b\[0m", seen.shown))
    words = {each for each in coloured if re.search("[a-z]", each)}
    assert words == {"error", "warning", "closed-loop", "no-how", "no-why"}
    assert any("^" in each for each in coloured)
    assert any("┌" in each for each in coloured)


def test_colour_alone_says_nothing(folder: Path) -> None:
    assert lint(folder).text == lint(folder, "--color", "never").shown == lint(folder, NO_COLOR="1").shown


@pytest.mark.parametrize(
    ("arguments", "surroundings", "coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        ([], {"TERM": "dumb"}, False),
        ([], {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "0"}, False),
        ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "always"], {"TERM": "dumb"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "auto"], {}, True),
    ],
)
def test_who_says_whether_there_is_colour(
    folder: Path, arguments: list[str], surroundings: dict[str, str], coloured: bool
) -> None:
    assert ("\x1b" in linted(folder, arguments, surroundings).shown) == coloured


@pytest.mark.parametrize(
    ("arguments", "surroundings", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {}, True),
        ([], {"FORCE_HYPERLINK": "1"}, False),
    ],
)
def test_a_pipe_is_coloured_only_where_that_is_forced(
    folder: Path, arguments: list[str], surroundings: dict[str, str], coloured: bool
) -> None:
    done = command("lint", *arguments, folder=folder, environment={"NO_COLOR": "", **surroundings})
    plain = command("lint", folder=folder, environment={"NO_COLOR": "1"}).out
    assert ("\x1b" in done.out) == coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", done.out) == plain


def test_a_colour_that_does_not_exist_is_wrong_use(folder: Path) -> None:
    assert command("lint", "--color", "red", folder=folder).code == 2


def test_files_and_other_formats_are_never_coloured(folder: Path) -> None:
    lint(folder, "--color", "always", "-o", "out.txt")
    assert (folder / "out.txt").read_bytes() == command("lint", folder=folder).output
    seen = lint(folder, "--color", "always", "--format", "json", FORCE_HYPERLINK="1")
    assert len(json.loads(seen.shown)["findings"]) == 3
    assert "\x1b" not in seen.shown
    assert "\x1b" not in lint(folder, "--color", "always", "--format", "concise").shown


# Width


@pytest.mark.parametrize("columns", [20, 40, 80, 110, 300])
def test_lines_fit_but_for_words_that_can_not_be_divided(folder: Path, columns: int) -> None:
    text = lint(folder, columns=columns).text
    for line in text.splitlines():
        assert width(line) <= columns or " " not in line.strip(" │└─┘┌▶>-"), line
    for word in ("portal", "adoption", "map.strat:3:5", "closed-loop", "^", "why:", "help:", "Checked"):
        assert word in text


def test_nothing_of_a_finding_is_lost_where_it_is_narrow(folder: Path) -> None:
    def letters(text: str) -> list[str]:
        told = [line for line in text.splitlines() if not re.match(r"\d* *\|", line)]
        return sorted(re.sub(r"[│┌└─┘▶↓ ]", "", "".join(told)))

    assert letters(lint(folder, columns=20).text) == letters(lint(folder, columns=300).text)


def test_a_long_line_is_cut_around_its_caret(folder: Path) -> None:
    (folder / "map.strat").write_text(
        "means " + "x" * 60 + ' "' + "日" * 40 + '"  # ' + "y" * 90 + "\n    serves nowhere-at-all\n", encoding="utf-8"
    )
    for columns in (20, 33, 34, 80):
        text = lint(folder, columns=columns).text
        shown, carets = re.findall(r"^2 \| (.*)\n  \| (.*)$", text, re.MULTILINE)[0]
        at = carets.index("^")
        assert "nowhere-at-all".startswith(shown[at : at + carets.count("^")].rstrip("…"))
        assert width(shown) <= columns - 4


def test_prose_is_never_wider_than_people_like_to_read(folder: Path) -> None:
    text = lint(folder, columns=400).text
    assert max(len(line) for line in text.splitlines() if re.match(r" *(why|help|note|ask):", line)) <= 110


def test_a_terminal_that_says_no_width_has_80_columns(folder: Path) -> None:
    assert lint(folder, columns=0).text == lint(folder, columns=80).text


def test_the_other_commands_fit_too(folder: Path) -> None:
    for arguments in (["cut"], ["why", "adoption"], ["how", "adoption"], ["impact", "portal"]):
        for columns in (20, 60):
            seen = in_terminal(*arguments, folder=folder, columns=columns)
            assert (seen.code, seen.err) == (0, "")
            for line in seen.text.splitlines():
                assert width(line) <= columns or " " not in line.strip(" │└─├"), line


# Drawings


def test_where_drawings_cannot_be_shown_they_are_of_plain_characters(folder: Path) -> None:
    seen = lint(folder, "--color", "never", columns=120, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert "+-> " in seen.shown
    assert "+-----+ serves" in seen.shown
    assert "資産" not in seen.shown
    told = in_terminal("why", "adoption", folder=folder, surroundings={"PYTHONIOENCODING": "latin-1"}).shown
    assert "v serves portal" in told


# Hostile text


def test_what_is_written_in_a_map_never_reaches_the_terminal_as_a_command(folder: Path) -> None:
    evil = "\x1b]0;owned\x07\x9b31m\u202e"
    (folder / "map.strat").write_text(LOOP.replace("Everybody", f"Every{evil}body"), encoding="utf-8")
    (folder / f"a{evil}.strat".replace("/", "")).write_text(f'means q "q{evil}"\n', encoding="utf-8")
    for arguments in (["lint"], ["lint", "--statistics"], ["why", "adoption"], ["lint", "--show-files"]):
        seen = in_terminal(*arguments, folder=folder, surroundings={"FORCE_HYPERLINK": "1"})
        assert not re.search("[\x07\x9b\u202e]", seen.text), arguments
        assert "\x1b" not in seen.text


# Links


def test_places_lead_to_their_files(folder: Path) -> None:
    (folder / "a b").mkdir()
    (folder / "a b" / "é#?.strat").write_text("means q\n", encoding="utf-8")
    seen = lint(folder, FORCE_HYPERLINK="1")
    found = dict(re.findall(r"\x1b\]8;;([^\x1b]*)\x1b\\([^\x1b]*)\x1b\]8;;\x1b\\", seen.shown))
    base = f"file://{quote(socket.gethostname())}{quote(str(folder))}"
    assert set(found) == {f"{base}/map.strat", f"{base}/a%20b/%C3%A9%23%3F.strat"}
    assert found[f"{base}/a%20b/%C3%A9%23%3F.strat"] == "a b/é#?.strat:1:7"
    assert seen.text == lint(folder).text


@pytest.mark.parametrize(
    ("surroundings", "linked"),
    [
        ({}, False),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"VTE_VERSION": "6800"}, True),
        ({"VTE_VERSION": "4200"}, False),
        ({"VTE_VERSION": "new"}, False),
        ({"WT_SESSION": "1"}, True),
        ({"WT_SESSION": "1", "CI": "true"}, False),
        ({"WT_SESSION": "1", "TERM": "dumb"}, False),
        ({"WT_SESSION": "1", "FORCE_HYPERLINK": "0"}, False),
    ],
)
def test_links_are_made_where_the_terminal_is_known_to_make_them(
    folder: Path, surroundings: dict[str, str], linked: bool
) -> None:
    assert ("\x1b]8;;" in linted(folder, [], surroundings).shown) == linked


# Progress


def slowly(
    folder: Path, *arguments: str, error_too: bool = True, surroundings: Mapping[str, str] | None = None
) -> Seen:
    return in_terminal(
        "lint", *arguments, folder=folder, python=("-c", SLOW), error_too=error_too, surroundings=surroundings
    )


def test_long_work_says_what_it_does_and_takes_it_away(folder: Path) -> None:
    seen = slowly(folder, "-o", "out.txt")
    assert seen.code == 1
    assert seen.shown.startswith("\rChecking .…\x1b[K")
    assert seen.shown.endswith("\r\x1b[K")
    seen = slowly(folder, surroundings={"NO_COLOR": "1"})
    first, rest = seen.shown.rsplit("\r\x1b[K", 1)
    assert first.startswith("\rChecking")
    assert rest.startswith("warning[")


def test_progress_is_taken_away_before_a_bug_is_told(folder: Path) -> None:
    seen = slowly(folder, surroundings={"PLANTED": "1"})
    assert seen.code == 3
    assert "\r\x1b[Kgoalgraph: this is a bug" in seen.shown


@pytest.mark.parametrize("surroundings", [{"CI": "true"}, {"TERM": "dumb"}])
def test_logs_and_plain_terminals_see_no_progress(folder: Path, surroundings: dict[str, str]) -> None:
    assert slowly(folder, "-o", "out.txt", surroundings=surroundings).shown == ""


def test_where_standard_error_is_no_terminal_there_is_no_progress(folder: Path) -> None:
    assert slowly(folder, error_too=False).err == ""


def test_short_work_says_nothing(folder: Path) -> None:
    (folder / "map.strat").write_text('value v "V"\n', encoding="utf-8")
    seen = in_terminal("lint", folder=folder, error_too=True)
    assert seen.text.startswith("warning[no-how]")


def test_the_environment_of_these_tests_says_nothing_of_a_terminal() -> None:
    assert environment()["TERM"] == "xterm-256color"
    assert not {"NO_COLOR", "FORCE_COLOR", "CI", "COLUMNS"} & set(environment())
