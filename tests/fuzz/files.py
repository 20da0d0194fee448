"""Several files in one string of bytes: what a fuzzer changes is one string, a map is often more."""

from goalgraph.reading import decode
from goalgraph.source import Source, Unreadable

# Plain text, so that a corpus file can be read, and no line of any map.
BETWEEN = b"%%%%\n"
# Paths are told too: one holds what a terminal would obey, one what Markdown or HTML would.
PATHS = ("map.strat", "a/other.strat", "b/odd \x1b[31m\u202e.strat", "b/<u>&amp; `x`.strat")


def joined(files: list[bytes]) -> bytes:
    """Files as one string."""
    return BETWEEN.join(files)


def sources(data: bytes) -> list[Source | Unreadable]:
    """The files of a string, read as bytes of a disk are; what comes after the fourth is part of it."""
    parts = data.split(BETWEEN, len(PATHS) - 1)
    return [decode(part, path) for part, path in zip(parts, PATHS, strict=False)]


def source(data: bytes) -> Source:
    """One file; of bytes that are no text, the text that is told of them."""
    found = decode(data, PATHS[0])
    return found if isinstance(found, Source) else found.place.source
