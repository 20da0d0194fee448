"""`goalgraph lint`: exit codes, formats, files."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

import goalgraph.output
from goalgraph import analysis
from goalgraph.cli.app import build
from goalgraph.cli.lint import _FORMATS
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.catalogue import RULES
from goalgraph.rules.rule import Rule
from tests.cli.running import goalgraph as command
from tests.cli.running import python
from tests.helpers import unmeasured

SCHEMA = json.loads(Path(goalgraph.output.__path__[0], "schema", "lint-1.json").read_text(encoding="utf-8"))
CLEAN = """\
value trust "Clients trust us"
objective calm "Clients sleep well"
    serves trust
means desk "Help desk"
    serves calm
"""
WARNING = CLEAN + 'means rest "Day of rest"\n    serves trust\n'
ERROR = CLEAN + 'means badge "Badge"\n'
FORMATS = ["text", "concise", "json"]
# Another process in which a rule breaks.
BROKEN = """
import sys
from goalgraph import analysis
def check(graph):
    raise ValueError("planted \\u202e é")
analysis.RULES = (analysis.RULES[0]._replace(check=check),)
from goalgraph.__main__ import main
main()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder above which nothing is looked for."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str, name: str = "map.strat") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def lint(*arguments: str, stdin: bytes = b"") -> Result:
    """Runs the command in this process."""
    return CliRunner().invoke(build("lint"), ["lint", *arguments], stdin)


def document(text: str | bytes) -> dict[str, Any]:
    """What a JSON output says, once it is seen to follow the schema."""
    read: dict[str, Any] = json.loads(text)
    Draft202012Validator(SCHEMA).validate(read)
    return read


def rules(text: str | bytes) -> list[str]:
    return [finding["rule"] for finding in document(text)["findings"]]


# Exit codes


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (CLEAN, [], 0),
        (WARNING, [], 0),
        (ERROR, [], 1),
        (CLEAN, ["--fail-level", "info"], 0),
        (WARNING, ["--fail-level", "info"], 1),
        (WARNING, ["--fail-level", "warning"], 1),
        (ERROR, ["--fail-level", "warning"], 1),
        (WARNING, ["--fail-level", "error"], 0),
        (ERROR, ["--fail-level", "error"], 1),
        (ERROR, ["nowhere.strat"], 2),
        (ERROR, ["map.strat", "nowhere.strat"], 2),
        (ERROR, ["--unknown"], 2),
        (ERROR, ["--fail-level", "grave"], 2),
        (ERROR, ["--fail-level"], 2),
        (ERROR, ["--format"], 2),
    ],
)
def test_exit_codes_are_the_same_in_every_format(
    folder: Path, form: str, text: str, arguments: list[str], code: int
) -> None:
    write(folder, text)
    result = lint("--format", form, *arguments)
    assert result.exit_code == code
    assert bool(result.stderr) == (code == 2)
    assert bool(result.stdout) == (code != 2)


@pytest.mark.parametrize(("text", "code"), [(CLEAN, 0), (WARNING, 0), (ERROR, 1)])
@pytest.mark.parametrize("form", FORMATS)
def test_the_command_ends_as_its_function_does(folder: Path, form: str, text: str, code: int) -> None:
    write(folder, text)
    done = command("lint", "--format", form, folder=folder)
    assert (done.code, done.err) == (code, "")
    assert done.out == lint("--format", form).stdout


def test_256_loops_are_256_findings_and_exit_code_1(folder: Path) -> None:
    write(folder, "".join(f"means a{i}\n    serves b{i}\nmeans b{i}\n    serves a{i}\n" for i in range(256)))
    done = command("lint", "--format", "json", folder=folder)
    assert (done.code, done.err) == (1, "")
    assert rules(done.output) == ["closed-loop"] * 256


# What is checked


def test_without_a_path_the_working_folder_is_checked(folder: Path) -> None:
    write(folder, ERROR)
    assert lint("--format", "concise").stdout == lint(".", "--format", "concise").stdout
    assert lint().stdout.startswith("error[no-why]")


