"""Reading a file: cut into statements, each read on its own and remembered by its text.

An edit therefore re-reads one statement. What reads statements is loaded when the first one is read.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from goalgraph.source import Source
from goalgraph.syntax import statements
from goalgraph.syntax.comparing import same_ends
from goalgraph.syntax.nodes import Document, Statement, Unread

# Longer statements are seldom, and would fill the memory while they are typed.
_LONGEST_REMEMBERED = 4_000


# For documents that are read again after an edit: only what has changed is.
@lru_cache(maxsize=20_000)
def read_once(piece: str) -> Statement:
    """Reads one statement, and leaves out the comments below it."""
    from goalgraph.syntax.statement_parser import read_statement

    return read_statement(piece)


def _read(piece: str) -> Statement:
    return (read_once if len(piece) <= _LONGEST_REMEMBERED else read_once.__wrapped__)(piece)


def parse(source: Source) -> Document:
    """A whole file. Never fails: what can't be read is in the document as `Unread`.

    The file is cut at once; its statements are read when they are asked for.
    """
    preamble, pieces = statements.cut(source.text)
    orphans = statements.indented(source.text, preamble)
    unread: tuple[Unread, ...] = ()
    if orphans:
        from goalgraph.syntax.mistakes import indented_first

        unread = (indented_first(source.text, *orphans),)
    return Document(source, pieces, tuple(_starts(preamble, pieces)), _read, unread)


def parse_again(source: Source, before: Document) -> Document:
    """A file of which an earlier text was parsed: what both begin and end with is not cut again, and stays the same."""
    old, new, starts = before.source.text, source.text, before.starts
    above, below = same_ends(old, new)
    shift, unchanged_from = len(new) - len(old), len(old) - below
    # A statement ends before the first character of the next one, which has to be the same, too.
    first = bisect_left(starts, above) - 1
    if first < 0:
        return parse(source)
    last = bisect_left(starts, unchanged_from + 1, first + 1)
    end = starts[last] - 1 + shift if last < len(starts) else len(new)
    between = statements.cut_between(new, starts[first], end)
    return Document(
        source,
        (*before.pieces[:first], *between, *before.pieces[last:]),
        (*starts[:first], *_starts(starts[first], between), *(start + shift for start in starts[last:])),
        _read,
        before.unread,
    )


def _starts(first: int, pieces: Iterable[str]) -> Iterator[int]:
    """Where each of some pieces that follow one another starts."""
    start = first
    for piece in pieces:
        yield start
        start += len(piece) + 1
