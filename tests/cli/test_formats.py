"""Every exit code in every format, several formats at once, and what is left valid when goalgraph itself fails."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from typer.testing import CliRunner, Result

from goalgraph import analysis
from goalgraph.cli.app import build
from goalgraph.cli.lint import _FORMATS
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.catalogue import RULES
from tests.cli.running import goalgraph as command
from tests.cli.running import python
from tests.output.validators import needs_multitool, sarif_schema
from tests.output.verdicts import ROOT

CLEAN = 'value v "V"\nobjective o "O"\n    serves v\nmeans m "M"\n    serves o\n'
WARNING = f"{CLEAN}means f\n    feeds o\n"
ERROR = f'{CLEAN}means a "A"\n    serves b\nmeans b "B"\n    serves a\n'
UNKNOWN_RULE = f"# goalgraph: ignore no-such-rule\n{ERROR}"
MACHINE = sorted(set(_FORMATS) - {"text", "concise"})
# Another process in which a rule breaks.
BROKEN = """
from goalgraph import analysis
def check(graph):
    raise ValueError("planted \\u202e <é> & 100%")
analysis.RULES = (analysis.RULES[0]._replace(check=check),)
from goalgraph.__main__ import main
main()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder above which nothing is looked for."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


def lint(*arguments: str) -> Result:
    return CliRunner().invoke(build("lint"), ["lint", *arguments])


def _xml(text: str) -> Element:
    read: Element = fromstring(text)
    return read


def _lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def _commands(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("::")]


READ: dict[str, Callable[[str], Any]] = {
    "json": json.loads,
    "json-lines": _lines,
    "sarif": json.loads,
    "github": _commands,
    "gitlab": json.loads,
    "junit": _xml,
    "rdjson": json.loads,
    "checkstyle": _xml,
}


def test_every_format_is_in_the_matrix() -> None:
    assert sorted(READ) == MACHINE


@pytest.mark.parametrize("form", _FORMATS)
@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (CLEAN, (), 0),
        (WARNING, (), 0),
        (WARNING, ("--fail-level", "warning"), 1),
        (ERROR, (), 1),
        (ERROR, ("nowhere.strat",), 2),
        (UNKNOWN_RULE, (), 2),
    ],
)
def test_exit_codes_are_the_same_in_every_format(
    folder: Path, form: str, text: str, arguments: tuple[str, ...], code: int
) -> None:
    (folder / "map.strat").write_text(text)
    result = lint("--format", form, *arguments)
    assert result.exit_code == code
    if "nowhere.strat" in arguments:
        assert result.stdout == ""
    elif form in READ:
        READ[form](result.stdout)
    if form == "sarif" and result.stdout:
        assert json.loads(result.stdout)["runs"][0]["invocations"][0]["exitCode"] == code


