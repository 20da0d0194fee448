"""What came of a map's statements, kept from one reading to the next."""

from collections.abc import Collection, Mapping
from itertools import chain, compress
from typing import NamedTuple

from goalgraph.model.elements import Element
from goalgraph.model.links import Link
from goalgraph.model.placing import File, Placed
from goalgraph.model.said import Said
from goalgraph.model.suggesting import Suggestions


class Resolved(NamedTuple):
    """What one statement came to. `names` are those it names; it is `settled` if nothing is wrong with its links."""

    placed: Placed
    element: Element
    links: tuple[Link, ...] = ()
    names: frozenset[str] = frozenset()
    settled: bool = False


class FileRead:
    """What the statements of one file came to, as far as they declare an element: all lists side by side."""

    def __init__(self, file: File, said: Said) -> None:
        self.file = file
        self.said = said
        self.pieces: list[str] = []
        self.resolved: list[Resolved] = []
        self.placed: list[Placed] = []
        self.names: list[str] = []
        self.elements: list[Element] = []
        self.linked: list[tuple[Link, ...]] = []
        self.unsettled: list[bool] = []
        self._links: list[Link] | None = None

    def replace(self, start: int, end: int, pieces: list[str], resolved: list[Resolved]) -> None:
        """Puts statements in the place of others."""
        self.pieces[start:end] = pieces
        self.resolved[start:end] = resolved
        self.placed[start:end] = [each.placed for each in resolved]
        self.names[start:end] = [each.element.name for each in resolved]
        self.elements[start:end] = [each.element for each in resolved]
        self.linked[start:end] = [each.links for each in resolved]
        self.unsettled[start:end] = [not each.settled for each in resolved]
        self._links = None

    def put(self, index: int, resolved: Resolved) -> None:
        """Puts what a statement now comes to in the place of what it came to."""
        self.resolved[index] = resolved
        self.linked[index] = resolved.links
        self.unsettled[index] = not resolved.settled
        self._links = None

    def move(self, start: int, end: int, shift: int) -> None:
        """Moves statements to where they now stand."""
        for placed in self.placed[start:end] if shift else ():
            placed.start += shift

    def resting_on(self, changed: Collection[str]) -> list[int]:
        """The statements that have to be linked anew, because names mean something else or something was wrong."""
        if not changed:
            return list(compress(range(len(self.unsettled)), self.unsettled))
        return [
            index
            for index, resolved in enumerate(self.resolved)
            if not resolved.settled or not resolved.names.isdisjoint(changed)
        ]

    @property
    def links(self) -> list[Link]:
        """All links of the file, in order of place."""
        if self._links is None:
            self._links = list(chain.from_iterable(self.linked))
        return self._links


class Recall:
    """Statements as they were resolved last. Those that are still there are moved, and stay the same."""

    def __init__(self) -> None:
        # By the paths of files.
        self.files: dict[str, FileRead] = {}
        self.elements: Mapping[str, Element] = {}
        # Of all statements that declare an element, in order; and those that several of them declare.
        self.names: list[str] = []
        self.twice: set[str] = set()
        self.strategies: list[Element] | None = None
        self.suggestions = Suggestions()
