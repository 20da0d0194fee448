"""The user's mistakes that show only when names are resolved; data, for the reading rules to tell."""

from typing import NamedTuple

from goalgraph.model.elements import Element, Kind
from goalgraph.model.links import Link
from goalgraph.source import Span


class UnreadText(NamedTuple):
    """Text that could not be read: what is wrong, what helps, the element it belongs to, how many lines were lost.

    `instead` is what was most likely meant to stand at the place, None where nobody can tell.
    """

    place: Span
    message: str
    hint: str
    element: str | None
    skipped: int
    instead: str | None = None


class UnknownName(NamedTuple):
    """A name that nothing declares; `nearest` is what it may have meant, `elsewhere` a map near by that has it."""

    place: Span
    name: str
    said_by: str
    keyword: str
    nearest: Element | None
    elsewhere: str | None


class DeclaredTwice(NamedTuple):
    """A name with several statements, or a second strategy; the first place counts."""

    name: str
    places: tuple[Span, ...]
    second_strategy: str | None = None


class WrongKind(NamedTuple):
    """A link between kinds that its table does not admit; `target` is None where it may not stand there at all."""

    place: Span
    keyword: str
    source: Element
    target: Element | None
    admitted: tuple[Kind, ...]


class BadValue(NamedTuple):
    """A value that does not exist, is given twice, or contradicts another."""

    place: Span
    element: str
    message: str
    hint: str
    first: Span | None = None
    first_says: str = "it is first given here"


class RepeatedLink(NamedTuple):
    """The same property of the same element naming the same element twice."""

    first: Link
    second: Link


Problem = UnreadText | UnknownName | DeclaredTwice | WrongKind | BadValue | RepeatedLink


class Doubt(NamedTuple):
    """What can't be judged because something was not read or not resolved.

    `why` and `how` hold elements whose way up, or whose supporters, are not fully known; `everything` stands for a
    file of the map that could not be read at all.
    """

    why: frozenset[str] = frozenset()
    how: frozenset[str] = frozenset()
    everything: bool = False
    unread_lines: int = 0
    unresolved_links: int = 0
    unread_files: int = 0

    @property
    def anything(self) -> bool:
        """Whether there is any doubt at all."""
        return bool(self.everything or self.unread_lines or self.unresolved_links or self.unread_files)
