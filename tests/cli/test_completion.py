"""What shells are offered to complete a line with."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Done, python
from tests.cli.test_since import commit, git

# Called by its name, as the shell knows it.
PROGRAM = Path(sys.executable).parent / "goalgraph"
MAP = 'value trust "Trust"\nobjective calm "Calm"\n    serves trust\nmeans desk\n    serves calm\nmeans door\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "map.strat").write_text(MAP, encoding="utf-8")
    return tmp_path


def asked(folder: Path, line: str, shell: str = "bash", **environment: str) -> Done:
    """Runs goalgraph as a shell does after a tab at the end of a line."""
    line = f"goalgraph {line}"
    return python(
        PROGRAM,
        folder=folder,
        environment={
            "_GOALGRAPH_COMPLETE": f"complete_{shell}",
            "COMP_WORDS" if shell == "bash" else "_TYPER_COMPLETE_ARGS": line,
            "COMP_CWORD": str(len(line.split(" ")) - 1),
            **environment,
        },
    )


def offered(folder: Path, line: str) -> list[str]:
    done = asked(folder, line)
    assert (done.code, done.err) == (0, "")
    return done.out.split()


def test_commands_and_options_are_offered(folder: Path) -> None:
    assert {"lint", "why", "import", "init", "lsp"} <= set(offered(folder, ""))
    assert offered(folder, "im") == ["impact", "import"]
    assert offered(folder, "lint --st") == ["--stdin-filename", "--statistics"]
    assert offered(folder, "lint --color a") == ["auto", "always"]
    assert offered(folder, "lint --format ju") == ["junit"]


def test_rules_are_offered(folder: Path) -> None:
    assert offered(folder, "rule closed") == ["closed-loop"]
    assert "no-why" in offered(folder, "rule ")


@pytest.mark.parametrize("name", ["why", "how", "impact"])
def test_elements_of_the_maps_around_are_offered(folder: Path, name: str) -> None:
    assert offered(folder, f"{name} d") == ["desk", "door"]
    assert set(offered(folder, f"{name} ")) == {"trust", "calm", "desk", "door"}


def test_revisions_are_offered(folder: Path) -> None:
    assert offered(folder, "lint --since m") == []
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    git(folder, "tag", "last-year")
    assert offered(folder, "lint --since m") == ["main"]
    assert offered(folder, "lint --base last") == ["last-year"]
    assert asked(folder, "lint --since m", PATH="/nowhere").out.split() == []


def test_whatever_is_wrong_with_the_maps_nothing_is_said(folder: Path) -> None:
    (folder / "bad.strat").write_bytes(b"\xff\x00")
    assert offered(folder, "why d") == ["desk", "door"]
    (folder / "goalgraph.toml").write_text("[rules\n", encoding="utf-8")
    assert offered(folder, "why d") == []


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_told_more_of_each(folder: Path, shell: str) -> None:
    done = asked(folder, "why d", shell, _TYPER_COMPLETE_FISH_ACTION="get-args")
    assert (done.code, done.err) == (0, "")
    assert "desk" in done.out
    assert "map.strat" in done.out


def test_bash_completes_with_the_script_that_is_shown(folder: Path) -> None:
    script = python(PROGRAM, "--show-completion", "bash", folder=folder).out
    tab = (
        f"{script}\nPATH={PROGRAM.parent}:$PATH; COMP_WORDS=(goalgraph why de); COMP_CWORD=2\n"
        '_goalgraph_completion goalgraph; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", tab], cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "desk\n", "")
