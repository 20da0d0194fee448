"""What came of a map's statements, kept from one reading to the next."""

from typing import NamedTuple

from goalgraph.model.elements import Element
from goalgraph.model.links import Link
from goalgraph.model.placing import Placed
from goalgraph.model.suggesting import Suggestions


class Resolved(NamedTuple):
    """What one statement came to. `links` is None where something was wrong with them, `names` are those they name."""

    placed: Placed
    element: Element
    links: tuple[Link, ...] | None
    names: frozenset[str]


class Recall:
    """Statements by their text, as they were resolved last. Those that are still there are moved, and stay the same."""

    def __init__(self) -> None:
        self.known: dict[str, Resolved] = {}
        # Names that several statements declare.
        self.twice: set[str] = set()
        self.suggestions = Suggestions()
