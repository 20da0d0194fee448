"""Reading one file as text, with every way this can go wrong told kindly."""

import os
import stat
from pathlib import Path

from goalgraph.source import Source, Span, Unreadable

_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_TRIES = 3


class _RefusedError(Exception):
    """A file that is not read: what is wrong with it, and what helps."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def shown(path: Path, base: Path) -> str:
    """A path as people see it: relative to a folder, with `/`."""
    try:
        return Path(os.path.relpath(path, base)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def read_file(path: Path, shown: str, size_limit: int) -> Source | Unreadable:
    """The text of a file. `shown` is its path as people see it, `size_limit` is in bytes."""
    try:
        data = _bytes_of(path, size_limit)
    except _RefusedError as refused:
        return Unreadable(Span(Source(shown, ""), 0, 0), refused.message, refused.hint)
    return decode(data, shown)


def _bytes_of(path: Path, size_limit: int) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            # A folder that can't be listed comes here too.
            next(path.iterdir(), None)
            raise _RefusedError("this is a folder, not a file", "give folders another ending than `.strat`")
        if not stat.S_ISREG(status.st_mode):
            raise _RefusedError("this is no regular file", "only regular files are read")
        data = b"" if status.st_size > size_limit else _read_settled(path, size_limit)
    except FileNotFoundError:
        if path.is_symlink():
            raise _RefusedError("this link points to nothing", "mend or remove the link") from None
        raise _RefusedError("this file went away while it was read", "run the command again") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise _RefusedError(f"this can't be read: {reason}", "check who may read it") from None
    size = max(status.st_size, len(data))
    if size > size_limit:
        raise _RefusedError(
            f"this file has {size / 1e6:.1f} MB, and no more than {size_limit / 1e6:g} MB are read",
            "divide it: all `.strat` files of a folder with one `strategy` are one map",
        )
    return data


def _read_settled(path: Path, limit: int) -> bytes:
    """The bytes of a file that nobody changed meanwhile, one more than the limit at most."""
    for _ in range(_TRIES):
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            data = file.read(limit + 1)
            after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data
    raise _RefusedError("this file was changed again and again while it was read", "run the command again")


def decode(data: bytes, shown: str) -> Source | Unreadable:
    """The text that bytes stand for, which must be UTF-8."""
    if data.startswith(_UTF16_BOMS):
        place = Span(Source(shown, ""), 0, 0)
        return Unreadable(place, "this file is UTF-16, and only UTF-8 is read", "save it as UTF-8")
    bom = data.startswith(_BOM)
    if bom:
        data = data[len(_BOM) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = len(data[: error.start].decode("utf-8"))
        source = Source(shown, data.decode("utf-8", errors="replace"), bom)
        byte = data[error.start]
        return Unreadable(
            Span(source, start, min(start + 1, len(source.text))),
            f"this file is not UTF-8: the byte 0x{byte:02X} can't stand here",
            "save it as UTF-8",
        )
    nul = text.find("\x00")
    if nul >= 0:
        return Unreadable(
            Span(Source(shown, text, bom), nul, nul + 1),
            "this file holds a NUL byte, so it is no text",
            "save it as plain UTF-8 text; UTF-16 looks like this",
        )
    return Source(shown, text, bom)
