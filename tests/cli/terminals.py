"""Running the real command in a pseudo-terminal."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.helpers import unmeasured

# What would make the terminal of the tests another one than is meant.
_TELLING = re.compile(
    r"NO_COLOR|FORCE_|COLUMNS|LINES|CI$|TERM|WT_SESSION|KONSOLE|DOMTERM|KITTY|VTE_|LC_|LANG|PYTHONIO|PYTHONUTF8|GITHUB_"
)
_ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|\x1b\]8;;[^\x1b]*\x1b\\")


class Seen(NamedTuple):
    """What a terminal was given, and the exit code. `err` is what went elsewhere as standard error."""

    code: int
    shown: str
    err: str

    @property
    def text(self) -> str:
        """What people see: without colours and links, with the ends of lines as they are written."""
        return _ESCAPES.sub("", self.shown)


def environment(**changes: str) -> dict[str, str]:
    """An environment that says nothing of a terminal but what is asked for."""
    plain = {key: value for key, value in unmeasured().items() if not _TELLING.match(key)}
    return plain | {"TERM": "xterm-256color", "PYTHONUTF8": "1"} | changes


def in_terminal(
    *arguments: Path | str,
    folder: Path,
    columns: int = 80,
    python: Sequence[str] = ("-m", "goalgraph"),
    error_too: bool = False,
    surroundings: Mapping[str, str] | None = None,
) -> Seen:
    """Runs the command with a terminal as its standard output; `error_too`: as its standard error as well."""
    inside, outside = pty.openpty()
    fcntl.ioctl(outside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, *python, *map(str, arguments)],
        cwd=folder,
        env=environment(**(surroundings or {})),
        stdin=subprocess.DEVNULL,
        stdout=outside,
        stderr=outside if error_too else subprocess.PIPE,
    )
    os.close(outside)
    data = b""
    while True:
        try:
            got = os.read(inside, 65536)
        except OSError:  # so ends a terminal
            break
        if not got:
            break
        data += got
    os.close(inside)
    _, err = process.communicate(timeout=120)
    return Seen(process.returncode, data.decode().replace("\r\n", "\n"), (err or b"").decode())
