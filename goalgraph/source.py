"""The text of one file and places in it: offsets, lines, columns.

Offsets and columns count Unicode code points. Lines and columns start at 1.
"""

from bisect import bisect_right
from functools import cached_property
from typing import Final, NamedTuple


class Source:
    """The text of one `.strat` file, without its byte-order mark.

    `bom_counts` says that the editor that has it counts the mark as the first character of the first line.
    Two sources are the same only if they are one object: a map never holds the same file twice.
    """

    def __init__(self, path: str, text: str, bom: bool = False, bom_counts: bool = False) -> None:  # part of the data
        self.path: Final = path
        self.text: Final = text
        self.bom: Final = bom
        self.bom_counts: Final = bom_counts

    def __repr__(self) -> str:
        return f"Source({self.path!r})"

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts, found on first use."""
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def replaced(self, start: int, end: int, text: str) -> "Source":
        """This source with a stretch replaced. Where its lines start is not sought again."""
        new = Source(self.path, self.text[:start] + text + self.text[end:], self.bom, self.bom_counts)
        starts = self.line_starts
        before, after = bisect_right(starts, start), bisect_right(starts, end)
        shift = len(text) - (end - start)
        added = Source(self.path, text).line_starts[1:]
        moved = [each + shift for each in starts[after:]] if shift else starts[after:]
        new.line_starts = [*starts[:before], *(start + each for each in added), *moved]
        return new

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column; the inverse of `position`."""
        return self.line_starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """The text of a line, without its line end."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


class Span(NamedTuple):
    """A stretch of a source, from `start` up to but not including `end`."""

    source: Source
    start: int
    end: int

    @property
    def order(self) -> tuple[str, int, int]:
        """What places are sorted by: path, start, end."""
        return self.source.path, self.start, self.end

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def line(self) -> int:
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    @property
    def where(self) -> str:
        """`path:line:column`, as terminals and editors make it clickable."""
        line, column = self.source.position(self.start)
        return f"{self.source.path}:{line}:{column}"

    def __str__(self) -> str:
        return self.where


class Unreadable(NamedTuple):
    """A file that can't be read as text, or is too large: what is wrong, and where in as much as could be read."""

    place: Span
    message: str
    hint: str

    @property
    def path(self) -> str:
        return self.place.path
