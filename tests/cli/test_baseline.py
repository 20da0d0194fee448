"""`lint --baseline`: a team begins with what it has, and lets nothing new in."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Done
from tests.cli.running import goalgraph as command

MAP = 'strategy s\nvalue v "V"\nobjective o "Better outcomes"\n    serves v\nmeans m "Mm"\n    serves o\nmeans x "Xx"\n'
LOOP = "means a\n    serves b\nmeans b\n    serves a\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "plan").mkdir()
    write(tmp_path, MAP + LOOP)
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "plan" / "map.strat").write_text(text, encoding="utf-8")


def lint(folder: Path, *arguments: str) -> Done:
    return command("lint", "--format", "concise", "--baseline", "known.json", *arguments, folder=folder)


def begin(folder: Path) -> str:
    done = lint(folder, "--write-baseline")
    assert (done.code, done.err) == (0, "known.json holds 2 findings now.\n")
    return (folder / "known.json").read_text(encoding="utf-8")


def test_a_team_begins_with_what_it_has(folder: Path) -> None:
    assert command("lint", folder=folder).code == 1
    begun = begin(folder)
    for arguments in ((), ("--lock-baseline",), ("--write-baseline",)):
        done = lint(folder, *arguments)
        assert (done.code, done.err) == (0, "")
        assert done.out == "Checked 1 file, 6 elements in 1 map: no findings (2 in the baseline).\n"
    assert (folder / "known.json").read_text(encoding="utf-8") == begun


def test_fix_one_and_add_one_fails(folder: Path) -> None:
    begin(folder)
    write(folder, MAP.replace("means x", "means y") + LOOP)
    done = lint(folder)
    assert done.code == 1
    assert done.out.splitlines()[0].startswith("plan/map.strat:7:7: error[no-why]")
    assert done.out.endswith(": 1 error (1 in the baseline).\n")


def test_a_file_that_moves_passes(folder: Path) -> None:
    begin(folder)
    (folder / "plan" / "map.strat").rename(folder / "plan" / "other.strat")
    (folder / "plan").rename(folder / "moved")
    assert lint(folder, "--lock-baseline").code == 0


def test_what_could_shrink_fails_where_it_is_locked_until_it_is_rewritten(folder: Path) -> None:
    begin(folder)
    write(folder, MAP)
    assert lint(folder).code == 0
    done = lint(folder, "--lock-baseline")
    assert done.code == 1
    assert done.err == "goalgraph: 1 finding of known.json is gone: let it shrink with `--write-baseline`\n"
    done = lint(folder, "--write-baseline")
    assert (done.code, done.err) == (0, "known.json holds 1 finding now, 1 fewer than before.\n")
    assert lint(folder, "--lock-baseline").code == 0


def test_what_is_new_is_not_let_in(folder: Path) -> None:
    begin(folder)
    write(folder, MAP + LOOP + "means y\n")
    done = lint(folder, "--write-baseline")
    assert (done.code, done.err) == (1, "")
    write(folder, MAP + "means y\n")
    done = lint(folder, "--write-baseline")
    assert (done.code, done.err) == (1, "known.json holds 1 finding now, 1 fewer than before.\n")
    assert '"x"' in (folder / "known.json").read_text(encoding="utf-8")


def test_of_one_file_that_is_linted_alone_the_rest_is_not_gone(folder: Path) -> None:
    (folder / "plan" / "more.strat").write_text("means z\n", encoding="utf-8")
    lint(folder, "--write-baseline")
    for arguments in (["plan/more.strat", "--lock-baseline"], ["plan/map.strat", "--write-baseline"]):
        done = lint(folder, *arguments)
        assert (done.code, done.err) == (0, "")


def test_a_file_that_can_not_be_read_takes_nothing_out(folder: Path) -> None:
    begun = begin(folder)
    write(folder, "strategy s\nmeans\n")
    assert lint(folder, "--lock-baseline").code == 1
    assert lint(folder, "--lock-baseline").err == ""
    assert lint(folder, "--write-baseline").code == 1
    assert (folder / "known.json").read_text(encoding="utf-8") == begun


def test_json_keeps_what_is_known_and_marks_it(folder: Path) -> None:
    begin(folder)
    done = command("lint", "--format", "json", "--baseline", "known.json", folder=folder)
    document = json.loads(done.out)
    assert [finding["silence"] for finding in document["findings"]] == [{"by": "baseline", "reason": None}] * 2
    assert (document["summary"]["errors"], document["summary"]["baseline"]) == (0, 2)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"version": 9, "findings": []}', "known.json: this baseline has version 9"),
        ('{"version": 1, "findings": [', "known.json: this is no whole JSON (line 1, column 29)"),
        ("<<<<<<< ours\n", "known.json: line 1 holds the marks of a merge conflict"),
        ("\udcff", "known.json: this file is not UTF-8"),
    ],
)
@pytest.mark.parametrize("arguments", [(), ("--write-baseline",), ("--lock-baseline",)])
def test_a_baseline_that_can_not_be_read_is_wrong_use_and_stays(
    folder: Path, content: str, told: str, arguments: tuple[str, ...]
) -> None:
    path = folder / "known.json"
    path.write_bytes(content.encode(errors="surrogateescape"))
    done = lint(folder, *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"goalgraph: {told}")
    assert path.read_bytes() == content.encode(errors="surrogateescape")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--baseline", "known.json"], "known.json is not there; `--write-baseline` writes it"),
        (["--write-baseline"], "`--write-baseline` needs `--baseline FILE`"),
        (["--lock-baseline"], "`--lock-baseline` needs `--baseline FILE`"),
        (["--baseline", "b.strat", "--write-baseline"], "b.strat is a map by its name"),
        (
            ["--baseline", "k", "--write-baseline", "--lock-baseline"],
            "`--lock-baseline` forbids the baseline to change",
        ),
        (["--baseline", "plan", "--lock-baseline"], "plan: this is a folder, not a file"),
        (["--baseline", "no/such/known.json", "--write-baseline"], "no/such/known.json can't be written: no such file"),
    ],
)
def test_wrong_use_is_told(folder: Path, arguments: list[str], told: str) -> None:
    done = command("lint", *arguments, folder=folder)
    assert done.code == 2
    assert done.err.startswith(f"goalgraph: {told}")


def test_a_baseline_that_may_not_be_written_is_told_after_the_findings(folder: Path) -> None:
    (folder / "locked").mkdir(mode=0o555)
    done = command("lint", "--baseline", "locked/k.json", "--write-baseline", folder=folder, obeying=True)
    assert done.code == 2
    assert done.err == "goalgraph: locked/k.json can't be written: permission denied\n"
    assert done.out.endswith("no findings (2 in the baseline).\n")
