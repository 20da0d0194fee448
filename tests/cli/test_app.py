"""The command as a whole: its commands, how it ends, and what it loads."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import goalgraph
from tests.cli.running import goalgraph as command
from tests.helpers import unmeasured

COMMANDS = ["lint", "render", "fmt", "rule", "import", "init", "lsp"]
CLEAN = """\
value trust "Clients trust us"
objective calm "Clients sleep well"
    serves trust
means desk "Help desk"
    serves calm
"""
LOOP = CLEAN + "means audit\n    serves badge\nmeans badge\n    serves audit\n"
# Runs a command and prints which of the costly modules it has loaded.
LOADED = """
import sys
from goalgraph.cli.app import main
try:
    main()
except SystemExit as end:
    code = end.code
costly = ("networkx", "multiprocessing", "jinja2", "xml", "defusedxml", "highspy", "pygls", "lsprotocol", "pygments")
costly = (*costly, "pygraphviz")
print(code, *[name for name in costly if name in sys.modules], file=sys.stderr)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def loaded(folder: Path, *arguments: str, program: str = LOADED) -> str:
    """The exit code, and which costly modules are loaded by the command alone."""
    environment = unmeasured()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return done.stderr.decode().splitlines()[-1]


def test_the_version_is_the_one_of_the_package(tmp_path: Path) -> None:
    done = command("--version", folder=tmp_path)
    assert (done.code, done.out, done.err) == (0, f"goalgraph {goalgraph.__version__}\n", "")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_lists_every_command(tmp_path: Path, option: str) -> None:
    done = command(option, folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    listed = [line.strip("│ ").split(" ")[0] for line in done.out.split("Commands")[1].splitlines()]
    assert [word for word in listed if word in COMMANDS] == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help(tmp_path: Path, name: str, option: str) -> None:
    done = command(name, option, folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert f"goalgraph {name} [OPTIONS]" in done.out


def test_without_a_command_help_is_shown_and_it_is_wrong_use(tmp_path: Path) -> None:
    done = command(folder=tmp_path)
    assert done.code == 2
    assert all(name in done.out + done.err for name in COMMANDS)


@pytest.mark.parametrize("arguments", [["lnit"], ["--unknown"], ["lint", "--unknown"], ["--format", "json"]])
def test_an_unknown_command_or_option_is_wrong_use(tmp_path: Path, arguments: list[str]) -> None:
    done = command(*arguments, folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert arguments[-1] in done.err or arguments[0] in done.err


def test_an_interrupt_ends_it_with_130_and_without_a_word(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "goalgraph", "lint", "-"],
        cwd=folder,
        env=unmeasured(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        # More than a pipe holds: when all of it is taken, the command is reading.
        process.stdin.write(b"#" * 1_000_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        output, err = process.communicate(timeout=30)
    assert (process.returncode, output, err) == (130, b"", b"")


@pytest.mark.parametrize(
    "arguments", ["lint", "lint --format concise", "lint --format json", "fmt --diff", "rule", "render -o -"]
)
def test_a_reader_that_goes_away_is_no_reason_to_complain(folder: Path, arguments: str) -> None:
    (folder / "map.strat").write_text("".join(f"means  m{i}\n" for i in range(3000)), encoding="utf-8")
    line = f"{sys.executable} -m goalgraph {arguments} | head -n 1"
    done = subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, check=True)
    assert len(done.stdout.splitlines()) == 1
    told = done.stderr.decode().splitlines()
    assert [said for said in told if "would be changed" not in said] == []


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_a_small_clean_map_is_linted_without_what_is_costly_to_load(folder: Path, form: str) -> None:
    (folder / "map.strat").write_text(CLEAN, encoding="utf-8")
    assert loaded(folder, "lint", "--format", form) == "0"


def test_lark_is_loaded_for_what_was_not_read_before(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    program = LOADED.replace('"networkx"', '"networkx", "lark"')
    (folder / "map.strat").write_text(CLEAN, encoding="utf-8")
    assert [loaded(folder, "lint", program=program) for _ in range(2)] == ["0 lark", "0"]
    (folder / "map.strat").write_text(CLEAN.replace("Help desk", "Service desk"), encoding="utf-8")
    assert loaded(folder, "lint", program=program) == "0 lark"


def test_a_map_with_a_small_loop_is_linted_without_networkx(folder: Path) -> None:
    (folder / "map.strat").write_text(LOOP, encoding="utf-8")
    assert loaded(folder, "lint") == "1"


def test_a_map_with_a_large_loop_is_what_networkx_is_loaded_for(folder: Path) -> None:
    ring = "".join(f"means n{number}\n    serves n{(number + 1) % 300}\n" for number in range(300))
    (folder / "map.strat").write_text(ring, encoding="utf-8")
    # What networkx loads in turn is its own affair.
    assert loaded(folder, "lint").split()[:2] == ["1", "networkx"]


def test_a_map_with_other_findings_is_linted_without_networkx(folder: Path) -> None:
    (folder / "map.strat").write_text(CLEAN + "means badge\nnonsense\n", encoding="utf-8")
    assert loaded(folder, "lint") == "1"


def test_the_report_is_what_jinja_and_pygments_are_loaded_for(folder: Path) -> None:
    (folder / "map.strat").write_text(CLEAN, encoding="utf-8")
    assert loaded(folder, "render") == "0 jinja2 pygments"


@pytest.mark.parametrize("arguments", [["fmt"], ["rule"], ["rule", "closed-loop"], ["init", "new"], ["--version"]])
def test_other_commands_load_nothing_costly(folder: Path, arguments: list[str]) -> None:
    (folder / "map.strat").write_text(CLEAN, encoding="utf-8")
    assert loaded(folder, *arguments) == "0"


def test_the_language_server_is_what_pygls_is_loaded_for_and_it_ends_with_its_editor(folder: Path) -> None:
    assert loaded(folder, "lsp") == "1 pygls lsprotocol"
