"""Reading one file: its text, or in plain words what is wrong with it and where."""

import os
from pathlib import Path
from typing import IO, Any

import pytest

from goalgraph.reading import decode, read_file
from goalgraph.source import Source, Unreadable
from tests.cli.running import python

LIMIT = 1000
# What the reading of a file comes to, in a process that has to obey the modes of files.
_READ = """
import sys
from pathlib import Path
from goalgraph.reading import read_file
found = read_file(Path(sys.argv[1]), "shown.strat", 1000)
print(type(found).__name__, found.place.where, found.message, found.hint, sep="|")
"""


def refused(data: bytes) -> Unreadable:
    found = decode(data, "shown.strat")
    assert isinstance(found, Unreadable)
    return found


def read(path: Path, limit: int = LIMIT) -> Source | Unreadable:
    return read_file(path, "shown.strat", limit)


def unread(path: Path, limit: int = LIMIT) -> tuple[str, str, str]:
    found = read(path, limit)
    assert isinstance(found, Unreadable)
    assert found.path == "shown.strat"
    return found.place.where, found.message, found.hint


def test_a_text_is_read_as_it_stands_line_ends_included() -> None:
    found = decode('means a "Ä"\r\n\tserves b\nmeans b'.encode(), "shown.strat")
    assert isinstance(found, Source)
    assert (found.path, found.text, found.bom) == ("shown.strat", 'means a "Ä"\r\n\tserves b\nmeans b', False)


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    path = tmp_path / "map.strat"
    path.touch()
    found = read(path)
    assert isinstance(found, Source)
    assert (found.text, found.bom) == ("", False)


def test_a_byte_order_mark_is_no_part_of_the_text_and_is_remembered() -> None:
    found = decode(b"\xef\xbb\xbfmeans a", "shown.strat")
    assert isinstance(found, Source)
    assert (found.text, found.bom) == ("means a", True)


def test_of_two_byte_order_marks_the_second_is_text() -> None:
    found = decode(b"\xef\xbb\xbf\xef\xbb\xbf", "shown.strat")
    assert isinstance(found, Source)
    assert (found.text, found.bom) == ("\ufeff", True)


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xe9", 1, 1, "E9"),
        (b'means a "caf\xe9"\n', 1, 13, "E9"),
        (b'means a "A"\r\nmeans \xff "B"\n', 2, 7, "FF"),
        ('means é "日本'.encode() + b"\x80", 1, 12, "80"),
        (b"\xef\xbb\xbfmeans a\n\xc3", 2, 1, "C3"),
        (b"means a \xed\xa0\x80", 1, 9, "ED"),
        (b"means a \xc0\xaf", 1, 9, "C0"),
        ("\U0001f600".encode() + b"\xf0\x9f\x98", 1, 2, "F0"),
    ],
)
def test_a_byte_that_is_not_utf8_is_told_at_its_place(data: bytes, line: int, column: int, byte: str) -> None:
    found = refused(data)
    assert found.place.where == f"shown.strat:{line}:{column}"
    assert found.message == f"this file is not UTF-8: the byte 0x{byte} can't stand here"
    assert found.hint == "save it as UTF-8"
    assert found.place.text == "\ufffd"


def test_what_stands_around_a_bad_byte_can_be_shown() -> None:
    found = refused(b'means a "caf\xe9 noir"\n')
    assert found.place.source.text == 'means a "caf\ufffd noir"\n'


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_with_its_mark_is_called_by_its_name(encoding: str) -> None:
    mark = b"" if encoding == "utf-16" else "\ufeff".encode(encoding)
    found = refused(mark + 'means a "A"\n'.encode(encoding))
    assert found.place.where == "shown.strat:1:1"
    assert found.message == "this file is UTF-16, and only UTF-8 is read"
    assert found.hint == "save it as UTF-8"


def test_utf16_without_its_mark_shows_as_nul_bytes() -> None:
    found = refused("means".encode("utf-16-le"))
    assert found.place.where == "shown.strat:1:2"
    assert "UTF-16 looks like this" in found.hint


def test_a_nul_byte_is_told_at_its_place() -> None:
    found = refused(b'means a "A"\nmeans b "B\x00C"\n\x00')
    assert found.place.where == "shown.strat:2:11"
    assert found.message == "this file holds a NUL byte, so it is no text"
    assert found.place.text == "\x00"


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "map.strat"
    path.write_bytes(b"#" * LIMIT)
    found = read(path)
    assert isinstance(found, Source)
    assert len(found.text) == LIMIT


