"""What a map is made of: elements of a kind, and how one would see that an end is reached."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from goalgraph.model.declarations import MeasureLine, Stretch
from goalgraph.model.placing import Placed
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


# The status of what takes no part any more.
STOPPED = "stopped"
# The kinds of what does something for an end.
DOERS = (Kind.MEANS, Kind.ASSET, Kind.BRIDGE)

_RANKS = {Kind.VALUE: 2, Kind.OBJECTIVE: 1}


class Measure(NamedTuple):
    """How one would see that an end is reached: what is counted, from where to where, by when."""

    counted: str
    placed: Placed
    at: Stretch
    of: str | None = None
    start: str | None = None
    goal: str | None = None
    by: date | None = None
    because: str | None = None

    @property
    def place(self) -> Span:
        """Where it is said what is counted."""
        return self.placed.span(self.at)


class Element(NamedTuple):
    """One element of a map, and the statement that declares it; single values that were not given are None."""

    kind: Kind
    name: str
    title: str
    placed: Placed
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

    @property
    def place(self) -> Span:
        """Where its name is declared."""
        return self.placed.span(self.placed.declared.name_place)

    @property
    def title_place(self) -> Span:
        """Where its title stands, or its name where it has no other title."""
        return self.placed.span(self.placed.declared.title_place)

    @property
    def stopped(self) -> bool:
        """Whether it takes no part any more."""
        return self.status == STOPPED

    def written(self, keyword: str) -> Span:
        """Where the value of an attribute stands, or the name where there is none."""
        places = self.placed.declared.date_places
        return next((self.placed.span(at) for word, at in places if word == keyword), self.place)


KINDS = {str(kind): kind for kind in Kind}


def element_of(placed: Placed) -> Element:
    """The element that a statement with a readable first line declares."""
    declared = placed.declared
    since, until, horizon = declared.since, declared.until, declared.horizon
    return Element(
        KINDS[declared.kind],
        declared.name,
        declared.title,
        placed,
        declared.sphere,
        declared.natures,
        declared.status,
        date.fromordinal(since) if since else None,
        date.fromordinal(until) if until else None,
        date.fromordinal(horizon) if horizon else None,
        tuple(_measure(line, placed) for line in declared.measures) if declared.measures else (),
        declared.because,
        declared.notes,
        declared.sources,
        declared.urls,
        declared.tags,
    )


def _measure(line: MeasureLine, placed: Placed) -> Measure:
    counted, at, of, start, goal, by, because = line
    return Measure(counted, placed, at, of, start, goal, date.fromordinal(by) if by else None, because)