def test_a_path_alone_is_linted(folder: Path) -> None:
    write(folder, ERROR)
    linted = command("lint", "map.strat", "--format", "concise", folder=folder)
    assert linted.code == 1
    assert command("map.strat", "--format", "concise", folder=folder) == linted
    assert command(folder / "map.strat", "--format", "concise", folder=folder) == linted
    assert command(".", "--format", "concise", folder=folder) == linted


def test_a_path_alone_that_is_not_there_is_named(folder: Path) -> None:
    done = command("nowhere.strat", folder=folder)
    assert (done.code, done.out, done.err) == (2, "", "goalgraph: nowhere.strat is not there\n")


def test_a_file_that_is_called_like_a_command_does_not_hide_it(folder: Path) -> None:
    write(folder, ERROR)
    (folder / "lint").touch()
    assert command("lint", "--format", "concise", folder=folder).out.startswith("map.strat:6:7: error[no-why]")


@pytest.mark.parametrize("where", [[], ["."], ["empty"], ["empty", "."]])
def test_nothing_to_check_is_wrong_use_unless_it_is_allowed(folder: Path, where: list[str]) -> None:
    (folder / "empty").mkdir()
    result = lint(*where)
    assert (result.exit_code, result.stdout) == (2, "")
    shown = ", ".join(where or ["."])
    assert result.stderr == (f"goalgraph: nothing to check: no `.strat` file in {shown} (`--allow-empty` permits it)\n")
    allowed = lint(*where, "--allow-empty")
    assert (allowed.exit_code, allowed.stdout) == (0, "Checked 0 files, 0 elements in 0 maps: no findings.\n")


def test_allowing_nothing_does_not_allow_a_path_that_is_not_there(folder: Path) -> None:
    write(folder, CLEAN)
    assert lint("nowhere", "--allow-empty").exit_code == 2


def test_an_empty_file_is_something_to_check(folder: Path) -> None:
    write(folder, "")
    result = lint()
    assert (result.exit_code, result.stdout) == (0, "Checked 1 file, 0 elements in 1 map: no findings.\n")


# Standard input


def test_standard_input_is_a_map_of_its_own(folder: Path) -> None:
    write(folder, CLEAN)
    done = command("lint", "-", "--format", "concise", folder=folder, stdin=b"means a\n    serves calm\n")
    assert done.code == 1
    assert done.out.splitlines()[0].startswith("<stdin>:2:12: error[unknown-name]")


def test_standard_input_and_files_go_together_and_apart(folder: Path) -> None:
    write(folder, ERROR)
    result = lint("-", "map.strat", "-", "--format", "concise", stdin=ERROR.encode())
    assert result.exit_code == 1
    *findings, last = result.stdout.splitlines()
    assert [line.split(" ")[0] for line in findings] == ["<stdin>:6:7:", "map.strat:6:7:"]
    assert last == "Checked 2 files, 8 elements in 2 maps: 2 errors."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"means \xe9", "<stdin>:1:7: error[unreadable-file] this file is not UTF-8"),
        ("means".encode("utf-16"), "<stdin>:1:1: error[unreadable-file] this file is UTF-16"),
        (b"a\x00", "<stdin>:1:2: error[unreadable-file] this file holds a NUL byte"),
    ],
)
def test_standard_input_that_is_no_text_is_a_finding(folder: Path, data: bytes, said: str) -> None:
    done = command("lint", "-", "--format", "concise", folder=folder, stdin=data)
    assert done.code == 1
    assert done.out.startswith(said)


def test_empty_standard_input_is_an_empty_map(folder: Path) -> None:
    done = command("lint", "-", folder=folder)
    assert (done.code, done.out) == (0, "Checked 1 file, 0 elements in 1 map: no findings.\n")


def test_standard_input_is_utf8_whatever_the_terminal_speaks(folder: Path) -> None:
    latin = {"PYTHONIOENCODING": "latin-1"}
    done = command("lint", "-", folder=folder, stdin='means é "Ö"\n'.encode(), environment=latin)
    assert done.code == 1
    assert done.output.decode("latin-1").startswith('error[no-why]: "Ö" (`é`) has no why')


def test_a_terminal_that_cannot_show_a_character_shows_a_substitute(folder: Path) -> None:
    latin = {"PYTHONIOENCODING": "latin-1"}
    done = command("lint", "-", folder=folder, stdin="means 日本\n".encode(), environment=latin)
    assert done.code == 1
    assert done.output.startswith(b"error[no-why]: `??` has no why")