def test_a_file_over_the_limit_is_not_opened_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.strat"
    path.write_bytes(b"#" * (LIMIT + 1))
    monkeypatch.delattr(Path, "read_bytes")
    where, message, hint = unread(path)
    assert (where, message) == ("shown.strat:1:1", "this file has 0.0 MB, and no more than 0.001 MB are read")
    assert "divide it" in hint


def test_the_size_of_a_large_file_is_said_in_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "map.strat"
    with path.open("wb") as file:
        file.truncate(23_400_000)  # a hole, which takes no room on the disk
    _, message, _ = unread(path, 20_000_000)
    assert message == "this file has 23.4 MB, and no more than 20 MB are read"


def test_the_limit_counts_bytes_and_not_characters(tmp_path: Path) -> None:
    path = tmp_path / "map.strat"
    path.write_text("#" + "é" * (LIMIT // 2), encoding="utf-8")
    assert isinstance(read(path), Unreadable)
    assert isinstance(read(path, LIMIT + 1), Source)


def test_a_file_that_may_not_be_read_is_told_to_whoever_may_not(tmp_path: Path) -> None:
    path = tmp_path / "map.strat"
    path.touch(mode=0)
    done = python("-c", _READ, path, folder=tmp_path, obeying=True)
    assert (done.err, done.out) == (
        "",
        "Unreadable|shown.strat:1:1|this can't be read: permission denied|check who may read it\n",
    )


def test_a_folder_that_may_not_be_listed_is_told_to_whoever_may_not(tmp_path: Path) -> None:
    path = tmp_path / "map.strat"
    path.mkdir(mode=0)
    done = python("-c", _READ, path, folder=tmp_path, obeying=True)
    path.chmod(0o700)
    assert done.out.split("|")[2] == "this can't be read: permission denied"


def test_a_file_that_vanished_is_told(tmp_path: Path) -> None:
    assert unread(tmp_path / "map.strat") == (
        "shown.strat:1:1",
        "this file went away while it was read",
        "run the command again",
    )


def test_a_file_that_vanishes_once_it_was_looked_at_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.strat"
    path.touch()
    untouched = Path.open

    def too_late(self: Path, mode: str) -> IO[Any]:
        self.unlink()
        return untouched(self, mode)

    monkeypatch.setattr(Path, "open", too_late)
    assert unread(path)[1] == "this file went away while it was read"


def test_a_link_to_nothing_is_told_as_that(tmp_path: Path) -> None:
    path = tmp_path / "map.strat"
    path.symlink_to("nothing")
    assert unread(path) == ("shown.strat:1:1", "this link points to nothing", "mend or remove the link")


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    path = tmp_path / "map.strat"
    path.symlink_to("map.strat")
    assert unread(path)[1].startswith("this can't be read: too many ")


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("means a", encoding="utf-8")
    path = tmp_path / "map.strat"
    path.symlink_to("real")
    found = read(path)
    assert isinstance(found, Source)
    assert found.text == "means a"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert unread(tmp_path)[1] == "this is a folder, not a file"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "map.strat"
    os.mkfifo(path)
    assert unread(path)[1:] == ("this is no regular file", "only regular files are read")


def test_a_device_is_not_read() -> None:
    assert unread(Path("/dev/zero"))[1] == "this is no regular file"


def _changing(monkeypatch: pytest.MonkeyPatch, path: Path, times: int) -> None:
    """Lets somebody write to the file each time it has been opened, so many times."""
    left = [times]
    really = os.fstat

    def fstat(handle: int) -> os.stat_result:
        status = really(handle)
        if left[0]:
            left[0] -= 1
            with path.open("a") as file:
                file.write("# more\n")
        return status

    monkeypatch.setattr(os, "fstat", fstat)


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.strat"
    path.write_text("means a\n")
    _changing(monkeypatch, path, 1)
    found = read(path)
    assert isinstance(found, Source)
    assert found.text == "means a\n# more\n"


def test_a_file_that_never_settles_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.strat"
    path.write_text("means a\n")
    _changing(monkeypatch, path, 100)
    assert unread(path) == (
        "shown.strat:1:1",
        "this file was changed again and again while it was read",
        "run the command again",
    )


def test_a_file_that_grows_over_the_limit_while_it_is_read_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.strat"
    path.write_bytes(b"#" * LIMIT)
    _changing(monkeypatch, path, 1)
    assert unread(path)[1] == "this file has 0.0 MB, and no more than 0.001 MB are read"
