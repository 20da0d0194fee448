"""Reading standard input, and writing files whole or not at all."""

import os
import sys
from pathlib import Path

from goalgraph.cli.exits import wrong_use


def standard_input() -> bytes:
    """All of standard input, as bytes."""
    if sys.stdin is None:
        wrong_use("standard input is closed")
    return sys.stdin.buffer.read()


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes a file by replacing it, so that it is never half written; its mode is kept.

    Line ends of text are written as they are. Ends the command where the file can't be written.
    """
    import tempfile

    data = content.encode() if isinstance(content, str) else content
    real = Path(os.path.realpath(path))
    try:
        if real.is_dir():
            wrong_use(f"{path} is a folder")
        mode = real.stat().st_mode & 0o7777 if real.exists() else 0o666 & ~_umask()
        if real.exists() and not real.is_file():
            # A device or a pipe is written to, not replaced.
            real.write_bytes(data)
            return
        if real.exists() and not os.access(real, os.W_OK):
            wrong_use(f"{path} may not be written")
        handle, temporary = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(temporary, mode)  # noqa: PTH101  # a path as mkstemp gives it
            os.replace(temporary, real)  # noqa: PTH105  # as above
        except BaseException:
            os.unlink(temporary)  # noqa: PTH108  # as above
            raise
    except OSError as error:
        wrong_use(f"{path} can't be written: {(error.strerror or str(error)).lower()}")


def add_to(path: Path, text: str) -> None:
    """Writes behind what a file holds. Ends the command where that can't be done."""
    try:
        with path.open("ab") as file:
            file.write(text.encode())
    except OSError as error:
        wrong_use(f"{path} can't be written: {(error.strerror or str(error)).lower()}")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def quietly_close() -> None:
    """Keeps Python from complaining at exit that nobody reads standard output any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def difference(path: str, before: str, after: str) -> str:
    """What changes in a file, as a unified diff."""
    from difflib import unified_diff  # not loaded where nothing is shown

    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