# Formats and files


def test_text_is_the_format_unless_another_is_asked_for(folder: Path) -> None:
    write(folder, ERROR)
    assert lint().stdout == lint("--format", "text").stdout


def test_several_formats_go_to_several_places(folder: Path) -> None:
    write(folder, ERROR)
    result = lint("--format", "json:out.json", "--format", "text", "--format", "concise:out.txt")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == lint().stdout
    assert (folder / "out.json").read_text(encoding="utf-8") == lint("--format", "json").stdout
    assert (folder / "out.txt").read_text(encoding="utf-8") == lint("--format", "concise").stdout


def test_the_output_option_says_where_to(folder: Path) -> None:
    write(folder, ERROR)
    for arguments in (["-o", "out.json"], ["--output", "out.json"], ["--output=out.json"]):
        (folder / "out.json").unlink(missing_ok=True)
        result = lint("--format", "json", *arguments)
        assert (result.exit_code, result.stdout) == (1, "")
        assert rules((folder / "out.json").read_bytes()) == ["no-why"]


def test_a_file_of_a_format_goes_before_the_output_option(folder: Path) -> None:
    write(folder, ERROR)
    assert lint("--format", "json:a.json", "--format", "text", "-o", "b.txt").stdout == ""
    assert rules((folder / "a.json").read_bytes()) == ["no-why"]
    assert (folder / "b.txt").read_text(encoding="utf-8").startswith("error[no-why]")


def test_a_file_name_may_hold_a_colon_and_anything_else(folder: Path) -> None:
    write(folder, CLEAN)
    assert lint("--format", "json:öut 1:2.json").exit_code == 0
    assert document((folder / "öut 1:2.json").read_bytes())["findings"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "text", "--format", "json"],
        ["--format", "text", "--format", "text"],
        ["--format", "json:a", "--format", "text:a"],
        ["--format", "json:a", "--format", "text:./a"],
        ["--format", "json:a", "--format", "text", "-o", "a"],
        ["--format", "json", "--format", "text", "-o", "a"],
    ],
)
def test_two_formats_for_one_place_are_wrong_use(folder: Path, arguments: list[str]) -> None:
    write(folder, ERROR)
    result = lint(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "goalgraph: two formats go to the same place; say `--format FORMAT:FILE`\n"
    assert not (folder / "a").exists()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("jsn", "there is no format `jsn`, did you mean `json`?"),
        ("jsn:out", "there is no format `jsn`, did you mean `json`?"),
        ("yaml", f"there is no format `yaml`; there are {', '.join(_FORMATS)}"),
        ("", f"there is no format ``; there are {', '.join(_FORMATS)}"),
        ("json:", "a file is missing after `json:`"),
    ],
)
def test_a_format_that_there_is_not_is_wrong_use_and_offers_what_there_is(folder: Path, form: str, said: str) -> None:
    write(folder, ERROR)
    result = lint("--format", form)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"goalgraph: {said}\n")


def test_an_output_keeps_its_mode_and_its_link_and_nothing_is_left_beside_it(folder: Path) -> None:
    write(folder, CLEAN)
    real = folder / "real.txt"
    real.write_text("older and longer than what replaces it\n" * 100, encoding="utf-8")
    real.chmod(0o640)
    (folder / "out.txt").symlink_to("real.txt")
    assert lint("-o", "out.txt").exit_code == 0
    assert real.read_text(encoding="utf-8") == lint().stdout
    assert real.stat().st_mode & 0o777 == 0o640
    assert (folder / "out.txt").is_symlink()
    assert sorted(os.listdir(folder)) == [".git", "map.strat", "out.txt", "real.txt"]  # noqa: PTH208  # names alone


def test_a_new_output_has_the_mode_of_any_new_file(folder: Path) -> None:
    write(folder, CLEAN)
    (folder / "usual").touch()
    assert lint("-o", "out.txt").exit_code == 0
    assert (folder / "out.txt").stat().st_mode == (folder / "usual").stat().st_mode


