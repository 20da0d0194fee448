"""Source lines beside a finding."""

from collections.abc import Iterator
from dataclasses import dataclass

from goalgraph.source import Span

_WIDEST = 160


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line with what matters in it set apart."""

    number: int
    before: str
    marked: str
    after: str


def excerpt(place: Span) -> Excerpt:
    """The line of a place, cut around it where it is long."""
    number, column = place.source.position(place.start)
    line = place.source.line(number)
    start = column - 1
    end = min(start + max(place.end - place.start, 1), len(line))
    first = max(0, min(start - _WIDEST // 4, len(line) - _WIDEST))
    last = min(len(line), first + _WIDEST)
    before, marked, after = _tabless(line[first:start], line[start : min(end, last)], line[max(end, first) : last])
    return Excerpt(
        number,
        f"…{before}" if first else before,
        marked,
        f"{after}…" if last < len(line) else after,
    )


def _tabless(*parts: str) -> Iterator[str]:
    for part in parts:
        yield part.expandtabs(4)
