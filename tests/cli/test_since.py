"""`lint --since REV`: only findings that touch what changed."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.running import Done
from tests.cli.running import goalgraph as command

MAP = (
    "strategy s\n"  # 1
    'value v "V"\n'  # 2
    'objective o "Families wait less"\n    serves v\n'  # 3
    'means old "Old"\n'  # 5, has no why
    "means kept\n    serves o\n"  # 6
    "means aside\n    serves o\n"  # 8
)


def git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *author, *arguments], check=True, capture_output=True)


def write(folder: Path, text: str, name: str = "map.strat") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


def lint(folder: Path, *arguments: Path | str, environment: Mapping[str, str] | None = None) -> Done:
    return command("lint", "--format", "concise", *arguments, folder=folder, environment=environment)


def found(folder: Path, *arguments: Path | str, since: str = "HEAD") -> list[str]:
    """Where findings are told, and of which rule."""
    done = command("lint", "--format", "json", f"--since={since}", *arguments, folder=folder)
    assert done.err == ""
    told = json.loads(done.out)["findings"]
    assert done.code == any(each["severity"] == "error" for each in told)
    return ["{path}:{line}:{column} ".format(**each["place"]) + each["rule"] for each in told]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, MAP)
    commit(tmp_path)
    return tmp_path


def test_where_nothing_changed_nothing_is_told_and_the_whole_map_is_read(folder: Path) -> None:
    assert lint(folder).code == 1
    done = lint(folder, "--since", "HEAD")
    assert (done.code, done.out) == (0, "Checked 1 file, 5 elements in 1 map: no findings.\n")


def test_what_is_new_is_told_and_what_was_there_is_not(folder: Path) -> None:
    write(folder, MAP.replace("means kept", "means new\nmeans kept"))
    assert found(folder) == ["map.strat:6:7 no-why"]
    commit(folder)
    assert found(folder) == []
    assert found(folder, since="HEAD~1") == ["map.strat:6:7 no-why"]


def test_lines_that_were_only_moved_down_are_not_changed(folder: Path) -> None:
    write(folder, "# a word before\n\n" + MAP)
    assert found(folder) == []


def test_an_element_is_touched_by_each_of_its_lines(folder: Path) -> None:
    write(folder, MAP.replace('means old "Old"\n', 'means old "Old"\n    note "kept for now"\n'))
    assert found(folder) == ["map.strat:5:7 no-why"]


def test_an_element_is_touched_by_a_line_that_went_away(folder: Path) -> None:
    write(folder, MAP.replace("means kept\n    serves o\n", "means kept\n"))
    assert found(folder) == ["map.strat:6:7 no-why"]
    write(folder, MAP.removesuffix("    serves o\n"))
    assert found(folder) == ["map.strat:8:7 no-why"]


def test_a_line_that_went_away_touches_no_other_element(folder: Path) -> None:
    write(folder, MAP.replace("means kept\n    serves o\n", ""))
    assert found(folder) == []
    write(folder, MAP.replace("means kept\n    serves o\n", "means other\n    serves o\n"))
    assert found(folder) == []


def test_an_ignore_that_went_away_lets_its_finding_be_seen(folder: Path) -> None:
    ignored = MAP.replace("means old", '# goalgraph: ignore no-why because "r"\nmeans old')
    write(folder, ignored)
    commit(folder)
    write(folder, MAP)
    assert found(folder) == ["map.strat:5:7 no-why"]


def test_a_finding_of_one_line_is_not_touched_by_another(folder: Path) -> None:
    text = MAP + "    serves nowhere\n"
    write(folder, text)
    commit(folder)
    write(folder, text + '    note "n"\n')
    assert found(folder) == []
    write(folder, text.replace("nowhere", "elsewhere"))
    assert found(folder) == ["map.strat:10:12 unknown-name"]


def test_a_loop_that_touches_a_change_is_told_whole(folder: Path) -> None:
    write(folder, "means a\n    serves b\nmeans b\n    serves c\n", "one.strat")
    write(folder, "means c\n    serves o\n", "two.strat")
    commit(folder)
    write(folder, "means c\n    serves a\n", "two.strat")
    done = lint(folder, "--since", "HEAD")
    assert done.code == 1
    assert "[c -> a -> b -> c]" in done.out or "[a -> b -> c -> a]" in done.out
    assert found(folder, "one.strat") == found(folder, "two.strat") == found(folder)


def test_files_that_git_does_not_know_are_new_even_where_it_ignores_them(folder: Path) -> None:
    write(folder, "means loose\n", "sub/new.strat")
    assert found(folder) == ["sub/new.strat:1:7 no-why"]
    write(folder, "sub\n", ".gitignore")
    assert found(folder) == []
    assert found(folder, "sub/new.strat") == ["sub/new.strat:1:7 no-why"]
    git(folder, "add", "-f", "-N", "sub/new.strat")
    assert found(folder, "sub/new.strat") == ["sub/new.strat:1:7 no-why"]


def test_a_file_that_was_moved_did_not_change(folder: Path) -> None:
    git(folder, "mv", "map.strat", "plan.strat")
    assert found(folder) == []


def test_a_folder_of_a_repository_and_odd_names_are_found(folder: Path) -> None:
    names = ["a b.strat", "é.strat", 'q"t\tab.strat', "++ b.strat", "\\x.strat"]
    for name in names:
        write(folder, "means q\n", f"plans/{name}")
    commit(folder)
    write(folder, 'strategy p\nvalue w "W"\n', "plans/top.strat")
    for number, name in enumerate(names):
        write(folder, f"means q{number}\n++ b/x\n", f"plans/{name}")
    assert len([each for each in found(folder) if each.endswith("no-why")]) == len(names)
    assert len(found(folder / "plans")) == len(found(folder))


def test_last_lines_without_an_end_and_other_line_ends_are_counted_right(folder: Path) -> None:
    (folder / "map.strat").write_bytes(MAP.replace("\n", "\r\n").encode() + b"means x")
    commit(folder)
    (folder / "map.strat").write_bytes(MAP.replace("\n", "\r\n").encode() + b"means x\r\nmeans y")
    assert found(folder) == ["map.strat:10:7 no-why", "map.strat:11:7 no-why"]


def test_what_a_user_has_set_for_git_changes_nothing(folder: Path) -> None:
    for key, value in (
        ("color.ui", "always"), ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("diff.context", "9"),
        ("diff.interHunkContext", "9"), ("diff.external", "false"), ("core.quotePath", "true"),
    ):  # fmt: skip
        git(folder, "config", key, value)
    write(folder, "*.strat -diff\n", ".gitattributes")
    write(folder, MAP.replace("means kept", "means new\nmeans kept"))
    assert found(folder) == ["map.strat:6:7 no-why"]


def test_a_link_to_a_file_is_that_file(folder: Path) -> None:
    text = MAP.replace("strategy s\n", "")
    write(folder, text)
    (folder / "aa.strat").symlink_to("map.strat")
    commit(folder)
    write(folder, text.replace("means kept", "means new\nmeans kept"))
    assert found(folder) == ["aa.strat:5:7 no-why"]


def test_it_goes_with_a_baseline(folder: Path) -> None:
    write(folder, MAP + "means new\n")
    lint(folder, "--baseline", "known.json", "--write-baseline")
    assert lint(folder, "--since", "HEAD", "--baseline", "known.json").out.endswith(
        "no findings (1 in the baseline).\n"
    )


@pytest.mark.parametrize("revision", ["nowhere", "", "--all", "HEAD:plans", "a b"])
def test_a_revision_that_does_not_exist_is_wrong_use_even_of_a_clean_map(folder: Path, revision: str) -> None:
    write(folder, 'value v "V"\nmeans m\n    serves v\n')
    done = lint(folder, f"--since={revision}")
    assert (done.code, done.out, done.err) == (2, "", f"goalgraph: there is no revision `{revision}`\n")


def test_where_there_is_no_repository_it_is_wrong_use(tmp_path: Path) -> None:
    write(tmp_path, MAP)
    done = lint(tmp_path, "--since", "HEAD")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("goalgraph: git says: not a git repository")


def test_a_repository_without_a_commit_has_no_revision(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, MAP)
    done = lint(tmp_path, "--since", "HEAD")
    assert (done.code, done.out, done.err) == (2, "", "goalgraph: there is no revision `HEAD`\n")


def test_where_there_is_no_git_it_is_wrong_use(folder: Path) -> None:
    done = lint(folder, "--since", "HEAD", environment={"PATH": "/nowhere"})
    assert (done.code, done.out) == (2, "")
    assert done.err == "goalgraph: git is not to be had here, and other revisions are read by it\n"


@pytest.mark.parametrize("arguments", [["-"], ["--fix"], ["--diff"], ["--stdin-filename", "map.strat"]])
def test_what_it_does_not_go_with_is_wrong_use(folder: Path, arguments: list[str]) -> None:
    done = lint(folder, "--since", "HEAD", *arguments)
    assert (done.code, done.out) == (2, "")
    assert "--since" in done.err
