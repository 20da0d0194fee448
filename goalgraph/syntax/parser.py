"""Reading a file: cut into statements, each read on its own and remembered by its text.

An edit therefore re-reads one statement. What reads statements is loaded when the first one is read.
"""

from functools import lru_cache
from itertools import accumulate

from goalgraph.source import Source
from goalgraph.syntax import statements
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
    starts = accumulate(map(len, pieces), lambda start, length: start + length + 1, initial=preamble)
    orphans = statements.indented(source.text, preamble)
    unread: tuple[Unread, ...] = ()
    if orphans:
        from goalgraph.syntax.mistakes import indented_first

        unread = (indented_first(source.text, *orphans),)
    return Document(source, pieces, tuple(starts)[: len(pieces)], _read, unread)
