"""`lint --watch`: checking again whenever a map changes, in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.running import goalgraph as command
from tests.cli.running import python
from tests.helpers import unmeasured

CLEAN = 'value v "V"\nobjective o "Families wait less"\n    serves v\nmeans m "M"\n    serves o\n'
SOUND = "Checked 1 file, 3 elements in 1 map: no findings.\n"
# Far more than is ever needed: a machine may be busy.
_PATIENCE = 60.0


class Watcher(NamedTuple):
    """A running `lint --watch`, and the files to which it writes."""

    process: subprocess.Popen[bytes]
    out: Path
    err: Path

    def wait_for(self, text: str, *, times: int = 1) -> None:
        """Waits until something was said so many times, in all."""
        end = time.monotonic() + _PATIENCE
        while self.said().count(text) < times:
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, f"never said {text!r} {times} times, but: {self.said()}"
            time.sleep(0.05)

    def said(self) -> str:
        return self.out.read_text(encoding="utf-8") + self.err.read_text(encoding="utf-8")

    def checks(self) -> int:
        return self.said().count("ctrl-C ends it.")

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=_PATIENCE)


@contextmanager
def watching(folder: Path, *arguments: str, where: Path | None = None, **environment: str) -> Generator[Watcher]:
    logs = folder.parent / "logs"
    logs.mkdir(exist_ok=True)
    out, err = logs / "out", logs / "err"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "goalgraph", "lint", "--watch", "--format", "concise", *arguments],
            cwd=where or folder,
            env=unmeasured(**environment),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
        )
    try:
        yield Watcher(process, out, err)
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository beside which the tests may write."""
    repository = tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    write(repository, CLEAN)
    return repository