@pytest.mark.parametrize("form", _FORMATS)
def test_a_bug_of_ours_is_exit_code_3_in_every_format(folder: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(graph: PurposeGraph) -> Any:
        raise ValueError(f"planted \u202e <é> & 100% {len(graph.elements)}")

    (folder / "map.strat").write_text(ERROR)
    monkeypatch.setattr(analysis, "RULES", (RULES[0]._replace(check=check),))
    result = lint("--format", form)
    assert result.exit_code == 3
    assert "this is a bug in goalgraph" in result.stderr
    if form in READ:
        assert "planted" in result.stdout
        READ[form](result.stdout)
    else:
        assert result.stdout == ""


@needs_multitool
def test_sarif_and_json_are_valid_when_the_command_fails_in_a_process_of_its_own(folder: Path) -> None:
    (folder / "map.strat").write_text(ERROR)
    files = ["--format", "sarif:f.sarif", "--format", "json:f.json", "--format", "junit:f.xml", "--format", "text"]
    done = python("-c", BROKEN, "lint", *files, folder=folder)
    assert (done.code, done.out) == (3, "")
    written = (folder / "f.sarif").read_text(encoding="utf-8")
    assert sarif_schema({"failed": written}, folder) == ""
    (invocation,) = json.loads(written)["runs"][0]["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 3)
    assert json.loads((folder / "f.json").read_text(encoding="utf-8"))["failure"].startswith("ValueError: planted")
    assert fromstring((folder / "f.xml").read_bytes()).get("errors") == "1"


@pytest.mark.parametrize("form", MACHINE)
def test_the_command_prints_what_its_function_does_as_utf_8(folder: Path, form: str) -> None:
    (folder / "map.strat").write_text(ERROR.replace('"A"', '"Ä 👍"'), encoding="utf-8")
    done = command("lint", "--format", form, folder=folder, environment={"PYTHONIOENCODING": "ascii"})
    assert (done.code, done.err) == (1, "")
    assert done.out == lint("--format", form).stdout
    assert "Ä 👍" in done.out


def test_all_formats_at_once_to_files_of_their_own(folder: Path) -> None:
    (folder / "map.strat").write_text(ERROR)
    options = [option for form in _FORMATS for option in ("--format", f"{form}:out/{form}")]
    (folder / "out").mkdir()
    result = lint(*options)
    assert (result.exit_code, result.stdout) == (1, "")
    for form in MACHINE:
        assert (folder / "out" / form).read_text(encoding="utf-8") == lint("--format", form).stdout


@pytest.mark.parametrize("form", MACHINE)
def test_no_format_drops_a_link_of_a_loop(folder: Path, form: str) -> None:
    (folder / "map.strat").write_text(ERROR)
    written = lint("--format", form).stdout
    assert written.count("map.strat") >= 2
    for name in "`a`", "`b`":
        assert name in written or form in ("json", "json-lines")


@pytest.mark.parametrize("form", MACHINE)
def test_a_file_whose_name_is_no_utf_8_is_told(folder: Path, form: str) -> None:
    try:
        Path("odd-\udcff.strat").write_text(ERROR)
    except OSError:  # some file systems have no such names, and nothing is to be shown there
        (folder / "odd.strat").write_text(ERROR)
    result = command("lint", "--format", form, folder=folder)
    assert result.code == 1
    READ[form](result.out)
    assert "odd" in result.out


@pytest.mark.parametrize("form", MACHINE)
def test_standard_input_has_a_name_of_its_own(folder: Path, form: str) -> None:  # noqa: ARG001  # the working folder
    result = CliRunner().invoke(build("lint"), ["lint", "-", "--format", form], ERROR.encode())
    assert result.exit_code == 1
    READ[form](result.stdout)
    assert any(name in result.stdout for name in ("<stdin>", "%3Cstdin%3E", "&lt;stdin&gt;"))


# The summary of a job on GitHub


def test_the_summary_of_a_job_goes_behind_what_the_file_holds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "map.strat").write_text(ERROR)
    file = folder / "summary.md"
    file.write_text("# Before\n\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    assert lint("--format", "github").exit_code == 1
    written = file.read_text(encoding="utf-8")
    assert written.startswith("# Before\n\n## goalgraph\n\nChecked 1 file, 5 elements in 1 map: 1 error.\n")
    assert "### error: closed-loop" in written
    lint("--format", "github")
    assert file.read_text(encoding="utf-8") == written + written.removeprefix("# Before\n\n")


@pytest.mark.parametrize("form", sorted(set(_FORMATS) - {"github"}))
def test_other_formats_write_no_summary(folder: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "map.strat").write_text(ERROR)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    lint("--format", form)
    assert not (folder / "summary.md").exists()


def test_a_summary_that_can_not_be_written_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "map.strat").write_text(ERROR)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "no" / "summary.md"))
    result = lint("--format", "github")
    assert result.exit_code == 2
    assert result.stderr.endswith("summary.md can't be written: no such file or directory\n")
    assert result.stdout.startswith("::error file=map.strat,")


def test_the_summary_of_a_bug_says_so(folder: Path) -> None:
    (folder / "map.strat").write_text(ERROR)
    environment = {"GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    done = python("-c", BROKEN, "lint", "--format", "github", folder=folder, environment=environment)
    assert done.code == 3
    assert (folder / "summary.md").read_text(encoding="utf-8").startswith("## goalgraph\n\ngoalgraph itself failed")


def test_an_example_gives_no_absolute_path(folder: Path) -> None:  # noqa: ARG001  # the working folder
    for form in MACHINE:
        assert f'"{ROOT}' not in lint("--format", form, str(ROOT / "examples" / "portal")).stdout
