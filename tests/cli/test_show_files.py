"""`lint --show-files` and `--force-exclude`: what is read, and what is left out."""

from pathlib import Path

import pytest

from tests.cli.running import Done
from tests.cli.running import goalgraph as command

CLEAN = 'strategy s\nvalue v "V"\nmeans m\n    serves v\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    for name, text in (
        ("plan/top.strat", CLEAN),
        ("plan/it/desk.strat", "means d\n"),
        ("two/a.strat", CLEAN),
        ("two/b.strat", CLEAN),
        ("two/loose.strat", "means d\n"),
        ("alone/x.strat", "means d\n"),
        ("old/x.strat", "means d\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "goalgraph.toml").write_text('exclude = ["old"]\n', encoding="utf-8")
    return tmp_path


def lint(folder: Path, *arguments: Path | str) -> Done:
    return command("lint", *arguments, folder=folder)


def test_files_are_listed_by_map_and_none_is_judged(folder: Path) -> None:
    done = lint(folder, "--show-files")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "1 file in alone, which no strategy holds together:\n  alone/x.strat\n\n"
        "A map of 2 files in plan:\n  plan/it/desk.strat\n  plan/top.strat\n\n"
        "A map of one file in two:\n  two/a.strat\n\n"
        "A map of one file in two:\n  two/b.strat\n\n"
        "Of no map, as there are several in two:\n  two/loose.strat\n"
    )


def test_from_one_file_its_whole_map_is_listed(folder: Path) -> None:
    done = lint(folder, "--show-files", "plan/it/desk.strat")
    assert done.out == "A map of 2 files in plan:\n  plan/it/desk.strat\n  plan/top.strat\n"


def test_nothing_to_list_is_wrong_use_unless_it_is_allowed(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert (lint(folder, "--show-files", "nowhere").code, lint(folder, "--show-files", "empty").code) == (2, 2)
    done = lint(folder, "--show-files", "empty", "--allow-empty")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_what_is_named_is_read_though_it_is_excluded_unless_that_is_forced(folder: Path) -> None:
    assert lint(folder, "old/x.strat").code == 1
    assert "old/x.strat" in lint(folder, "--show-files", "old/x.strat").out
    for path in ("old/x.strat", "old", folder / "old" / "x.strat"):
        done = lint(folder, "--force-exclude", path)
        assert (done.code, done.out, done.err) == (0, "Checked 0 files, 0 elements in 0 maps: no findings.\n", "")
        assert lint(folder, "--force-exclude", "--show-files", path).out == ""


def test_what_git_ignores_is_left_out_too(folder: Path) -> None:
    (folder / ".gitignore").write_text("alone/\n!two/loose.strat\n", encoding="utf-8")
    assert lint(folder, "--force-exclude", "alone/x.strat").code == 0
    assert lint(folder, "alone/x.strat").code == 1


def test_the_others_that_are_named_are_checked(folder: Path) -> None:
    done = lint(folder, "--force-exclude", "old/x.strat", "alone/x.strat")
    assert done.code == 1
    assert "Checked 1 file, 1 element in 1 map" in done.out
    assert "old" not in done.out


def test_a_path_that_is_not_there_is_wrong_use_all_the_same(folder: Path) -> None:
    assert lint(folder, "--force-exclude", "old/nowhere.strat").code == 2
    (folder / "empty").mkdir()
    assert lint(folder, "--force-exclude", "empty").code == 2
