"""`goalgraph init`: a first map that is sound, and overwrites nothing."""

from pathlib import Path

import pytest

from goalgraph.source import Source
from goalgraph.syntax.parser import parse
from goalgraph.syntax.printer import print_document
from tests.cli.running import goalgraph


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_the_first_map_is_clean_even_at_the_lowest_fail_level(folder: Path) -> None:
    done = goalgraph("init", folder=folder)
    assert (done.code, done.err) == (0, "")
    assert done.out == "Wrote strategy.strat. Edit it, then run `goalgraph lint .`.\n"
    linted = goalgraph("lint", "--fail-level", "info", folder=folder)
    assert (linted.code, linted.out) == (0, "Checked 1 file, 5 elements in 1 map: no findings.\n")


def test_the_first_map_is_written_as_fmt_writes(folder: Path) -> None:
    goalgraph("init", folder=folder)
    text = (folder / "strategy.strat").read_bytes().decode()
    assert print_document(parse(Source("strategy.strat", text))) == text
    assert goalgraph("fmt", "--check", folder=folder).code == 0


def test_a_folder_is_made_where_it_is_missing(folder: Path) -> None:
    done = goalgraph("init", "plans/new one", folder=folder)
    assert done.out == "Wrote plans/new one/strategy.strat. Edit it, then run `goalgraph lint plans/new one`.\n"
    assert goalgraph("lint", "plans/new one", folder=folder).code == 0


def test_what_it_tells_to_run_finds_the_map(folder: Path) -> None:
    (folder / "plans").mkdir()
    told = goalgraph("init", "plans", folder=folder).out.split("`")[1]
    assert told == "goalgraph lint plans"
    assert goalgraph(*told.split()[1:], folder=folder).code == 0


@pytest.mark.parametrize("dangling", [False, True])
def test_nothing_is_overwritten(folder: Path, dangling: bool) -> None:
    path = folder / "strategy.strat"
    if dangling:
        path.symlink_to("nothing")
    else:
        path.write_bytes(b"ours")
    done = goalgraph("init", folder=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err == "goalgraph: strategy.strat is there already and stays as it is\n"
    if dangling:
        assert not (folder / "nothing").exists()
    else:
        assert path.read_bytes() == b"ours"


def test_a_second_call_changes_nothing(folder: Path) -> None:
    goalgraph("init", folder=folder)
    before = (folder / "strategy.strat").read_bytes()
    assert goalgraph("init", folder=folder).code == 2
    assert (folder / "strategy.strat").read_bytes() == before


@pytest.mark.parametrize("where", ["taken", "taken/below"])
def test_a_folder_that_cannot_be_made_is_wrong_use(folder: Path, where: str) -> None:
    (folder / "taken").touch()
    done = goalgraph("init", where, folder=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"goalgraph: {where} can't be made: ")
    assert len(done.err.splitlines()) == 1


def test_a_folder_that_may_not_be_written_is_wrong_use(folder: Path) -> None:
    (folder / "locked").mkdir(mode=0o555)
    done = goalgraph("init", "locked", folder=folder, obeying=True)
    assert (done.code, done.err) == (2, "goalgraph: locked/strategy.strat can't be written: permission denied\n")
    done = goalgraph("init", "locked/plan", folder=folder, obeying=True)
    assert (done.code, done.err) == (2, "goalgraph: locked/plan can't be made: permission denied\n")


def test_a_second_strategy_is_not_put_beside_a_first(folder: Path) -> None:
    (folder / "plan.strat").write_text('strategy plan "Plan"\n')
    done = goalgraph("init", folder=folder)
    assert done.code == 2
    assert "holds a map already (plan.strat)" in done.err
    assert not (folder / "strategy.strat").exists()


def test_a_file_name_is_not_made_a_folder(folder: Path) -> None:
    done = goalgraph("init", "new.strat", folder=folder)
    assert done.code == 2
    assert "would be a folder" in done.err
    assert not (folder / "new.strat").exists()
