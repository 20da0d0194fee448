"""`lint --stdin-filename FILE`: text that is not saved yet, in its map."""

from pathlib import Path

import pytest

from tests.cli.running import Done
from tests.cli.running import goalgraph as command

TOP = 'strategy s\nvalue v "V"\nobjective o "Families wait less"\n    serves v\n'
DESK = "means desk\n    serves o\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "plan" / "it").mkdir(parents=True)
    (tmp_path / "plan" / "top.strat").write_text(TOP, encoding="utf-8")
    (tmp_path / "plan" / "it" / "desk.strat").write_text(DESK, encoding="utf-8")
    (tmp_path / "other.strat").write_text("means elsewhere\n", encoding="utf-8")
    return tmp_path


def lint(folder: Path, *arguments: Path | str, text: str | bytes) -> Done:
    data = text if isinstance(text, bytes) else text.encode()
    return command("lint", "--format", "concise", *arguments, folder=folder, stdin=data)


def places(done: Done) -> list[str]:
    return [line.split(" ")[0] for line in done.out.splitlines() if "] " in line]


def test_unsaved_text_is_judged_with_the_rest_of_its_map(folder: Path) -> None:
    done = lint(folder, "--stdin-filename", "plan/it/desk.strat", text=DESK)
    assert (done.code, done.out) == (0, "Checked 2 files, 3 elements in 1 map: no findings.\n")
    done = lint(folder, "--stdin-filename", "plan/it/desk.strat", text="\n\nmeans desk\n    serves nowhere\n")
    assert places(done) == ["plan/it/desk.strat:4:12:"]
    assert (folder / "plan" / "it" / "desk.strat").read_text(encoding="utf-8") == DESK


def test_what_unsaved_text_does_to_other_files_is_told(folder: Path) -> None:
    done = lint(folder, "--stdin-filename", "plan/top.strat", text=TOP.replace("objective o", "objective other"))
    assert "plan/it/desk.strat:2:12:" in places(done)


def test_a_hyphen_says_the_same_and_other_paths_say_what_is_shown(folder: Path) -> None:
    text = "means desk\n    serves nowhere\n"
    alone = lint(folder, "--stdin-filename", "plan/it/desk.strat", text=text)
    assert lint(folder, "--stdin-filename", "plan/it/desk.strat", "-", text=text) == alone
    assert places(lint(folder, "--stdin-filename", "plan/it/desk.strat", "plan/top.strat", text=text)) == []
    assert places(lint(folder, "--stdin-filename", "plan/it/desk.strat", ".", text=text)) == [
        "other.strat:1:7:",
        "plan/it/desk.strat:2:12:",
    ]


@pytest.mark.parametrize("name", ["plan/it/new.strat", "plan/new.strat", "./plan/../plan/new.strat"])
def test_a_file_that_is_not_there_yet_belongs_to_the_map_that_it_will_be_of(folder: Path, name: str) -> None:
    done = lint(folder, "--stdin-filename", name, text="means new\n    serves desk\n    serves nowhere\n")
    assert done.code == 1
    assert [place.endswith("new.strat:3:12:") for place in places(done)] == [True]
    assert "3 files, 4 elements in 1 map" in done.out
    assert not (folder / "plan" / "new.strat").exists()


def test_a_new_file_may_begin_a_map(folder: Path) -> None:
    done = lint(folder, "--stdin-filename", "plan/it/map.strat", text="strategy inner\nvalue w\n")
    assert places(done)[0] == "plan/it/desk.strat:2:12:"
    assert "2 files, 2 elements in 1 map" in done.out


def test_paths_from_the_root_and_by_links_are_the_same_file(folder: Path) -> None:
    text = "means desk\n    serves nowhere\n"
    alone = lint(folder, "--stdin-filename", "plan/it/desk.strat", text=text)
    assert lint(folder, "--stdin-filename", folder / "plan" / "it" / "desk.strat", text=text) == alone
    (folder / "plan" / "link.strat").symlink_to("it/desk.strat")
    linked = lint(folder, "--stdin-filename", "plan/link.strat", text=text)
    assert places(linked) == places(lint(folder, "--stdin-filename", "plan/it/desk.strat", text=text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"means \xe9\n", "error[unreadable-file] this file is not UTF-8"),
        (b"a\x00", "error[unreadable-file] this file holds a NUL byte"),
        ("means x\n".encode("utf-16"), "error[unreadable-file] this file is UTF-16"),
    ],
)
def test_text_that_is_none_is_a_finding(folder: Path, text: bytes, said: str) -> None:
    done = lint(folder, "--stdin-filename", "plan/it/desk.strat", text=text)
    assert done.code == 1
    assert said in done.out


def test_no_text_is_an_empty_file(folder: Path) -> None:
    done = lint(folder, "--stdin-filename", "plan/it/desk.strat", text="")
    assert "Checked 2 files, 2 elements in 1 map" in done.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plan", "plan is a folder, and the text is that of a file"),
        ("nowhere/x.strat", "nowhere/x.strat can't be there: there is no folder nowhere"),
        ("x" * 5000, f"{'x' * 5000} can't be reached: file name too long"),
    ],
)
def test_a_file_that_can_not_be_is_wrong_use(folder: Path, name: str, said: str) -> None:
    done = lint(folder, "--stdin-filename", name, text=DESK)
    assert (done.code, done.out, done.err) == (2, "", f"goalgraph: {said}\n")


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_what_is_not_saved_is_not_mended(folder: Path, option: str) -> None:
    done = lint(folder, "--stdin-filename", "plan/top.strat", option, "plan", text=TOP)
    assert (done.code, done.err) == (2, "goalgraph: standard input can't be mended; give a file\n")
