"""Reading many statements at once, in processes beside this one."""

import marshal
import os
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from goalgraph.model.attributes import declare
from goalgraph.model.declarations import Declaration

# More processes than these are not kept busy by one map.
_MOST_PROCESSES = 8

Declared = tuple[str, Declaration]


def processors() -> int:
    """How many processes may run at a time."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)
    return min(os.cpu_count() or 1, _MOST_PROCESSES)


def declare_at_once(pieces: Sequence[str], processes: int) -> Iterator[Declared]:
    """What pieces declare, found out by so many processes, this one included.

    Where a process can't be started, or dies, its share is read here.
    """
    shares = [pieces[number::processes] for number in range(processes)]
    started = [(_start(share), share) for share in shares[1:]]
    try:
        yield from _declare(shares[0])
        for worker, share in started:
            yield from _collect(worker, share)
    finally:
        for worker, _ in started:
            if worker:
                worker[0].kill()
                worker[0].join()
                worker[1].close()


def _start(share: Sequence[str]) -> tuple[BaseProcess, Connection] | None:
    import threading

    # A fork has everything loaded already, but must not be made where threads run.
    forks = sys.platform == "linux" and threading.active_count() == 1
    context = get_context("fork" if forks else "spawn")
    try:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(share, sender), daemon=True)  # type: ignore[attr-defined]  # contexts have it
        process.start()
    except OSError:
        return None
    sender.close()
    return process, receiver


def _work(share: Sequence[str], sender: Connection) -> None:
    """What a worker does: it sends plain tuples, as they can be read many times faster than objects."""
    import signal

    # On ctrl-C this process is ended by the one that started it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sender.send_bytes(marshal.dumps([tuple(declared) for _, declared in _declare(share)]))


def _declare(share: Sequence[str]) -> Iterator[Declared]:
    return ((piece, declare(piece)) for piece in share)


def _collect(worker: tuple[BaseProcess, Connection] | None, share: Sequence[str]) -> Iterator[Declared]:
    try:
        received = marshal.loads(worker[1].recv_bytes()) if worker else None
    except (EOFError, OSError):
        received = None
    if received is None:
        return _declare(share)
    return ((piece, Declaration.of(plain)) for piece, plain in zip(share, received, strict=True))
