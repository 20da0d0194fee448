"""Parts of a map that are worth looking at by themselves: its loops, and each unit, with their neighbours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from goalgraph.analysis import Analysis
from goalgraph.graph.chains import reasons, told_by
from goalgraph.graph.loops import loops
from goalgraph.graph.organisation import organisation, owners
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.output.maps.whole import names_shown, to_itself


class AroundLoops(NamedTuple):
    """What stands on loops and beside them, in order of place; and of how many loops it shows nothing."""

    names: tuple[str, ...]
    left_out: int


def around_loops(analysis: Analysis, most: int) -> AroundLoops:
    """What stands on a loop, the larger loops first, and its neighbours; at most so many.

    Of a loop that is too large the shortest circle is shown.
    """
    graph = analysis.graph
    found: list[tuple[str, ...]] = [(name,) for name in graph.in_order(to_itself(graph)) if name not in graph.loop_of]
    for loop in loops(graph):
        too_large = len(loop.members) > most
        found.append(tuple(arrow.source for arrow in loop.circle) if too_large else graph.in_order(loop.members))
    shown: dict[str, None] = {}
    left_out = 0
    for members in sorted(found, key=len, reverse=True):
        if len(shown) + len(members) <= most:
            shown.update(dict.fromkeys(members))
        else:
            left_out += 1
    for name in _beside(graph, list(shown)):
        if len(shown) >= most:
            break
        shown.setdefault(name)
    return AroundLoops(graph.in_order(frozenset(shown)), left_out)


def around_units(analysis: Analysis) -> dict[str, tuple[str, ...]]:
    """What each unit owns, with its neighbours, by the name of the unit; units that own nothing are left out."""
    graph = analysis.graph
    owned: defaultdict[str, list[str]] = defaultdict(list)
    for name, units in owners(graph).items():
        if name in names_shown(graph):
            for unit in units:
                owned[unit].append(name)
    return {
        unit: graph.in_order(frozenset((*owned[unit], *_beside(graph, owned[unit]))))
        for unit in organisation(graph).units
        if unit in owned
    }


def _beside(graph: PurposeGraph, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (each for each in (*reasons(graph)[name], *told_by(graph)[name]) if each in names_shown(graph))
