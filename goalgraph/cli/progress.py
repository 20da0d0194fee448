"""What is being done, on standard error, where it takes long and somebody looks on."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from goalgraph.cli.terminal import is_plain, is_terminal
from goalgraph.output.drawing import one_line
from goalgraph.output.fitting import window

_PATIENCE = 0.5
_BEAT = 0.2


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Hands out what is to be told what is done next; it is shown after half a second, and nothing of it stays.

    A timer shows it, as work is divided among processes only where no thread runs. Where there are no timers,
    nothing is shown.
    """
    if not _is_watched():
        yield lambda _: None
        return
    shown = _Shown()
    before = signal.signal(signal.SIGALRM, shown.show)
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE, _BEAT)
    try:
        yield shown.tell
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        shown.remove()


def _is_watched() -> bool:
    if not hasattr(signal, "setitimer") or os.environ.get("CI") or is_plain() or not is_terminal(sys.stderr):
        return False
    import threading

    # Only there may signals be handled.
    return threading.current_thread() is threading.main_thread()


class _Shown:
    """The line that is shown."""

    def __init__(self) -> None:
        self.text = "Looking for maps…"
        self.on_screen = ""

    def tell(self, text: str) -> None:
        self.text = text

    def show(self, _: int, __: FrameType | None) -> Any:
        if self.text != self.on_screen:
            columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
            text, *_rest = window(one_line(self.text), 0, 0, columns - 1)
            self._write(f"\r{text}\x1b[K")
            self.on_screen = self.text

    def remove(self) -> None:
        if self.on_screen:
            self._write("\r\x1b[K")
            self.on_screen = ""

    def _write(self, text: str) -> None:
        # Not through the stream, in the middle of whose work the timer may come.
        data = text.encode(getattr(sys.stderr, "encoding", None) or "ascii", errors="replace")
        try:
            os.write(sys.stderr.fileno(), data)
        except OSError:
            self.text = self.on_screen = ""
