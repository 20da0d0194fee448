"""The tables that lark keeps between runs: a help, and never a hindrance."""

from pathlib import Path

import pytest

from goalgraph.syntax.grammar import tables_path
from tests.cli.running import goalgraph

MAP = 'value v "V"\nobjective o "O"\n    serves v\nmeans m "M"\n    serves o\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "x.strat").write_text(MAP)
    return tmp_path


@pytest.mark.parametrize("before", [None, b"", b"garbage", b"\x80\x05N."])
def test_whatever_lies_in_the_cache_a_map_is_read(folder: Path, before: bytes | None) -> None:
    tables = folder / "cache" / "goalgraph" / "grammar.tables"
    if before is not None:
        tables.parent.mkdir(parents=True)
        tables.write_bytes(before)
    for _ in range(2):
        done = goalgraph("lint", folder=folder, environment={"XDG_CACHE_HOME": str(folder / "cache")})
        assert (done.code, done.err) == (0, "")
        assert done.out == "Checked 1 file, 3 elements in 1 map: no findings.\n"
    assert tables.stat().st_size > 10_000


def test_without_a_place_for_them_a_map_is_read_all_the_same(folder: Path) -> None:
    (folder / "file").write_text("not a folder")
    done = goalgraph("lint", folder=folder, environment={"XDG_CACHE_HOME": str(folder / "file")})
    assert (done.code, done.err) == (0, "")


def test_the_place_is_in_the_cache_folder_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert tables_path() == str(tmp_path / "goalgraph" / "grammar.tables")
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert tables_path() == str(tmp_path / "local" / "goalgraph" / "grammar.tables")
    monkeypatch.delenv("LOCALAPPDATA")
    assert tables_path() is None
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tables_path() == str(tmp_path / "Library" / "Caches" / "goalgraph" / "grammar.tables")