def test_a_device_is_written_to(folder: Path) -> None:
    write(folder, ERROR)
    result = lint("-o", "/dev/null")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("missing/out.txt", "missing/out.txt can't be written: no such file or directory"),
        (".", ". is a folder"),
        ("map.strat/out.txt", "map.strat/out.txt can't be written: not a directory"),
    ],
)
def test_an_output_that_cannot_be_written_is_wrong_use(folder: Path, where: str, said: str) -> None:
    write(folder, CLEAN)
    for arguments in (["-o", where], ["--format", f"json:{where}", "--format", "text"]):
        done = command("lint", *arguments, folder=folder)
        assert (done.code, done.out, done.err) == (2, "", f"goalgraph: {said}\n")


def test_an_output_that_may_not_be_written_is_wrong_use_and_stays_as_it_is(folder: Path) -> None:
    write(folder, CLEAN)
    (folder / "locked").mkdir(mode=0o555)
    (folder / "out.txt").touch(mode=0o444)
    done = command("lint", "-o", "locked/out.txt", folder=folder, obeying=True)
    assert (done.code, done.err) == (2, "goalgraph: locked/out.txt can't be written: permission denied\n")
    done = command("lint", "-o", "out.txt", folder=folder, obeying=True)
    assert (done.code, done.err) == (2, "goalgraph: out.txt may not be written\n")
    assert (folder / "out.txt").read_bytes() == b""


def test_an_output_that_fails_at_the_last_moment_leaves_all_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write(folder, CLEAN)
    write(folder, "older", "out.txt")
    monkeypatch.setattr(os, "replace", full)
    result = lint("-o", "out.txt")
    assert (result.exit_code, result.stderr) == (2, "goalgraph: out.txt can't be written: no space left on device\n")
    assert (folder / "out.txt").read_text(encoding="utf-8") == "older"
    assert sorted(path.name for path in folder.iterdir()) == [".git", "map.strat", "out.txt"]


# Our own bugs


@pytest.mark.parametrize("form", FORMATS)
def test_a_bug_of_ours_is_told_as_one_and_gives_exit_code_3(folder: Path, form: str) -> None:
    write(folder, ERROR)
    done = python("-c", BROKEN, "lint", "--format", form, folder=folder)
    assert done.code == 3
    first, *trace = done.err.splitlines()
    assert first == "goalgraph: this is a bug in goalgraph, not in your files; please report it with what follows"
    assert trace[0] == "Traceback (most recent call last):"
    assert trace[-1].startswith("ValueError: planted ")
    assert bool(done.output) == (form == "json")


def test_json_stays_valid_where_a_rule_breaks(folder: Path) -> None:
    write(folder, ERROR)
    told = document(python("-c", BROKEN, "lint", "--format", "json", folder=folder).output)
    assert told["failure"] == "ValueError: planted \u202e é"
    assert told["findings"] == []
    assert set(told["summary"].values()) == {0}


def test_a_json_file_is_written_where_a_rule_breaks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(_: PurposeGraph) -> Any:
        raise RuntimeError("planted")

    broken: tuple[Rule, ...] = (RULES[0]._replace(check=check),)
    monkeypatch.setattr(analysis, "RULES", broken)
    write(folder, ERROR)
    (folder / "out.json").write_text("from an earlier run", encoding="utf-8")
    result = lint("--format", "json:out.json", "--format", "text")
    assert (result.exit_code, result.stdout) == (3, "")
    assert document((folder / "out.json").read_bytes())["failure"] == "RuntimeError: planted"
    assert re.search(r"^RuntimeError: planted$", result.stderr, re.MULTILINE)


def test_a_sound_run_tells_of_no_failure(folder: Path) -> None:
    write(folder, ERROR)
    assert "failure" not in document(lint("--format", "json").stdout)


def test_a_format_that_breaks_is_our_bug_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("goalgraph.output.text.render")
    write(folder, CLEAN)
    result = lint("--format", "text", "--format", "json:out.json")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "failure" in document((folder / "out.json").read_bytes())


def test_a_file_by_another_name_is_the_same_place(folder: Path) -> None:
    write(folder, ERROR)
    result = lint("--format", "json:a", "--format", f"text:{folder / 'a'}")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_hyphen_is_standard_output(folder: Path) -> None:
    write(folder, ERROR)
    assert lint("-o", "-").stdout == lint().stdout


