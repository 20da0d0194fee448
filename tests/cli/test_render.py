"""`goalgraph render`: one file, wherever it is wanted."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from goalgraph.cli import pictures
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
        (["-o", "/dev/full"], "/dev/full can't be written: no space left on device"),
        (["-o", "x.jpg"], "`.jpg` is the ending of no format: there are html, svg, png, pdf; or say `--format`"),
        (["-o", "map.strat"], "map.strat is a map by its name, and this would take its place"),
        (["--format", "jpg"], "there is no format `jpg`, did you mean `png`?"),
        (["--format", "html:"], "a file is missing after `html:`"),
        (
            ["--format", "html", "--format", "svg", "-o", "x"],
            "two formats go to the same place; say `--format FORMAT:FILE`",
        ),
        (["--open", "-o", "-"], "`--open` opens a file, and this goes to standard output"),
        (["--baseline", "known.json"], "known.json is not there; `--write-baseline` writes it"),
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


def test_nothing_that_is_read_is_overwritten(folder: Path) -> None:
    (folder / "report.html").symlink_to("map.strat")
    done = goalgraph("render", "-o", "report.html", folder=folder)
    said = "goalgraph: {} is read here, and what is written would take its place\n"
    assert (done.code, done.out, done.err) == (2, "", said.format("report.html"))
    assert goalgraph("lint", "--baseline", "known.htm", "--write-baseline", folder=folder).code == 0
    before = (folder / "known.htm").read_bytes()
    done = goalgraph("render", "--baseline", "known.htm", "-o", "./known.htm", folder=folder)
    assert (done.code, done.err) == (2, said.format("known.htm"))
    assert (folder / "map.strat").read_text(encoding="utf-8") == ERROR
    assert (folder / "known.htm").read_bytes() == before


def test_a_place_that_may_not_be_written_is_told_and_left(folder: Path) -> None:
    path = folder / "strategy-report.html"
    path.write_text("older", encoding="utf-8")
    path.chmod(0o444)
    done = goalgraph("render", folder=folder, obeying=True)
    assert (done.code, done.err) == (2, "goalgraph: strategy-report.html may not be written\n")
    assert path.read_text(encoding="utf-8") == "older"


def test_standard_output_that_is_full_is_told(folder: Path) -> None:
    line = f"{sys.executable} -m goalgraph render -o - > /dev/full"
    done = subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        "goalgraph: standard output can't be written: no space left on device\n",
    )


def test_the_report_has_the_findings_of_lint(folder: Path) -> None:
    text = ERROR + '# goalgraph: ignore no-why because "board, May"\nmeans lamp "Lamp"\nmeans car "Car"\n'
    (folder / "map.strat").write_text(text, encoding="utf-8")
    (folder / "goalgraph.toml").write_text('fail-level = "warning"\n[rules]\nno-why = "warning"\n', encoding="utf-8")
    linted, drawn = (goalgraph(command, folder=folder) for command in ("lint", "render"))
    assert "2 warnings (1 ignored)." in linted.out
    count = drawn.err.removeprefix("Wrote strategy-report.html. ").rstrip()
    assert linted.out.splitlines()[-1].startswith(count)
    assert goalgraph("render", "--fail", folder=folder).code == linted.code == 1


def test_what_is_in_the_baseline_does_not_count(folder: Path) -> None:
    assert goalgraph("lint", "--baseline", "known.json", "--write-baseline", folder=folder).code == 0
    done = goalgraph("render", "--fail", "--baseline", "known.json", folder=folder)
    assert (done.code, done.err) == (
        0,
        "Wrote strategy-report.html. Checked 1 file, 4 elements in 1 map: no findings (1 in the baseline).\n",
    )


def test_an_ignore_of_no_rule_is_told_as_lint_tells_it(folder: Path) -> None:
    (folder / "map.strat").write_text(f'# goalgraph: ignore no-such because "x"\n{CLEAN}', encoding="utf-8")
    linted = goalgraph("lint", folder=folder)
    done = goalgraph("render", "--fail", folder=folder)
    assert done.code == linted.code == 2
    assert done.err.splitlines()[1:] == linted.err.splitlines()
    assert goalgraph("render", folder=folder).code == 0


@pytest.mark.parametrize(("program", "told"), [("true", False), ("false", True)])
def test_the_report_is_opened_or_it_is_said_that_it_could_not_be(folder: Path, program: str, told: bool) -> None:
    done = goalgraph("render", "--open", folder=folder, environment={"BROWSER": f"{program} %s"})
    assert done.code == 0
    said = "goalgraph: no browser could be started; open strategy-report.html yourself"
    assert (said in done.err.splitlines()) == told


def test_the_browser_is_given_the_address_of_the_file(folder: Path) -> None:
    done = goalgraph("render", "-o", "a b.html", "--open", folder=folder, environment={"BROWSER": "echo %s"})
    assert done.out.strip() == (folder / "a b.html").as_uri()


def test_a_report_that_is_too_large_to_send_is_told(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "map.strat").write_text('strategy "Other"\n' + CLEAN, encoding="utf-8")
    (folder / "map.strat").write_text('strategy "First"\n' + CLEAN, encoding="utf-8")
    assert pictures.LARGE == 5_000_000
    program = "from goalgraph.cli import pictures\npictures.LARGE = {}\nfrom goalgraph.__main__ import main\nmain()"
    goalgraph("render", folder=folder)
    size = (folder / "strategy-report.html").stat().st_size
    done = python("-c", program.format(size), "render", folder=folder)
    assert (done.code, len(done.err.splitlines())) == (0, 1)
    done = python("-c", program.format(size - 1), "render", folder=folder)
    assert done.code == 0
    assert re.fullmatch(
        r"goalgraph: strategy-report\.html has 0\.\d MB, more than some mail programs and wikis take; "
        r"zipped it is 0\.\d MB, and a map by itself is smaller: `goalgraph render map\.strat`",
        done.err.splitlines()[0],
    )
    done = python("-c", program.format(1000), "render", "map.strat", folder=folder)
    assert done.err.splitlines()[0].endswith(" MB")
    done = python("-c", program.format(1000), "render", "-o", "-", folder=folder)
    assert done.err == ""


def test_where_graphviz_is_missing_that_is_noted_once(folder: Path) -> None:
    program = "import sys; sys.modules['pygraphviz'] = None\nfrom goalgraph.__main__ import main\nmain()"
    done = python("-c", program, "render", "--format", "html", "--format", "svg", folder=folder)
    assert done.code == 0, done.err
    assert done.err.splitlines()[1:] == [
        "goalgraph: Graphviz is not here, so maps are laid out in plain rows; "
        "`pip install 'goalgraph[report]'` brings it"
    ]


def test_a_map_that_could_not_be_read_has_a_report_that_says_so(folder: Path) -> None:
    (folder / "map.strat").write_bytes(b"\xff\xfe\x00means")
    done = goalgraph("render", "-o", "-", folder=folder)
    assert done.code == 0
    assert "UTF-8" in done.out