def write(folder: Path, text: str, name: str = "map.strat") -> None:
    """Saves a file as editors do: a new one takes its place."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_it_checks_at_once_and_after_each_change_and_ends_quietly(folder: Path) -> None:
    with watching(folder) as watcher:
        watcher.wait_for("Watching .; ctrl-C ends it.")
        assert watcher.said().count(SOUND) == 1
        write(folder, CLEAN + "means lost\n")
        watcher.wait_for("map.strat:6:7: error[no-why]")
        watcher.wait_for("map.strat changed:")
        write(folder, CLEAN)
        watcher.wait_for(SOUND, times=2)
        assert "error" not in watcher.err.read_text(encoding="utf-8")
        assert watcher.interrupt() == 130
        assert "Traceback" not in watcher.said()
        assert "Aborted" not in watcher.said()


def test_what_was_said_before_stays_to_be_read(folder: Path) -> None:
    with watching(folder) as watcher:
        watcher.wait_for("ctrl-C ends it.")
        write(folder, "means lost\n")
        watcher.wait_for("no-why")
        assert watcher.out.read_text(encoding="utf-8").startswith(SOUND)
        assert "\x1b" not in watcher.said()


def test_files_that_come_go_and_are_half_written_do_no_harm(folder: Path) -> None:
    with watching(folder) as watcher:
        watcher.wait_for("ctrl-C ends it.")
        write(folder, "means new\n", "sub/new.strat")
        watcher.wait_for("sub/new.strat:1:7: error[no-why]")
        (folder / "sub" / "new.strat").unlink()
        watcher.wait_for(SOUND, times=2)
        (folder / "map.strat").write_bytes(b'value v "V\n\xff')
        watcher.wait_for("error[unreadable-file]")
        (folder / "map.strat").unlink()
        watcher.wait_for("nothing to check")
        (folder / "sub").rename(folder / "other")
        write(folder, CLEAN)
        watcher.wait_for(SOUND, times=3)
        assert watcher.interrupt() == 130


def test_many_changes_at_once_are_checked_together(folder: Path) -> None:
    with watching(folder) as watcher:
        watcher.wait_for("ctrl-C ends it.")
        for number in range(300):
            write(folder, f"means m{number}\n", f"burst/{number}.strat")
        write(folder, CLEAN + "means last\n")
        watcher.wait_for("Checked 301 files, 304 elements in 2 maps: 301 errors")
        assert watcher.checks() < 300
        assert watcher.interrupt() == 130


def test_settings_above_what_is_watched_count(folder: Path) -> None:
    write(folder, CLEAN + "means lost\n", "plans/map.strat")
    with watching(folder, "plans") as watcher:
        watcher.wait_for("error[no-why]")
        watcher.wait_for("Watching plans; ctrl-C ends it.")
        write(folder, '[rules]\nno-why = "warning"\n', "goalgraph.toml")
        watcher.wait_for("warning[no-why]")
        write(folder, "[rules\n", "goalgraph.toml")
        watcher.wait_for("goalgraph: goalgraph.toml:1:")
        (folder / "goalgraph.toml").unlink()
        watcher.wait_for("error[no-why]", times=2)
        assert watcher.interrupt() == 130


def test_a_mistake_in_the_settings_at_the_beginning_can_be_mended(folder: Path) -> None:
    write(folder, "[rules\n", "goalgraph.toml")
    with watching(folder, "map.strat") as watcher:
        watcher.wait_for("goalgraph: goalgraph.toml:1:")
        watcher.wait_for("ctrl-C ends it.")
        write(folder, "", "goalgraph.toml")
        watcher.wait_for(SOUND)


def test_from_one_file_its_whole_map_is_watched(folder: Path) -> None:
    write(folder, "strategy s\n" + CLEAN)
    write(folder, "means a\n    serves m\n", "sub/a.strat")
    with watching(folder, "a.strat", where=folder / "sub") as watcher:
        watcher.wait_for("Watching ..; ctrl-C ends it.")
        write(folder, "strategy s\n" + CLEAN.replace("means m", "means other"))
        watcher.wait_for("a.strat:2:12: error[unknown-name]")


def test_what_is_no_map_is_not_waited_for(folder: Path) -> None:
    with watching(folder) as watcher:
        watcher.wait_for("ctrl-C ends it.")
        for name in ("notes.txt", ".git/index.strat", ".map.strat.swp", "report.html"):
            write(folder, "x", name)
        write(folder, CLEAN + "means last\n")
        watcher.wait_for("error[no-why]")
        watcher.wait_for("ctrl-C ends it.", times=2)
        assert watcher.checks() == 2
        assert watcher.said().count(SOUND) == 1


def test_files_are_written_anew_and_polling_will_do(folder: Path) -> None:
    with watching(folder, "-o", "out.txt", WATCHFILES_FORCE_POLLING="1") as watcher:
        watcher.wait_for("ctrl-C ends it.")
        assert (folder / "out.txt").read_text(encoding="utf-8") == SOUND
        write(folder, CLEAN + "means lost\n")
        # Who polls may miss a change that is made in the second of the last one, or while it looks.
        for moment in range(int(_PATIENCE)):
            if watcher.checks() > 1:
                break
            os.utime(folder / "map.strat", (moment * 10, moment * 10))
            time.sleep(1)
        watcher.wait_for("ctrl-C ends it.", times=2)
        assert "no-why" in (folder / "out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "nowhere is not there"),
        (["-"], "`--watch` watches files, and standard input is none"),
        (["--stdin-filename", "map.strat"], "`--watch` watches files, and standard input is none"),
        (["--diff"], "`--watch` checks again and again; `--write-baseline` and `--diff` are for once"),
        (["--format", "jsn"], "there is no format `jsn`, did you mean `json`?"),
        (["--baseline", "known.json"], "known.json is not there; `--write-baseline` writes it"),
    ],
)
def test_what_can_not_be_watched_is_wrong_use(folder: Path, arguments: list[str], said: str) -> None:
    done = command("lint", "--watch", *arguments, folder=folder)
    assert (done.code, done.out, done.err) == (2, "", f"goalgraph: {said}\n")


def test_where_watchfiles_is_missing_it_is_said_how_it_is_had(folder: Path) -> None:
    without = "import sys; sys.modules['watchfiles'] = None\nfrom goalgraph.__main__ import main\nmain()"
    done = python("-c", without, "lint", "--watch", folder=folder, environment=dict(os.environ))
    assert (done.code, done.out) == (2, "")
    assert done.err == "goalgraph: `--watch` needs the package watchfiles: `pip install 'goalgraph[watch]'`\n"
