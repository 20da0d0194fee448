"""From what a statement declares to the element it declares, at its place."""

from datetime import date
from typing import NamedTuple

from goalgraph.model.declarations import Declaration, MeasureLine, Stretch
from goalgraph.model.elements import Element, Kind, Measure
from goalgraph.source import Source, Span

# What a named tuple's own constructor calls; without it a large map is resolved in three quarters of the time.
new = tuple.__new__

KINDS = {str(kind): kind for kind in Kind}


class Placed(NamedTuple):
    """What a statement declares, at its place: `start` is where the statement starts in its source."""

    declared: Declaration
    source: Source
    start: int

    def span(self, stretch: Stretch) -> Span:
        return new(Span, (self.source, self.start + stretch[0], self.start + stretch[1]))


def element_of(placed: Placed) -> Element:
    """The element that a statement with a readable first line declares."""
    declared = placed.declared
    since, until, horizon = declared.since, declared.until, declared.horizon
    return Element(
        KINDS[declared.kind],
        declared.name,
        declared.title,
        placed.span(declared.name_place),
        placed.span(declared.title_place),
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
        tuple((word, placed.span(at)) for word, at in declared.date_places) if declared.date_places else (),
    )


def _measure(line: MeasureLine, placed: Placed) -> Measure:
    counted, at, of, start, goal, by, because = line
    return Measure(counted, placed.span(at), of, start, goal, date.fromordinal(by) if by else None, because)
