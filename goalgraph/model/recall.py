"""What came of a map's statements, kept from one reading to the next."""

from collections.abc import Sequence
from typing import NamedTuple

from goalgraph.model.declarations import Declaration
from goalgraph.model.elements import Element
from goalgraph.model.links import Link
from goalgraph.model.placing import Placed
from goalgraph.model.suggesting import Suggestions
from goalgraph.source import Source
from goalgraph.syntax.comparing import same_ends


class Resolved(NamedTuple):
    """What one statement came to. `links` is None where something was wrong with them, `names` are those they name."""

    placed: Placed
    element: Element
    links: tuple[Link, ...] | None
    names: frozenset[str]


class FileRead:
    """What the statements of one file came to: those that declare an element, by their texts, all lists side by side.

    It is `plain` if nothing was wrong with how any statement of the file is written.
    """

    def __init__(self) -> None:
        self.plain = True
        self.pieces: list[str] = []
        self.resolved: list[Resolved] = []
        self.placed: list[Placed] = []
        self.names: list[str] = []
        self.elements: list[Element] = []

    def add(self, piece: str, resolved: Resolved) -> None:
        """Adds a statement."""
        self.pieces.append(piece)
        self.resolved.append(resolved)
        self.placed.append(resolved.placed)
        self.names.append(resolved.element.name)
        self.elements.append(resolved.element)

    def move(self, start: int, end: int, source: Source, at: int) -> None:
        """Moves statements that follow one another, the first of them to an offset."""
        moved = self.placed[start:end]
        shift = at - moved[0].start
        if shift:
            for placed in moved:
                placed.start += shift
        if moved[0].source is not source:
            for placed in moved:
                placed.source = source

    def take(self, other: "FileRead", start: int, end: int) -> None:
        """Adds statements of another file."""
        self.pieces += other.pieces[start:end]
        self.resolved += other.resolved[start:end]
        self.placed += other.placed[start:end]
        self.names += other.names[start:end]
        self.elements += other.elements[start:end]

    def same(self, pieces: Sequence[str], declared: Sequence[Declaration]) -> tuple[int, int]:
        """How many statements at the beginning and at the end are the same in a text, if that is plain too."""
        first, last = same_ends(self.pieces, pieces)
        between = declared[first : len(declared) - last]
        plain = self.plain and all(each.kind and not each.unread and not each.mistakes for each in between)
        return (first, last) if plain else (0, 0)


class Recall:
    """Statements as they were resolved last. Those that are still there are moved, and stay the same."""

    def __init__(self) -> None:
        # By the paths of files.
        self.files: dict[str, FileRead] = {}
        # Names that several statements declare.
        self.twice: set[str] = set()
        self.suggestions = Suggestions()
