"""goalgraph as people get it: from a wheel, an editable install, a source distribution and a plain checkout.

The grammar lies beside the package in a checkout and inside it in a wheel, so each is tried from a folder of its own.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import goalgraph

PROJECT = Path(__file__).resolve().parents[2]
MAP = 'value v "V"\nmeans a "A"\n    serves b\nmeans b "B"\n    serves a\n'
WHERE = "import goalgraph, goalgraph.syntax.grammar as g; print(goalgraph.__file__); print(g.grammar_folder())"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("built")
    sources = folder / "sources"
    shutil.copytree(PROJECT, sources, ignore=shutil.ignore_patterns(".venv", ".git", ".*_cache", ".hypothesis"))
    for target in ("wheel", "sdist"):
        run("-m", "hatchling", "build", "-t", target, "-d", str(folder), folder=sources)
    return folder


def run(*arguments: str, folder: Path, path: Path | None = None, code: int = 0) -> str:
    """Runs Python in a folder, with another one before all others on its path."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    if path:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def assert_works(folder: Path, path: Path | None, package: Path, grammar: Path) -> None:
    """Checks where goalgraph is loaded from, and that every part that reads a file of its own finds it."""
    init, found = run("-c", WHERE, folder=folder, path=path).splitlines()
    assert (Path(init).parent, Path(found)) == (package, grammar)
    (folder / "m").mkdir()
    (folder / "m" / ".git").mkdir()
    (folder / "m" / "x.strat").write_text(MAP)
    assert run("-m", "goalgraph", "--version", folder=folder, path=path).startswith("goalgraph ")
    assert "closed-loop" in run("-m", "goalgraph", "lint", "m", folder=folder, path=path, code=1)
    assert "## Why it matters" in run("-m", "goalgraph", "rule", "closed-loop", folder=folder, path=path)
    assert "<svg" in run("-m", "goalgraph", "render", "m", "-o", "-", folder=folder, path=path)
    assert "<svg" in run("-m", "goalgraph", "render", "m", "--format", "svg", "-o", "-", folder=folder, path=path)


def test_from_a_wheel(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    site = tmp_path / "site"
    run("-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(site), str(wheel), folder=tmp_path)
    assert_works(tmp_path, site, site / "goalgraph", site / "goalgraph" / "grammar")


def test_a_wheel_in_a_fresh_environment_brings_the_command(built: Path, tmp_path: Path) -> None:
    """What it depends on is taken from the environment of the tests, to be fast."""
    (wheel,) = built.glob("*.whl")
    venv = tmp_path / "venv"
    run("-m", "venv", "--without-pip", str(venv), folder=tmp_path)
    inside = venv / "bin" / "python"
    pip = ("-m", "pip", "--python", str(inside), "--disable-pip-version-check")
    run(*pip, "install", "-q", "--no-deps", "--no-index", str(wheel), folder=tmp_path)
    (site,) = venv.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    (tmp_path / "x.strat").write_text(MAP)

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(venv / "bin" / "goalgraph"), *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    where = subprocess.run([str(inside), "-c", WHERE], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert where.stdout.splitlines() == [str(site / "goalgraph" / "__init__.py"), str(site / "goalgraph" / "grammar")]
    assert command("--version").stdout == f"goalgraph {goalgraph.__version__}\n"
    linted = command("x.strat")
    assert (linted.returncode, linted.stderr) == (1, "")
    assert "closed-loop" in linted.stdout
    assert command("rule", "closed-loop").stdout.startswith("# closed-loop\n")
    assert command("render", "-o", "report.html").returncode == 0
    assert "<svg" in (tmp_path / "report.html").read_text(encoding="utf-8")


def _needed(requires: list[str] | None, extras: set[str], known: set[str]) -> None:
    """Finds the names of what must be installed for what a distribution requires with some extras."""
    for wanted in map(Requirement, requires or ()):
        asked = wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras))
        if asked and wanted.name not in known:
            known.add(wanted.name)
            _needed(distribution(wanted.name).requires, wanted.extras, known)


def bare(wheel: Path, folder: Path, *extras: str) -> Path:
    """The command in an environment that has the wheel, and of other packages those alone that an extra asks for."""
    venv = folder / "-".join(("venv", *extras))
    run("-m", "venv", "--without-pip", str(venv), folder=folder)
    pip = ("-m", "pip", "--python", str(venv / "bin" / "python"), "--disable-pip-version-check")
    run(*pip, "install", "-q", "--no-deps", "--no-index", str(wheel), folder=folder)
    (site,) = venv.glob("lib/python*/site-packages")
    (metadata,) = site.glob("goalgraph-*.dist-info")
    needed: set[str] = set()
    _needed(Distribution.at(metadata).requires, set(extras), needed)
    for found in map(distribution, sorted(needed)):
        for top in {path.parts[0] for path in found.files or () if path.parts[0] not in ("..", "__pycache__")}:
            if not (site / top).exists():
                (site / top).symlink_to(Path(str(found.locate_file(top))))
    run(*pip, "check", folder=folder)
    return venv / "bin" / "goalgraph"


def test_the_extra_lsp_brings_what_the_language_server_needs(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    without, with_it = bare(wheel, tmp_path), bare(wheel, tmp_path, "lsp")
    told = subprocess.run([without, "lsp"], cwd=tmp_path, capture_output=True, check=False, text=True)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == "goalgraph: `lsp` needs the package pygls: `pip install 'goalgraph[lsp]'`\n"
    begin: dict[str, object] = {"processId": None, "rootUri": None, "capabilities": {}}
    talk = b"".join(
        b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        for body in (
            json.dumps({"jsonrpc": "2.0", **message}).encode()
            for message in (
                {"id": 1, "method": "initialize", "params": begin},
                {"id": 2, "method": "shutdown"},
                {"method": "exit"},
            )
        )
    )
    done = subprocess.run([with_it, "lsp"], cwd=tmp_path, input=talk, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'"hoverProvider": true' in done.stdout


def test_from_a_source_distribution(built: Path, tmp_path: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    # Not by tarfile, which wants a filter from Python 3.12 on and knows of none in Debian's 3.11.2.
    subprocess.run(["tar", "-xzf", str(archive), "-C", str(tmp_path)], check=True)
    (unpacked,) = tmp_path.glob("goalgraph-*")
    assert (unpacked / "examples" / "portal" / "it.strat").is_file()
    assert_works(tmp_path, unpacked, unpacked / "goalgraph", unpacked / "grammar")


def test_from_a_checkout(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    for part in ("goalgraph", "grammar"):
        shutil.copytree(PROJECT / part, checkout / part)
    assert_works(tmp_path, checkout, checkout / "goalgraph", checkout / "grammar")


def test_from_an_editable_install(tmp_path: Path) -> None:
    """The one that `make test` has made."""
    assert_works(tmp_path, None, PROJECT / "goalgraph", PROJECT / "grammar")


def test_the_wheel_holds_every_file_that_is_read(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"goalgraph/{path.relative_to(PROJECT / 'goalgraph').as_posix()}" for path in _data_files()}
    wanted |= {f"goalgraph/grammar/{name}" for name in ("strat.lark", "strat.tmLanguage.json")}
    assert wanted <= held
    assert not any(name.startswith(("tests/", "examples/")) for name in held)


def _data_files() -> list[Path]:
    kinds = (".md", ".txt", ".j2", ".css", ".js", ".json")
    files = [path for path in (PROJECT / "goalgraph").rglob("*") if path.suffix in kinds]
    assert len(files) > 30
    assert {"report.js", "report.html.j2", "base.css", "picture.svg.j2"} <= {path.name for path in files}
    return files
