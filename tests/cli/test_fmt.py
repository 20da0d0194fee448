"""`goalgraph fmt`: files rewritten in place, and otherwise kept as they are."""

from pathlib import Path

import pytest

from tests.cli.running import goalgraph

MESSY = '# why we are here\nvalue   trust\t"Trust"   # an end\nmeans desk "Desk"\n  serves   trust\n\n\n'
TIDY = '# why we are here\nvalue trust "Trust"  # an end\nmeans desk "Desk"\n    serves trust\n'
DIFF = """\
--- map.strat
+++ map.strat
@@ -1,6 +1,4 @@
 # why we are here
-value   trust\t"Trust"   # an end
+value trust "Trust"  # an end
 means desk "Desk"
-  serves   trust
-
-
+    serves trust
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.fixture
def path(folder: Path) -> Path:
    """A file that is to be formatted."""
    path = folder / "map.strat"
    path.write_bytes(MESSY.encode())
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_rewritten_in_place_and_told(folder: Path, path: Path) -> None:
    done = goalgraph("fmt", folder=folder)
    assert (done.code, done.out) == (0, "changed map.strat\n")
    assert done.err == "1 file changed, 0 left as they are.\n"
    assert path.read_bytes() == TIDY.encode()
    assert names(folder) == [".git", "map.strat"]


def test_a_formatted_file_is_not_touched(folder: Path, path: Path) -> None:
    path.write_bytes(TIDY.encode())
    before = path.stat()
    done = goalgraph("fmt", "map.strat", folder=folder)
    assert (done.code, done.out, done.err) == (0, "", "0 files changed, 1 left as it is.\n")
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_check_changes_nothing_and_gives_1_where_something_would(folder: Path, path: Path) -> None:
    (folder / "tidy.strat").write_bytes(TIDY.encode())
    done = goalgraph("fmt", "--check", folder=folder)
    assert (done.code, done.out) == (1, "would change map.strat\n")
    assert done.err == "1 file would be changed, 1 left as it is.\n"
    assert path.read_bytes() == MESSY.encode()
    assert goalgraph("fmt", "--check", "tidy.strat", folder=folder).code == 0


def test_diff_shows_what_would_change_and_changes_nothing(folder: Path, path: Path) -> None:
    done = goalgraph("fmt", "--diff", folder=folder)
    assert (done.code, done.out) == (0, DIFF)
    assert path.read_bytes() == MESSY.encode()


def test_diff_and_check_together_show_and_give_1(folder: Path, path: Path) -> None:
    done = goalgraph("fmt", "--diff", "--check", "map.strat", folder=folder)
    assert (done.code, done.out) == (1, DIFF)
    assert path.read_bytes() == MESSY.encode()


def test_a_diff_of_a_missing_last_line_end_says_so(folder: Path, path: Path) -> None:
    path.write_bytes(b"value trust")
    done = goalgraph("fmt", "--diff", folder=folder)
    assert done.out.splitlines()[3:] == ["-value trust", "\\ No newline at end of file", "+value trust"]


def test_standard_input_goes_to_standard_output(folder: Path, path: Path) -> None:
    done = goalgraph("fmt", "-", folder=folder, stdin=MESSY.encode())
    assert (done.code, done.out, done.err) == (0, TIDY, "")
    assert path.read_bytes() == MESSY.encode()


def test_standard_input_may_be_checked_and_compared(folder: Path) -> None:
    done = goalgraph("fmt", "-", "--check", folder=folder, stdin=MESSY.encode())
    assert (done.code, done.out) == (1, "")
    assert goalgraph("fmt", "-", "--check", folder=folder, stdin=TIDY.encode()).code == 0
    done = goalgraph("fmt", "-", "--diff", folder=folder, stdin=MESSY.encode())
    assert (done.code, done.out) == (0, DIFF.replace("map.strat", "<stdin>"))


def test_standard_input_stands_alone(folder: Path, path: Path) -> None:
    done = goalgraph("fmt", "-", "map.strat", folder=folder, stdin=MESSY.encode())
    assert (done.code, done.out) == (2, "")
    assert done.err == "goalgraph: `-` stands alone: standard input is formatted to standard output\n"
    assert path.read_bytes() == MESSY.encode()


def test_standard_input_that_is_no_text_is_told_with_its_place(folder: Path) -> None:
    done = goalgraph("fmt", "-", folder=folder, stdin=b"value \xe9")
    assert (done.code, done.out) == (2, "")
    assert done.err == "goalgraph: <stdin>:1:7: this file is not UTF-8: the byte 0xE9 can't stand here\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_line_ends_and_the_byte_order_mark_are_kept_byte_for_byte(
    folder: Path, path: Path, mark: bytes, end: bytes
) -> None:
    messy, tidy = (mark + text.encode().replace(b"\n", end) for text in (MESSY, TIDY))
    path.write_bytes(messy)
    assert goalgraph("fmt", folder=folder).code == 0
    assert path.read_bytes() == tidy
    assert goalgraph("fmt", "--check", folder=folder).code == 0
    assert goalgraph("fmt", "-", folder=folder, stdin=messy).output == tidy


def test_what_cannot_be_read_stays_as_it_stands(folder: Path, path: Path) -> None:
    spoiled = b'goal   x  "never closed\n  servs  a {\n'
    path.write_bytes(spoiled)
    done = goalgraph("fmt", folder=folder)
    assert (done.code, done.out) == (0, "")
    assert path.read_bytes() == spoiled


def test_an_empty_file_stays_empty(folder: Path, path: Path) -> None:
    path.write_bytes(b"")
    assert goalgraph("fmt", "--check", folder=folder).code == 0


def test_text_in_any_script_is_kept(folder: Path, path: Path) -> None:
    path.write_bytes('value  信頼 "信頼 🤝"\n'.encode())
    assert goalgraph("fmt", folder=folder, environment={"PYTHONIOENCODING": "ascii"}).code == 0
    assert path.read_bytes() == 'value 信頼 "信頼 🤝"\n'.encode()


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_of_a_file_is_kept(folder: Path, path: Path, mode: int) -> None:
    path.chmod(mode)
    assert goalgraph("fmt", folder=folder).code == 0
    assert path.read_bytes() == TIDY.encode()
    assert path.stat().st_mode & 0o7777 == mode


def test_a_link_stays_a_link_and_its_file_is_formatted(folder: Path, path: Path) -> None:
    link = folder / "link.strat"
    link.symlink_to("map.strat")
    assert goalgraph("fmt", "link.strat", folder=folder).code == 0
    assert link.is_symlink()
    assert path.read_bytes() == TIDY.encode()


def test_a_file_with_two_names_is_formatted_once(folder: Path, path: Path) -> None:
    (folder / "link.strat").symlink_to("map.strat")
    assert goalgraph("fmt", folder=folder).err == "1 file changed, 1 left as it is.\n"
    assert path.read_bytes() == TIDY.encode()


def test_a_file_that_cannot_be_read_gives_2_and_the_others_are_formatted(folder: Path, path: Path) -> None:
    (folder / "a.strat").write_bytes(b"value \xff")
    (folder / "gone.strat").symlink_to("nothing")
    (folder / "secret.strat").touch(mode=0)
    done = goalgraph("fmt", folder=folder, obeying=True)
    assert (done.code, done.out) == (2, "changed map.strat\n")
    assert done.err.splitlines() == [
        "a.strat:1:7: this file is not UTF-8: the byte 0xFF can't stand here",
        "gone.strat:1:1: this link points to nothing",
        "secret.strat:1:1: this can't be read: permission denied",
        "1 file changed, 0 left as they are.",
    ]
    assert path.read_bytes() == TIDY.encode()
    assert (folder / "a.strat").read_bytes() == b"value \xff"


def test_a_file_that_cannot_be_read_gives_2_when_only_checked(folder: Path) -> None:
    (folder / "a.strat").write_bytes(b"value \xff")
    done = goalgraph("fmt", "--check", folder=folder)
    assert (done.code, done.err.splitlines()[-1]) == (2, "0 files would be changed, 0 left as they are.")


def test_in_a_folder_that_may_not_be_written_the_file_stays_whole(folder: Path, path: Path) -> None:
    folder.chmod(0o555)
    done = goalgraph("fmt", folder=folder, obeying=True)
    folder.chmod(0o755)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"goalgraph: {path} can't be written: permission denied\n"
    assert path.read_bytes() == MESSY.encode()
    assert names(folder) == [".git", "map.strat"]


def test_a_file_that_may_not_be_written_stays_as_it_is(folder: Path, path: Path) -> None:
    path.chmod(0o444)
    done = goalgraph("fmt", folder=folder, obeying=True)
    assert (done.code, done.err) == (2, f"goalgraph: {path} may not be written\n")
    assert path.read_bytes() == MESSY.encode()


def test_several_paths_are_formatted_each_once(folder: Path, path: Path) -> None:
    (folder / "it").mkdir()
    (folder / "it" / "b.strat").write_bytes(MESSY.encode())
    done = goalgraph("fmt", "it", "map.strat", ".", "it/../map.strat", folder=folder)
    assert (done.code, done.out) == (0, "changed it/b.strat\nchanged map.strat\n")
    assert path.read_bytes() == TIDY.encode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "nothing to format: no `.strat` file in ."),
        (["empty"], "nothing to format: no `.strat` file in empty"),
        (["nowhere.strat"], "nowhere.strat is not there"),
    ],
)
def test_nothing_to_format_is_wrong_use(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "empty").mkdir()
    done = goalgraph("fmt", *arguments, folder=folder)
    assert (done.code, done.out, done.err) == (2, "", f"goalgraph: {said}\n")


def test_an_excluded_file_that_is_named_is_formatted_unless_exclusion_is_forced(folder: Path, path: Path) -> None:
    (folder / "goalgraph.toml").write_text('exclude = ["map.strat"]\n')
    done = goalgraph("fmt", "--force-exclude", "map.strat", folder=folder)
    assert (done.code, done.out, done.err) == (0, "", "0 files changed, 0 left as they are.\n")
    assert path.read_bytes() == MESSY.encode()
    assert goalgraph("fmt", "map.strat", folder=folder).out == "changed map.strat\n"


def test_where_nothing_is_left_out_there_is_still_nothing_to_format(folder: Path) -> None:
    done = goalgraph("fmt", "--force-exclude", ".", folder=folder)
    assert done.code == 2
    assert "nothing to format" in done.err
