"""`lint --statistics`: how many findings each rule has."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import goalgraph.output
from tests.cli.running import goalgraph as command
from tests.cli.running import python
from tests.cli.terminals import in_terminal
from tests.cli.test_lint import BROKEN

SCHEMA = json.loads(Path(goalgraph.output.__path__[0], "schema", "statistics-1.json").read_text(encoding="utf-8"))
MAP = (
    'value v "V"\nobjective o "Families wait less"\n    serves v\nmeans m "M"\n    serves o\n'
    "    serves nowhere\n    serves where\n"
    "means a\nmeans b\nmeans c\nmeans d\n    serves e\nmeans e\n    serves d\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "map.strat").write_text(MAP, encoding="utf-8")
    return tmp_path


def test_rules_are_counted_the_most_first(folder: Path) -> None:
    done = command("lint", "--statistics", folder=folder)
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        "3  error    no-why        A means or bridge serves nothing.\n"
        "2  error    unknown-name  A link names nothing that the map declares.\n"
        "1  error    closed-loop   A loop is its own purpose: nothing leads out of it to a value.\n"
        "2 links could not be followed: whatever may depend on them was not judged\n"
        "Checked 1 file, 8 elements in 1 map: 6 errors.\n"
    )


def test_programs_get_the_same_numbers(folder: Path) -> None:
    done = command("lint", "--statistics", "--format", "json", folder=folder)
    told = json.loads(done.out)
    Draft202012Validator(SCHEMA).validate(told)
    assert done.code == 1
    assert [(each["rule"], each["count"]) for each in told["statistics"]] == [
        ("no-why", 3),
        ("unknown-name", 2),
        ("closed-loop", 1),
    ]


def test_counts_go_to_files_and_exit_codes_stay(folder: Path) -> None:
    done = command("lint", "--statistics", "--format", "json:out.json", "--format", "text", folder=folder)
    assert (done.code, done.out) == (1, command("lint", "--statistics", folder=folder).out)
    assert len(json.loads((folder / "out.json").read_bytes())["statistics"]) == 3
    (folder / "map.strat").write_text("", encoding="utf-8")
    done = command("lint", "--statistics", folder=folder)
    assert (done.code, done.out) == (0, "Checked 1 file, 0 elements in 1 map: no findings.\n")


@pytest.mark.parametrize("form", ["sarif", "concise", "github:out"])
def test_other_formats_are_wrong_use(folder: Path, form: str) -> None:
    done = command("lint", "--statistics", "--format", form, folder=folder)
    name = form.partition(":")[0]
    told = f"goalgraph: `--statistics` is written as text or json, not as {name}\n"
    assert (done.code, done.out, done.err) == (2, "", told)


def test_json_stays_valid_where_a_rule_breaks(folder: Path) -> None:
    done = python("-c", BROKEN, "lint", "--statistics", "--format", "json", folder=folder)
    told = json.loads(done.out)
    Draft202012Validator(SCHEMA).validate(told)
    assert done.code == 3
    assert told["failure"].startswith("ValueError: planted")


def test_in_a_narrow_terminal_what_a_rule_finds_is_left_away(folder: Path) -> None:
    seen = in_terminal("lint", "--statistics", folder=folder, columns=40)
    assert seen.text.startswith("3  error    no-why\n2  error    unknown-name\n")
    assert "\x1b[1;31merror\x1b[0m" in seen.shown
