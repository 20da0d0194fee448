"""What a map is made of: elements of a kind, and how one would see that an end is reached."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from goalgraph.source import Span


class Kind(StrEnum):
    """The kinds of element; `rank` puts value above objective above the rest."""

    STRATEGY = "strategy"
    VALUE = "value"
    OBJECTIVE = "objective"
    MEANS = "means"
    ASSET = "asset"
    BRIDGE = "bridge"
    CONCEPT = "concept"
    UNIT = "unit"

    # An enumeration's own is written in Python, and kinds are looked up often.
    __hash__ = str.__hash__

    @property
    def rank(self) -> int:
        return _RANKS.get(self, 0)

    @property
    def is_end(self) -> bool:
        """An objective or a value."""
        return self.rank > 0

    @property
    def phrase(self) -> str:
        """The kind with its article, as in "an objective"."""
        if self is Kind.MEANS:
            return "a means"
        return f"{'an' if self.value[0] in 'aeio' else 'a'} {self.value}"


# The kinds of what does something for an end.
DOERS = (Kind.MEANS, Kind.ASSET, Kind.BRIDGE)

_RANKS = {Kind.VALUE: 2, Kind.OBJECTIVE: 1}


class Measure(NamedTuple):
    """How one would see that an end is reached: what is counted, from where to where, by when."""

    counted: str
    place: Span
    of: str | None = None
    start: str | None = None
    goal: str | None = None
    by: date | None = None
    because: str | None = None


class Element(NamedTuple):
    """One element of a map. `place` is where its name is declared; single values that were not given are None."""

    kind: Kind
    name: str
    title: str
    place: Span
    title_place: Span
    sphere: str | None = None
    natures: tuple[str, ...] = ()
    status: str | None = None
    since: date | None = None
    until: date | None = None
    horizon: date | None = None
    measures: tuple[Measure, ...] = ()
    because: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    date_places: tuple[tuple[str, Span], ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether it takes no part any more."""
        return self.status == "stopped"

    def written(self, keyword: str) -> Span:
        """Where the value of an attribute stands, or the name where there is none."""
        return next((span for word, span in self.date_places if word == keyword), self.place)
