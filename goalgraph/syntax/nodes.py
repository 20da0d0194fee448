"""What a `.strat` file says, as written: statements, their properties, and the lines that could not be read.

Offsets inside a statement count from the statement's own start, so that a statement is the same wherever it
stands and is read once for all the places and times its text occurs. `Document` knows where each stands.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from goalgraph.source import Source, Span
from goalgraph.syntax.statements import body


class Word(NamedTuple):
    """A keyword, a name, or a bare value such as a date, exactly as written."""

    text: str
    start: int
    end: int


class String(NamedTuple):
    """A quoted text: `value` is what it says, `raw` how it was written, quotes included."""

    value: str
    raw: str
    start: int
    end: int


class Head(NamedTuple):
    """The first line of a statement: its kind, the element's name, perhaps a title."""

    kind: Word
    name: Word
    title: String | None
    trailer: Word


class Link(NamedTuple):
    """A property that names other elements: `serves a, b strongly because "…"`."""

    keyword: Word
    targets: tuple[Word, ...]
    strength: Word | None
    because: String | None
    trailer: Word


class Clause(NamedTuple):
    """One part of a measure: `of NAME`, `from QUANTITY`, `to QUANTITY`, `by DATE`, `because "…"`."""

    keyword: Word
    value: Word | String


class Measure(NamedTuple):
    """How one would see that an end is reached."""

    keyword: Word
    counted: String
    clauses: tuple[Clause, ...]
    trailer: Word


class Attribute(NamedTuple):
    """A property with plain values: a word, a string, or the words of `tags`."""

    keyword: Word
    values: tuple[Word | String, ...]
    trailer: Word


Property = Link | Measure | Attribute


class Unread(NamedTuple):
    """A line, or a run of lines, that could not be read: which mistake it is and where exactly it sits.

    `start` to `end` is the smallest wrong stretch, `line_start` to `line_end` all that was passed over.
    `skipped` counts further lines that this mistake made unreadable. `instead` is what was most likely meant to stand
    there, None where nobody can tell.
    """

    mistake: str
    message: str
    hint: str
    start: int
    end: int
    line_start: int
    line_end: int
    skipped: int = 0
    instead: str | None = None


class Statement(NamedTuple):
    """One statement: its text, and what was read of it.

    `head` is None where the first line could not be read. `trailer`s are the ends of lines: comments and the blank
    and comment lines that follow.
    """

    text: str
    head: Head | None
    properties: tuple[Property, ...]
    unread: tuple[Unread, ...] = ()


class Placed(NamedTuple):
    """A statement at its place in a file: `lead` is where the comments above it begin, `start` where it does."""

    source: Source
    statement: Statement
    lead: int
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.statement.text)

    def span(self, node: Word | String | Unread) -> Span:
        """Where a node of the statement stands in the file."""
        return Span(self.source, self.start + node.start, self.start + node.end)


class Document:
    """A file as written: where each statement starts, its piece of the text, and what is read of it when asked for.

    A piece is a statement with all up to the next one. `unread` are the mistakes that belong to no statement, with
    offsets in the file.
    """

    def __init__(
        self,
        source: Source,
        pieces: Sequence[str],
        starts: Sequence[int],
        read: Callable[[str], Statement],
        unread: tuple[Unread, ...] = (),
    ) -> None:
        self.source: Final = source
        self.pieces: Final = tuple(pieces)
        self.starts: Final = tuple(starts)
        self.unread: Final = unread
        self._read = read

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, in order."""
        return tuple(map(self._read, self.pieces))

    def end(self, index: int) -> int:
        """Where a statement ends; it is not read for that."""
        return self.starts[index] + len(body(self.pieces[index]))

    def statement(self, index: int) -> Placed:
        """One statement with its place; no other is read."""
        statement = self._read(self.pieces[index])
        lead = self.end(index - 1) if index else 0
        return Placed(self.source, statement, lead, self.starts[index])

    @property
    def placed(self) -> Iterator[Placed]:
        """Every statement with its place."""
        lead = 0
        for statement, start in zip(self.statements, self.starts, strict=True):
            yield Placed(self.source, statement, lead, start)
            lead = start + len(statement.text)

    @property
    def tail(self) -> int:
        """Where the last statement ends, or 0: what follows are comments and blank lines."""
        return self.starts[-1] + len(self.statements[-1].text) if self.pieces else 0
