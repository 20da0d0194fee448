"""Reading one file as text, with every way this can go wrong told kindly."""

import stat
from pathlib import Path

from goalgraph.source import Source, Span, Unreadable

_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def read_file(path: Path, shown: str, size_limit: int) -> Source | Unreadable:
    """The text of a file. `shown` is its path as people see it, `size_limit` is in bytes."""
    nothing = Span(Source(shown, ""), 0, 0)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            # A folder that can't be listed comes here too.
            next(path.iterdir(), None)
            return Unreadable(nothing, "this is a folder, not a file", "give folders another ending than `.strat`")
        if not stat.S_ISREG(status.st_mode):
            return Unreadable(nothing, "this is no regular file", "only regular files are read")
        if status.st_size > size_limit:
            size, limit = status.st_size / 1e6, size_limit / 1e6
            return Unreadable(
                nothing,
                f"this file has {size:.1f} MB, and no more than {limit:g} MB are read",
                "divide it: all `.strat` files of a folder with one `strategy` are one map",
            )
        data = path.read_bytes()
    except FileNotFoundError:
        pointing = path.is_symlink()
        what = "this link points to nothing" if pointing else "this file went away while it was read"
        return Unreadable(nothing, what, "mend or remove the link" if pointing else "run the command again")
    except OSError as error:
        return Unreadable(
            nothing, f"this can't be read: {(error.strerror or str(error)).lower()}", "check who may read it"
        )
    return decode(data, shown)


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
