"""`goalgraph render`: one file, wherever it is wanted."""

from pathlib import Path

import pytest

from tests.cli.running import goalgraph, python

CLEAN = """\
value trust "Clients trust us"
objective calm "Clients sleep well"
    serves trust
means desk "Help desk"
    serves calm
"""
ERROR = CLEAN + 'means badge "Bädge"\n'
BROKEN = """
from goalgraph.output import html
def render(verdict):
    raise ValueError("planted")
html.render = render
from goalgraph.__main__ import main
main()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "map.strat").write_text(ERROR, encoding="utf-8")
    return tmp_path


def test_the_report_is_one_file_and_the_rest_goes_to_standard_error(folder: Path) -> None:
    done = goalgraph("render", folder=folder)
    assert (done.code, done.out) == (0, "")
    assert done.err == "Wrote strategy-report.html. Checked 1 file, 4 elements in 1 map: 1 error.\n"
    assert sorted(path.name for path in folder.iterdir()) == [".git", "map.strat", "strategy-report.html"]
    page = (folder / "strategy-report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Bädge" in page


@pytest.mark.parametrize("option", ["-o", "--output"])
def test_the_output_option_says_where_to(folder: Path, option: str) -> None:
    done = goalgraph("render", "map.strat", option, "out put.html", folder=folder)
    assert done.err.startswith("Wrote out put.html. ")
    assert (folder / "out put.html").read_bytes().rstrip().endswith(b"</html>")


def test_a_hyphen_is_standard_output(folder: Path) -> None:
    goalgraph("render", folder=folder)
    done = goalgraph("render", "-o", "-", folder=folder)
    assert (done.code, done.err) == (0, "")
    assert done.output == (folder / "strategy-report.html").read_bytes()
    assert not (folder / "-").exists()


def test_standard_input_is_rendered(folder: Path) -> None:
    done = goalgraph("render", "-", "-o", "-", folder=folder, stdin=CLEAN.encode())
    assert done.code == 0
    assert "Clients sleep well" in done.out
    assert "Bädge" not in done.out


def test_findings_do_not_fail_it_unless_it_is_asked_to(folder: Path) -> None:
    assert goalgraph("render", folder=folder).code == 0
    assert goalgraph("render", "--fail", folder=folder).code == 1
    assert (folder / "strategy-report.html").exists()
    (folder / "map.strat").write_text(CLEAN, encoding="utf-8")
    assert goalgraph("render", "--fail", folder=folder).code == 0
    (folder / "map.strat").write_text(CLEAN + "means rest\n    serves trust\n", encoding="utf-8")
    assert goalgraph("render", "--fail", folder=folder).code == goalgraph("lint", folder=folder).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "taken"], "taken is a folder"),
        (["-o", "missing/out.html"], "missing/out.html can't be written: no such file or directory"),
        (["nowhere"], "nowhere is not there"),
        (["taken"], "nothing to check: no `.strat` file in taken (`--allow-empty` permits it)"),
    ],
)
def test_wrong_use_gives_2_and_writes_nothing(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "taken").mkdir()
    done = goalgraph("render", *arguments, folder=folder)
    assert (done.code, done.out, done.err) == (2, "", f"goalgraph: {said}\n")
    assert sorted(path.name for path in folder.iterdir()) == [".git", "map.strat", "taken"]


def test_an_empty_report_may_be_allowed(folder: Path) -> None:
    (folder / "empty").mkdir()
    done = goalgraph("render", "empty", "--allow-empty", "-o", "-", folder=folder)
    assert (done.code, done.out[:15]) == (0, "<!doctype html>")


def test_an_older_report_is_replaced_and_keeps_its_mode(folder: Path) -> None:
    path = folder / "strategy-report.html"
    path.write_text("older", encoding="utf-8")
    path.chmod(0o640)
    assert goalgraph("render", folder=folder).code == 0
    assert path.read_bytes().startswith(b"<!doctype html>")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_bug_of_ours_gives_3_and_leaves_the_older_report(folder: Path) -> None:
    path = folder / "strategy-report.html"
    path.write_text("older", encoding="utf-8")
    done = python("-c", BROKEN, "render", "--fail", folder=folder)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("goalgraph: this is a bug in goalgraph, not in your files")
    assert done.err.rstrip().endswith("ValueError: planted")
    assert path.read_text(encoding="utf-8") == "older"
