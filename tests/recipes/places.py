"""What every place where goalgraph is run has in common: its tools, a repository to install from, a team's maps."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from goalgraph import __version__
from tests.helpers import blocks, unmeasured

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "ci.md"
ADDRESS = "https://git.example.org/goalgraph.git"
SHIPPED = (
    "goalgraph",
    "grammar",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    ".pre-commit-hooks.yaml",
    "action.yml",
    ".ci",
)
BIN = Path(sys.executable).parent

CLEAN = 'value v "Every ship finds its way in"\n\nobjective a "No light is out"\n    serves v\n\n'
CLEAN += 'means b "Two keepers"\n    serves a\n'
FAULTY = CLEAN + '\nmeans ferry "A ferry"\n    serves pier\n\nmeans pier "A pier"\n    serves ferry\n'


def tool(name: str) -> str:
    """The path of a tool that `make test` installs."""
    found = shutil.which(name, path=f"{BIN}{os.pathsep}{os.environ['PATH']}")
    if not found:
        pytest.skip(f"{name} is not installed; `make test` installs it")
    return found


def surroundings(**changes: str) -> dict[str, str]:
    """The environment of somebody at work, who knows nothing of the tests that are run."""
    kept = {name: value for name, value in unmeasured().items() if name not in _OURS}
    return kept | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"} | _SOMEBODY | changes


_OURS = {"FORCE_COLOR", "MAKEFLAGS", "MAKELEVEL", "PYTHONPATH", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"}
_OURS |= {"GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"}  # which git sets for its hooks
_SOMEBODY = {
    "GIT_AUTHOR_NAME": "A strategist",
    "GIT_AUTHOR_EMAIL": "strategist@example.org",
    "GIT_COMMITTER_NAME": "A strategist",
    "GIT_COMMITTER_EMAIL": "strategist@example.org",
    "NO_COLOR": "1",
    "PRE_COMMIT_COLOR": "never",
}


class Ran(str):
    """All that a command printed, and what it ended with."""

    code: int

    def __new__(cls, code: int, printed: str) -> "Ran":
        self = super().__new__(cls, printed)
        self.code = code
        return self


def run(*command: str | Path, folder: Path, environment: Mapping[str, str] | None = None) -> Ran:
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=environment or surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
        timeout=600,
    )
    return Ran(done.returncode, done.stdout)


def git(*arguments: str, folder: Path) -> str:
    done = run("git", "-c", "init.defaultBranch=main", *arguments, folder=folder)
    assert done.code == 0, done
    return done.strip()


def found_at_its_address(repository: Path) -> dict[str, str]:
    """What makes git find a repository of this machine at the address that the guide gives as an example."""
    key = f"url.file://{repository}.insteadOf"
    return {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": key, "GIT_CONFIG_VALUE_0": ADDRESS}


def copy_of_goalgraph(folder: Path) -> Path:
    """A repository in git that holds goalgraph as it is in this checkout, committed and released."""
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git("init", "--quiet", folder=folder)
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--message", "goalgraph", folder=folder)
    git("tag", f"v{__version__}", folder=folder)
    return folder


def team(folder: Path, **maps: str) -> Path:
    """A team's repository in git, with a map in a folder for each keyword, nothing committed yet."""
    folder.mkdir(exist_ok=True)
    git("init", "--quiet", folder=folder)
    for name, text in maps.items():
        (folder / name).mkdir()
        (folder / name / "map.strat").write_text(text, encoding="utf-8")
    git("add", "--all", folder=folder)
    return folder


def recipes() -> dict[str, str]:
    """What the guide says to write into which file."""
    found = {}
    for info, text, _ in blocks(GUIDE.read_text(encoding="utf-8")):
        action, _, file = info.partition(" ")[2].partition("=")
        if action == "write":
            assert file not in found
            found[file] = text
    return found


def read_yaml(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(StringIO(text))


def stand_ins(folder: Path, *names: str) -> str:
    """A PATH on which some commands only write down what they were asked, in a file of their name beside them."""
    scripts = folder / "stand-ins"
    scripts.mkdir()
    for name in names:
        script = scripts / name
        script.write_text(
            f"#!/bin/sh\nprintf '%s\\n' \"$*\" >> '{folder}/{name}.asked'\n"
            f"if [ {name} = reviewdog ]; then cat > '{folder}/reviewdog.read'; fi\n",
            encoding="utf-8",
        )
        script.chmod(0o755)
    return f"{scripts}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}"


def assert_fits(schema: str, file: Path) -> None:
    """Checks a file against a schema that its makers publish and check-jsonschema brings along."""
    done = run(tool("check-jsonschema"), "--builtin-schema", schema, file, folder=file.parent)
    assert done.code == 0, done
