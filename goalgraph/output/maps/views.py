"""Parts of a map that are worth looking at by themselves: its loops, and each unit, with their neighbours."""

from collections import defaultdict
from collections.abc import Iterable

from goalgraph.analysis import Analysis
from goalgraph.graph.chains import reasons
from goalgraph.graph.organisation import organisation, owners
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.output.maps.whole import ASIDE


def around_loops(analysis: Analysis, most: int) -> tuple[str, ...]:
    """What stands on a loop, the larger loops first, and its neighbours; at most so many, in order of place."""
    graph = analysis.graph
    loops: list[tuple[str, ...]] = [(link.source,) for link in graph.self_links if link.source not in graph.loop_of]
    loops += (graph.in_order(members) for members in graph.loop_sets)
    shown: dict[str, None] = {}
    for members in sorted(loops, key=len, reverse=True):
        if len(shown) + len(members) <= most:
            shown.update(dict.fromkeys(members))
    for name in _beside(graph, list(shown)):
        if len(shown) < most:
            shown.setdefault(name)
    return graph.in_order(frozenset(shown))


def around_units(analysis: Analysis) -> dict[str, tuple[str, ...]]:
    """What each unit owns, with its neighbours, by the name of the unit; units that own nothing are left out."""
    graph = analysis.graph
    owned: defaultdict[str, list[str]] = defaultdict(list)
    for name, units in owners(graph).items():
        if graph.element(name).kind not in ASIDE:
            for unit in units:
                owned[unit].append(name)
    return {
        unit: graph.in_order(frozenset((*owned[unit], *_beside(graph, owned[unit]))))
        for unit in organisation(graph).units
        if unit in owned
    }


def _beside(graph: PurposeGraph, names: Iterable[str]) -> Iterable[str]:
    for name in names:
        yield from reasons(graph)[name]
        yield from graph.served_by[name]
