"""What would follow if an element went, in each of the maps in which it stands."""

from collections.abc import Sequence
from typing import NamedTuple

from goalgraph.analysis import Analysis
from goalgraph.graph.impact import Impact, impact
from goalgraph.model.elements import Element


class Assessed(NamedTuple):
    """What one map would lose. `in_doubt` says that something of the map could not be read or followed."""

    analysis: Analysis
    element: Element
    impact: Impact
    in_doubt: bool

    @property
    def last_value(self) -> bool:
        """Whether it is the only value of its map."""
        return self.analysis.graph.values == (self.element.name,)


class Assessment(NamedTuple):
    """Which element was asked about, and what each map would lose."""

    name: str
    maps: tuple[Assessed, ...]

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        return tuple(each.analysis for each in self.maps)


def assess(analyses: Sequence[Analysis], name: str) -> Assessment:
    """What maps that have an element would lose with it."""
    return Assessment(name, tuple(_assessed(each, name) for each in analyses))


def _assessed(analysis: Analysis, name: str) -> Assessed:
    doubt = analysis.map.doubt
    in_doubt = bool(doubt.everything or doubt.unread_lines or doubt.unresolved_links)
    return Assessed(analysis, analysis.map.elements[name], impact(analysis.graph, name), in_doubt)
