"""What is kept between runs: it saves reading, changes no answer, and no fault of it is ever anybody's concern."""

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from goalgraph import store
from goalgraph.model.declarations import Declaration
from goalgraph.model.reader import Reader
from goalgraph.source import Source
from goalgraph.store import StoringReader, version
from goalgraph.syntax.parser import parse
from tests.cli.running import goalgraph
from tests.helpers import unmeasured

TEXT = """\
strategy plan "Plan"
    horizon 2027
value calm "Calm"
# A comment below.

objective fewer-calls "Clients call less"
    serves calm strongly because "Nobody likes to wait"
    measure "calls a day" of desk from 90 to 30 by 2027-Q2
    since 2026-01
    because "We asked"
    tags a, b
means desk "Help desk"
    serves fewer-calls, calm
    needs nothing-declared
    sphere formal
    bad line here
means broken title without quotes
asset know-how
    nature intangible
    nature tangible
    until 2025
    since 2026
"""


class Counting(StoringReader):
    """A reader that tells what it had to find out."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.found_out: list[str] = []

    def find_out(self, pieces: Sequence[str]) -> Iterable[tuple[str, Declaration]]:
        self.found_out += [piece.split("\n", 1)[0] for piece in pieces]
        return super().find_out(pieces)


def _read(folder: Path, text: str, path: str = "map.strat") -> tuple[list[Declaration], list[str]]:
    """What a text declares, by a new reader, and which statements it had to read for it."""
    reader = Counting(folder)
    (declared,) = reader.read([parse(Source(path, text))])
    return declared, reader.found_out


def _kept(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_is_kept_is_what_was_read(tmp_path: Path) -> None:
    (expected,) = Reader().read([parse(Source("map.strat", TEXT))])
    assert [bool(each.unread) for each in expected] == [False, False, False, True, True, False]
    assert expected[5].mistakes
    first, read_first = _read(tmp_path, TEXT)
    again, read_again = _read(tmp_path, TEXT)
    assert first == again == expected
    assert (len(read_first), read_again) == (6, [])


def test_an_edit_makes_one_statement_be_read(tmp_path: Path) -> None:
    _read(tmp_path, TEXT)
    edited = TEXT.replace("Help desk", "Service desk")
    assert _read(tmp_path, edited)[1] == ['means desk "Service desk"']
    assert _read(tmp_path, edited)[1] == []
    # What was taken out is not kept.
    assert _read(tmp_path, TEXT)[1] == ['means desk "Help desk"']


def test_a_statement_may_move_and_stand_twice(tmp_path: Path) -> None:
    _read(tmp_path, TEXT)
    assert _read(tmp_path, f"# moved\n\n{TEXT}\n{TEXT}")[1] == []


def test_files_of_one_name_in_different_folders_do_not_take_turns(tmp_path: Path) -> None:
    _read(tmp_path, TEXT, "one/map.strat")
    _read(tmp_path, TEXT.replace("Calm", "Peace"), "two/map.strat")
    assert _read(tmp_path, TEXT, "one/map.strat")[1] == []
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"garbage",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:],
        lambda data: b"another version\n" + data,
        lambda data: data.replace(b"declarations ", b"declarations 0"),
        lambda data: data + b"more",
    ],
)
def test_what_is_damaged_or_of_another_version_is_read_anew_and_replaced(tmp_path: Path, spoil: object) -> None:
    expected, _ = _read(tmp_path, TEXT)
    path = _kept(tmp_path)
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    declared, found_out = _read(tmp_path, TEXT)
    assert (declared, len(found_out)) == (expected, 6)
    assert _read(tmp_path, TEXT)[1] == []


def test_a_folder_in_the_place_of_a_file_is_no_hindrance(tmp_path: Path) -> None:
    expected, _ = _read(tmp_path, TEXT)
    path = _kept(tmp_path)
    path.unlink()
    path.mkdir()
    assert _read(tmp_path, TEXT) == (expected, _read(tmp_path / "none", TEXT)[1])
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert len(_read(tmp_path, TEXT)[1]) == 6
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_while_writing_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _read(tmp_path, TEXT)
    assert list(tmp_path.iterdir()) == []


def test_where_too_much_is_kept_the_oldest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        _read(tmp_path, TEXT, f"{number}.strat")
        (newest,) = (path for path in tmp_path.iterdir() if path.name.startswith(f"{number}-"))
        os.utime(newest, (number, number))
    monkeypatch.setattr(store, "_MOST_BYTES", 1000)
    _read(tmp_path, TEXT, "new.strat")
    assert sorted(path.name.split("-")[0] for path in tmp_path.iterdir()) == ["3", "new"]


def test_another_grammar_or_another_reading_module_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = version()
    assert before == version()
    monkeypatch.setattr(os, "stat", lambda path, stat=os.stat: stat(Path(path).parent))
    assert version() != before


# --- the command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "map.strat").write_text(TEXT, encoding="utf-8")
    return tmp_path


def _lint(folder: Path, *arguments: str, cache: Path, **more: str) -> tuple[int, str, str]:
    environment = {"XDG_CACHE_HOME": str(cache), **more}
    done = goalgraph("lint", *arguments, folder=folder, environment=environment, obeying=True)
    return done.code, done.out, done.err


def test_the_verdict_is_the_same_cold_warm_and_without_a_cache(folder: Path) -> None:
    cache = folder / "cache"
    cold = _lint(folder, cache=cache)
    assert cold[0] == 1
    assert len(list((cache / "goalgraph" / "statements").iterdir())) == 1
    assert _lint(folder, cache=cache) == _lint(folder, "--no-cache", cache=cache) == cold


@pytest.mark.parametrize(("arguments", "variable"), [(["--no-cache"], "0"), ([], "1")])
def test_without_a_cache_nothing_is_written(folder: Path, arguments: list[str], variable: str) -> None:
    cache = folder / "cache"
    assert _lint(folder, *arguments, cache=cache, GOALGRAPH_NO_CACHE=variable)[0] == 1
    assert not cache.exists()


def test_a_cache_folder_that_may_not_be_written_is_no_hindrance(folder: Path) -> None:
    expected = _lint(folder, "--no-cache", cache=folder)
    for part in ("", "goalgraph", "goalgraph/statements"):
        cache = folder / f"cache{part.count('/')}{len(part)}"
        locked = cache / part
        locked.mkdir(parents=True)
        locked.chmod(0o500)
        assert _lint(folder, cache=cache) == expected
        locked.chmod(0o700)
        assert not any(path.is_file() and path.name != "grammar.tables" for path in cache.rglob("*"))


def test_a_disk_that_is_full_is_no_hindrance(folder: Path) -> None:
    """A limit of no bytes a file makes every write to a file fail, as a full disk does."""
    expected = _lint(folder, "--no-cache", cache=folder)
    command = ["sh", "-c", f"ulimit -f 0; exec {sys.executable} -m goalgraph lint"]
    # Coverage could not write its own file either.
    environment = unmeasured(XDG_CACHE_HOME=str(folder / "cache"))
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode(), done.stderr.decode()) == expected
    assert [path for path in (folder / "cache").rglob("*") if path.is_file() and path.stat().st_size] == []


def test_many_processes_may_use_the_cache_at_once(folder: Path) -> None:
    cache = folder / "cache"
    expected = _lint(folder, "--no-cache", cache=folder)
    command = [sys.executable, "-m", "goalgraph", "lint"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    for _ in range(3):
        running = [
            subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(6)
        ]
        for process in running:
            out, err = process.communicate()
            assert (process.returncode, out.decode(), err.decode()) == expected
        (kept,) = (cache / "goalgraph" / "statements").iterdir()
        kept.write_bytes(kept.read_bytes()[:-9])
