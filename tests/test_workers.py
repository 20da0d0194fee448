"""Many statements are read by several processes: nothing is lost when one of them dies or is not to be had."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from goalgraph import workers
from goalgraph.model.attributes import declare
from goalgraph.store import StoringReader
from tests.helpers import unmeasured

PIECES = [f'means m{number} "M"\n    serves m{number + 1}\n    bad{number} line' for number in range(60)]
EXPECTED = {piece: declare(piece) for piece in PIECES}


@pytest.mark.parametrize("processes", [1, 2, 3, 8])
def test_all_is_read_once_by_however_many(processes: int) -> None:
    found = list(workers.declare_at_once(PIECES, processes))
    assert len(found) == len(PIECES)
    assert dict(found) == EXPECTED


def test_more_processes_than_statements() -> None:
    assert dict(workers.declare_at_once(PIECES[:2], 4)) == {piece: EXPECTED[piece] for piece in PIECES[:2]}


def test_the_share_of_a_process_that_dies_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def dying(piece: str) -> object:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return declare(piece)

    monkeypatch.setattr(workers, "declare", dying)
    assert dict(workers.declare_at_once(PIECES, 3)) == EXPECTED


def test_where_no_process_can_be_started_all_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refused)
    assert dict(workers.declare_at_once(PIECES, 3)) == EXPECTED


def test_where_threads_run_processes_are_started_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a fork beside threads"))
    assert dict(workers.declare_at_once(PIECES, 2)) == EXPECTED


def test_a_few_statements_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "declare_at_once", lambda *_: pytest.fail("not worth it"))
    assert dict(StoringReader(None).find_out(PIECES)) == EXPECTED


def test_many_are_read_by_as_many_processes_as_there_are_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "processors", lambda: 2)
    used = []
    monkeypatch.setattr(workers, "declare_at_once", lambda pieces, processes: used.append((len(pieces), processes)))
    StoringReader(None).find_out(PIECES * 100)
    assert used == [(6000, 2)]


def test_on_one_processor_all_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "processors", lambda: 1)
    monkeypatch.setattr(workers, "declare_at_once", lambda *_: pytest.fail("nothing to be gained"))
    assert dict(StoringReader(None).find_out(PIECES * 100)) == EXPECTED


@pytest.mark.parametrize("whole_group", [True, False])
def test_ctrl_c_ends_all_processes_at_once_and_quietly(tmp_path: Path, whole_group: bool) -> None:
    (tmp_path / ".git").mkdir()
    text = "".join(f'means m{number} "Number {number}"\n    serves m{number + 1}\n' for number in range(200_000))
    (tmp_path / "map.strat").write_text(text, encoding="utf-8")
    target = tmp_path / "findings.json"
    target.write_text("as it was", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "goalgraph", "lint", "--format", f"json:{target}"],
        cwd=tmp_path,
        env=unmeasured(XDG_CACHE_HOME=str(tmp_path / "cache")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(1.5)
    assert process.poll() is None, "it was to be in the middle of its work"
    if whole_group:
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert target.read_text(encoding="utf-8") == "as it was"
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.name not in _LEFT]
    assert not _running_in(process.pid), "a process was left behind"


_LEFT = ("map.strat", "findings.json", "grammar.tables")


def _running_in(group: int) -> list[str]:
    listed = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if line.split()[0] == str(group) and "Z" not in line.split()[1]]
