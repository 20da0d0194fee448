"""`goalgraph import`, as it is called."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from goalgraph.cli.import_command import import_model
from tests.notations.conftest import Build


@pytest.fixture
def model(tmp_path: Path, archi: Build) -> Path:
    path = tmp_path / "acme.archimate"
    path.write_bytes(
        archi(
            [("g", "Goal", "Fidélité"), ("c", "CourseOfAction", "Care"), ("n", "Node", "Node"), ("x", "Gap", "Gap")],
            [("c", "Realization", "g"), *[("c", "Flow", "g")] * 10],
        )
    )
    return path


def _run(*arguments: Path | str) -> Result:
    app = typer.Typer()
    app.command()(import_model)
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_prints_the_map_and_tells_the_rest(model: Path) -> None:
    result = _run(model)
    assert result.exit_code == 0
    assert result.stdout_bytes.decode().startswith('strategy acme "Acme"\n\nobjective fidélité "Fidélité"\n')
    assert result.stderr.splitlines() == [
        "left out:",
        "  10  Flow relations",
        "   1  Gap elements",
        "   1  core elements linked to no motivation, strategy or implementation",
        "imported 2 elements and 1 link",
    ]


def test_layers(model: Path) -> None:
    assert "means node" in _run(model, "--layers", "all").stdout
    assert _run(model, "--layers", "some").exit_code == 2


def test_writes_a_file_and_nothing_beside_it(model: Path, tmp_path: Path) -> None:
    target = tmp_path / "acme.strat"
    target.write_text("older")
    result = _run(model, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("strategy acme")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["acme.archimate", "acme.strat"]


@pytest.mark.parametrize("where", ["missing/acme.strat", ".", "acme.archimate"])
def test_an_output_that_cannot_be_written(model: Path, tmp_path: Path, where: str) -> None:
    before = model.read_bytes()
    result = _run(model, "-o", tmp_path / where)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert model.read_bytes() == before


@pytest.mark.parametrize("content", [None, b"", b"hello", b"<svg/>"])
def test_an_input_that_cannot_be_read(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "model.xml"
    if content is not None:
        path.write_bytes(content)
    for result in (_run(path), _run(path, "-o", tmp_path / "out.strat")):
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"goalgraph: {path} can't be read: ")
        assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out.strat").exists()


def test_xml_is_loaded_only_when_something_is_imported() -> None:
    show = "import sys; print({'defusedxml', 'zipfile', 'xml.sax', 'goalgraph.notations'} & set(sys.modules))"
    code = f"import goalgraph.cli.import_command; {show}"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "set()\n"