def test_findings_never_take_the_place_of_a_map(folder: Path) -> None:
    write(folder, ERROR)
    for arguments in (["-o", "map.strat"], ["--format", "json:new.strat"]):
        result = lint(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "this would take its place" in result.stderr
    assert (folder / "map.strat").read_text(encoding="utf-8") == ERROR
    assert not (folder / "new.strat").exists()


def test_what_a_terminal_would_obey_is_escaped_in_json_and_replaced_in_text(folder: Path) -> None:
    write(folder, 'means badge "Red\u202e\x9b31m"\n', "a\u202eb.strat")
    assert rules(lint("--format", "json").stdout) == ["no-why"]
    for form in FORMATS:
        shown = lint("--format", form).stdout
        assert "\u202e" not in shown
        assert "\x9b" not in shown


def test_json_and_concise_are_utf8_whatever_the_terminal_speaks(folder: Path) -> None:
    write(folder, 'means café "Café"\n')
    for form in ("json", "concise"):
        done = command("lint", "--format", form, folder=folder, environment={"PYTHONIOENCODING": "ascii"})
        assert "café" in done.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no /dev/full")
def test_a_full_standard_output_is_told(folder: Path) -> None:
    write(folder, CLEAN)
    command_line = f"{sys.executable} -m goalgraph lint > /dev/full"
    done = subprocess.run(command_line, shell=True, cwd=folder, capture_output=True, check=False, timeout=60)
    assert (done.returncode, b"standard output can't be written: no space left" in done.stderr) == (2, True)


def test_a_closed_standard_input_is_wrong_use(folder: Path) -> None:
    command_line = f"{sys.executable} -m goalgraph lint - <&-"
    done = subprocess.run(command_line, shell=True, cwd=folder, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (2, b"goalgraph: standard input is closed\n")


@pytest.mark.parametrize(("text", "code"), [(CLEAN, 0), (ERROR, 1)])
def test_a_reader_that_went_away_changes_no_verdict(folder: Path, text: str, code: int) -> None:
    write(folder, text)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "goalgraph", "lint"],
        stdout=writing, stderr=subprocess.PIPE, cwd=folder, check=False, timeout=60,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (code, b"")


def test_a_path_too_long_for_the_system_is_wrong_use(folder: Path) -> None:
    for arguments in (["x" * 5000], ["lint", "x" * 5000]):
        done = command(*arguments, folder=folder)
        assert done.code == 2
    assert "can't be reached: file name too long" in done.err


def test_a_named_file_that_may_not_be_read_is_a_finding(folder: Path) -> None:
    write(folder, CLEAN)
    (folder / "map.strat").chmod(0)
    done = command("lint", "map.strat", folder=folder, obeying=True)
    assert (done.code, "error[unreadable-file]" in done.out) == (1, True)


# --- the time for cuts


def _hard() -> str:
    """All serve all, each as strongly as chance has it: no solver is done with that soon."""
    chance = random.Random(3)
    names = [f"m{number}" for number in range(60)]
    return "".join(
        f"means {name}\n"
        + "".join(f"    serves {each}{chance.choice(('', ' weakly', ' strongly'))}\n" for each in names if each != name)
        for name in names
    )


def test_the_time_for_cuts_is_kept_to_and_what_is_known_is_said(folder: Path) -> None:
    (folder / "map.strat").write_text(_hard(), encoding="utf-8")
    begun = time.monotonic()
    done = command("lint", "--time-limit", "1", "--format", "json", folder=folder)
    assert time.monotonic() - begun < 30
    assert done.code == 1
    (finding,) = [each for each in json.loads(done.out)["findings"] if "cut" in each]
    cut = finding["cut"]
    assert not cut["proven"]
    assert 0 < cut["bound"] < cut["weight"]


def test_ctrl_c_while_a_cut_is_looked_for_ends_it_at_once_and_quietly(folder: Path) -> None:
    (folder / "map.strat").write_text(_hard(), encoding="utf-8")
    linting = [sys.executable, "-m", "goalgraph", "lint", "--time-limit", "100", "-o", "findings.txt"]
    process = subprocess.Popen(linting, cwd=folder, env=unmeasured(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(4)
    assert process.poll() is None, "it was to be in the middle of its work"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert not (folder / "findings.txt").exists()
