"""Runs one command and tells its seconds, its peak of memory in KiB and its exit code.

A process of its own and a small one: a peak that the system tells of a child is never less than what its parent held
when it started the child, and the parent of these measurements holds whole maps.

Arguments: `alone` or `tree`, the file for what the command prints, the command. With `alone` the peak is what wait4
tells, that of the largest process. With `tree` the memory of the command and all processes it started is added up
now and then too, memory that they share divided between them (Pss), and the higher number counts; watching takes some
time, so such a run is not one to be compared.
"""

import os
import sys
import time

PAUSE = 0.02
# To look at gigabytes takes long, and holds up who uses them: so many times as long as a look is not looked.
REST = 20


def processes(pid: int) -> list[int]:
    """A process and all it started that are still there."""
    found = [pid]
    for each in found:  # grows while it is walked
        try:
            for thread in os.listdir(f"/proc/{each}/task"):  # noqa: PTH208  # pathlib would make this process larger
                with open(f"/proc/{each}/task/{thread}/children") as children:  # noqa: PTH123  # as above
                    found += map(int, children.read().split())
        except OSError:
            continue
    return found


def held(pid: int) -> int:
    """What a process holds, in KiB; 0 where it has ended or the system does not tell."""
    try:
        with open(f"/proc/{pid}/smaps_rollup") as rollup:  # noqa: PTH123  # as above
            return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def main() -> None:
    mode, printed, *command = sys.argv[1:]
    to_file = [
        (os.POSIX_SPAWN_OPEN, 1, printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    peak = 0
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=to_file)
    ended, status, usage = os.wait4(pid, os.WNOHANG if mode == "tree" else 0)
    while not ended:
        look = time.perf_counter()
        peak = max(peak, sum(map(held, processes(pid))))
        time.sleep(max(PAUSE, REST * (time.perf_counter() - look)))
        ended, status, usage = os.wait4(pid, os.WNOHANG)
    seconds = time.perf_counter() - start
    print(seconds, max(peak, usage.ru_maxrss), os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
