"""The hooks for pre-commit, installed by it from a repository and run by it on a team's."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.recipes.places import CLEAN, FAULTY, Ran, found_at_its_address, git, recipes, run, surroundings, team, tool

CONFIG = ".pre-commit-config.yaml"
Commit = Callable[[], Ran]
UNTIDY = CLEAN.replace("    serves v", "  serves   v")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it installed, so that it does so once, also for tests that run side by side."""
    session = tmp_path_factory.getbasetemp()
    return (session.parent if "PYTEST_XDIST_WORKER" in os.environ else session) / "pre-commit"


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A team that writes what the guide says, and has a clean map committed."""
    folder = team(tmp_path / "ours", plans=CLEAN)
    (folder / CONFIG).write_text(recipes()[CONFIG], encoding="utf-8")
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--message", "Begin", folder=folder)
    return folder


@pytest.fixture
def commit(ours: Path, repository: Path, home: Path) -> Commit:
    """Commits everything, as somebody does who has run `pre-commit install`."""
    environment = surroundings(PRE_COMMIT_HOME=str(home), **found_at_its_address(repository))
    done = run(tool("pre-commit"), "install", folder=ours, environment=environment)
    assert done.code == 0, done

    def committed() -> Ran:
        git("add", "--all", folder=ours)
        return run("git", "commit", "--message", "Go on", folder=ours, environment=environment)

    return committed


def test_the_hooks_are_declared_as_pre_commit_wants_them(repository: Path) -> None:
    done = run(tool("pre-commit"), "validate-manifest", ".pre-commit-hooks.yaml", folder=repository)
    assert done.code == 0, done


def test_try_repo_runs_both_hooks(tmp_path: Path, repository: Path) -> None:
    folder = team(tmp_path / "ours", plans=FAULTY, untidy=UNTIDY)
    tried = run(tool("pre-commit"), "try-repo", str(repository), "--all-files", folder=folder)
    assert tried.code == 1
    assert "- hook id: goalgraph-lint\n- exit code: 1\n" in tried
    assert "error[closed-loop]" in tried
    assert "plans/map.strat:10:5" in tried
    assert "- hook id: goalgraph-fmt\n- files were modified by this hook\n" in tried
    assert (folder / "untidy" / "map.strat").read_text(encoding="utf-8") == CLEAN


def test_a_clean_map_is_committed(ours: Path, commit: Commit) -> None:
    (ours / "plans" / "map.strat").write_text(CLEAN + '\nmeans c "Oil"\n    serves a\n', encoding="utf-8")
    done = commit()
    assert done.code == 0, done
    assert re.findall(r"^(goalgraph \w+)\.+Passed$", done, re.MULTILINE) == ["goalgraph fmt", "goalgraph lint"]
    assert git("status", "--porcelain", folder=ours) == ""


def test_a_faulty_map_is_not_committed_and_the_finding_is_shown(ours: Path, commit: Commit) -> None:
    (ours / "plans" / "map.strat").write_text(FAULTY, encoding="utf-8")
    done = commit()
    assert done.code == 1
    assert 'error[closed-loop]: "A ferry" is its own purpose' in done
    assert git("rev-list", "--count", "HEAD", folder=ours) == "1"


def test_a_loop_through_many_changed_files_is_told_once(ours: Path, commit: Commit) -> None:
    for number in range(12):  # so many that pre-commit would share them out between processes
        text = f'means pier{number} "Pier {number}"\n    serves pier{(number + 1) % 12}\n'
        (ours / "plans" / f"{number}.strat").write_text(text, encoding="utf-8")
    done = commit()
    assert done.code == 1
    assert done.count("error[closed-loop]") == 1


def test_what_an_unchanged_file_says_is_read(ours: Path, commit: Commit) -> None:
    (ours / "plans" / "more.strat").write_text('means c "Oil"\n    serves a\n', encoding="utf-8")
    done = commit()
    assert done.code == 0, done


def test_an_excluded_file_is_left_out_though_it_is_named(ours: Path, commit: Commit) -> None:
    (ours / "goalgraph.toml").write_text('exclude = ["archive/"]\n', encoding="utf-8")
    (ours / "archive").mkdir()
    untouched = FAULTY.replace("    serves pier", "  serves   pier")
    (ours / "archive" / "map.strat").write_text(untouched, encoding="utf-8")
    done = commit()
    assert done.code == 0, done
    assert (ours / "archive" / "map.strat").read_text(encoding="utf-8") == untouched
