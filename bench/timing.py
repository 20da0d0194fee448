"""Whole processes, timed: each a fresh one, several of them in turns, medians and minima."""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

CHILD = Path(__file__).with_name("child.py")


class Run(NamedTuple):
    """One run of a command: its time, its peak of memory in bytes, and what it printed."""

    seconds: float
    peak: int
    printed: str


class Contender(NamedTuple):
    """A command to be timed. `prepare` is done before every run and not timed."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    prepare: Callable[[], object] = lambda: None
    codes: tuple[int, ...] = (0,)


class Timed(NamedTuple):
    """What the runs of one contender came to."""

    median: float
    least: float
    peak: int
    printed: str


def run(contender: Contender, *, tree: bool = False) -> Run:
    """Runs a contender once; `tree` adds up the memory of all its processes and makes it slower.

    Raises:
        RuntimeError: the command failed, so its time means nothing.
    """
    contender.prepare()
    with tempfile.NamedTemporaryFile() as file:
        command = [sys.executable, "-I", "-S", str(CHILD), "tree" if tree else "alone", file.name, *contender.command]
        done = subprocess.run(command, env=contender.environment, stdout=subprocess.PIPE, check=True, text=True)
        printed = Path(file.name).read_text(encoding="utf-8", errors="replace")
    seconds, peak, code = done.stdout.split()
    if int(code) not in contender.codes:
        raise RuntimeError(f"{contender.name}: exit code {code} of {' '.join(contender.command)}\n{printed[-2000:]}")
    return Run(float(seconds), int(peak) * 1024, printed)


def in_turns(contenders: Sequence[Contender], rounds: int) -> dict[str, Timed]:
    """Runs all contenders in turns, so that a slow moment of the machine meets all of them.

    A first round measures memory only: it also compiles modules and brings files into the system's memory.
    """
    runs: dict[str, list[Run]] = {contender.name: [run(contender, tree=True)] for contender in contenders}
    for _ in range(rounds):
        for contender in contenders:
            runs[contender.name].append(run(contender))
    return {name: _summed(taken) for name, taken in runs.items()}


def _summed(runs: Sequence[Run]) -> Timed:
    seconds = [each.seconds for each in runs[1:]]
    return Timed(statistics.median(seconds), min(seconds), max(each.peak for each in runs), runs[-1].printed)
