"""What a statement declares, at its place."""

from goalgraph.model.declarations import Declaration, Stretch
from goalgraph.source import Source, Span

# What a named tuple's own constructor calls; without it a large map is resolved in three quarters of the time.
new = tuple.__new__


class File:
    """A file of a map. Its text is another after each edit."""

    __slots__ = ("source",)

    def __init__(self, source: Source) -> None:
        self.source = source


class Placed:
    """What a statement declares, and where it stands: `start` is its start in the text of its file.

    When a map is read again after an edit, a statement that is still there is moved to where it now stands. All that
    was made of it moves along, as places are worked out when asked for: docs/decisions/0010-statements-move.md.
    """

    __slots__ = ("declared", "file", "start")

    def __init__(self, declared: Declaration, file: File, start: int) -> None:
        self.declared = declared
        self.file = file
        self.start = start

    @property
    def source(self) -> Source:
        return self.file.source

    def span(self, stretch: Stretch) -> Span:
        """A stretch of the statement, where it is now."""
        return new(Span, (self.file.source, self.start + stretch[0], self.start + stretch[1]))
