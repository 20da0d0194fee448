"""What a search leaves out, by configuration and by `.gitignore`: the same as git leaves out."""

import subprocess
from pathlib import Path

import pytest

from goalgraph.workspace import Workspace

FILES = (
    "plan.strat",
    "old.strat",
    "archive/plan.strat",
    "archive/2020/plan.strat",
    "build/out.strat",
    "drafts/a.strat",
    "drafts/keep/b.strat",
    "a b/c.strat",
)


def write(folder: Path, **contents: str) -> None:
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")
    for name, content in contents.items():
        path = folder / name.replace("__", "/").replace("gitignore", ".gitignore").replace("_toml", ".toml")
        path.write_text(content, encoding="utf-8")


def found(folder: Path, *paths: str) -> list[str]:
    workspace = Workspace(base=folder)
    return [workspace.shown(path) for path in workspace.maps.asked_files(map(Path, paths or (".",)))]


def test_without_a_word_nothing_is_left_out(tmp_path: Path) -> None:
    write(tmp_path)
    assert found(tmp_path) == sorted(FILES)


@pytest.mark.parametrize(
    "ignores",
    [
        {"gitignore": "build/\n"},
        {"gitignore": "*.strat\n!plan.strat\n"},
        {"gitignore": "/plan.strat\narchive\n"},
        {"gitignore": "drafts/*\n!drafts/keep/\n# comment\n\n"},
        {"gitignore": "**/2020/\na\\ b/\n"},
        {"gitignore": "drafts/**/b.strat\n", "drafts__gitignore": "a.strat\n"},
        {"gitignore": "a.strat\nb.strat\n", "drafts__gitignore": "!a.strat\n"},
        {"gitignore": "old.strat \r\n[ab]*/\n"},
    ],
)
def test_a_repository_is_searched_as_git_does(tmp_path: Path, ignores: dict[str, str]) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    write(tmp_path, **ignores)
    listed = subprocess.run(
        ["git", "-C", str(tmp_path), "ls-files", "-z", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
    )
    expected = sorted(name for name in listed.stdout.split("\0") if name.endswith(".strat"))
    assert expected != sorted(FILES)
    assert found(tmp_path) == expected


def test_outside_of_a_repository_its_file_has_no_meaning(tmp_path: Path) -> None:
    write(tmp_path, gitignore="*\n")
    assert found(tmp_path) == sorted(FILES)


def test_a_repository_within_another_has_its_own(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, gitignore="a.strat\nplan.strat\n")
    (tmp_path / "drafts" / ".git").mkdir()
    assert found(tmp_path, "drafts") == ["drafts/a.strat", "drafts/keep/b.strat"]


def test_the_configuration_leaves_out_from_its_own_folder(tmp_path: Path) -> None:
    write(tmp_path, goalgraph_toml='exclude = ["/plan.strat", "archive/", "b.strat"]\n')
    assert found(tmp_path) == ["a b/c.strat", "build/out.strat", "drafts/a.strat", "old.strat"]
    assert found(tmp_path, "drafts") == ["drafts/a.strat"]


def test_who_names_a_file_or_folder_that_is_left_out_wants_it(tmp_path: Path) -> None:
    write(tmp_path, goalgraph_toml='exclude = ["archive/", "old.strat"]\n')
    assert found(tmp_path, "archive") == ["archive/2020/plan.strat", "archive/plan.strat"]
    assert found(tmp_path, "old.strat") == ["old.strat"]


def test_what_is_left_out_is_no_part_of_a_map(tmp_path: Path) -> None:
    write(tmp_path, goalgraph_toml='exclude = ["drafts/"]\n')
    (tmp_path / "plan.strat").write_text("strategy s\n", encoding="utf-8")
    workspace = Workspace(base=tmp_path)
    files = [workspace.shown(path) for path in workspace.maps.map_of(tmp_path / "plan.strat").files]
    assert files == [name for name in sorted(FILES) if not name.startswith("drafts")]


def test_the_map_of_a_file_that_is_left_out_is_whole(tmp_path: Path) -> None:
    write(tmp_path, goalgraph_toml='exclude = ["drafts/"]\n')
    (tmp_path / "drafts/a.strat").write_text("strategy s\n", encoding="utf-8")
    workspace = Workspace(base=tmp_path)
    found_map = workspace.maps.map_of(tmp_path / "drafts/keep/b.strat")
    assert [workspace.shown(path) for path in found_map.files] == ["drafts/a.strat", "drafts/keep/b.strat"]
