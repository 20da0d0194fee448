"""What would follow if an element went: what loses its only way to a value, and which ends their only means."""

from collections.abc import Mapping
from typing import NamedTuple

from goalgraph.graph.dominators import dominated, immediate_dominators
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.remembering import of_names, remembered
from goalgraph.model.elements import DOERS
from goalgraph.model.links import Relation


class Impact(NamedTuple):
    """What an element alone holds, in order of place, itself left out.

    `adrift` are the elements that are anchored and would not be without it; `bereft` are the ends that have a means,
    asset or bridge among their supporters and would have none; `needing` are those that say that they need it.
    """

    adrift: tuple[str, ...] = ()
    bereft: tuple[str, ...] = ()
    needing: tuple[str, ...] = ()


def impact(graph: PurposeGraph, name: str) -> Impact:
    """What would follow if an element's statement went, and every link that names it.

    Where nothing but ways along arrows decides, one tree of dominators answers for all elements of a map. It does not
    where arrows themselves would change: what a bridge is for depends on all that it joins, without a value other
    objectives come to stand in for one, and a loop that is broken has supporters that were members. Then the graph is
    made again without the element.
    """
    if name not in graph.elements:
        return Impact()
    last_value = not set(graph.values) - {name}
    if not (graph.joins or graph.loop_sets or last_value):
        adrift = dominated(_on_ways_up(graph), name)
        bereft = dominated(_on_ways_from_means(graph), name) & ends_with_means(graph)
    else:
        rest = without(graph, name)
        adrift = graph.anchored - rest.anchored
        bereft = set(ends_with_means(graph) - ends_with_means(rest))
    needing = {link.source for link in graph.links[Relation.NEEDS] if link.target == name}
    return Impact(graph.in_order(adrift - {name}), graph.in_order(bereft - {name}), graph.in_order(needing))


def without(graph: PurposeGraph, name: str) -> PurposeGraph:
    """The graph of the same map without an element's statement and every link that names it."""
    whole = graph.map
    rest = whole._replace(
        elements={each: element for each, element in whole.elements.items() if each != name},
        links=tuple(link for link in whole.links if name not in (link.source, link.target)),
    )
    return PurposeGraph(rest, graph.seconds_for_cuts)


@remembered
@of_names
def ends_with_means(graph: PurposeGraph) -> frozenset[str]:
    """The ends that have a means, asset or bridge among their supporters. O(arrows)."""
    doers = _doers(graph)
    helped = reachable(graph.purposes, doers)
    found = {end.name for end in graph.ends if end.name in helped and end.name not in graph.loop_of}
    turning: dict[frozenset[str], tuple[int, bool]] = {}
    for members in graph.loop_sets:
        around = graph.turning_of[next(iter(members))]
        if around not in turning:
            turning[around] = len(around & doers), _is_entered(graph, around, helped)
        count, entered = turning[around]
        # Those on a loop are no supporters of one another; those on a flywheel with it are.
        if entered or count > len(members & doers):
            found |= {name for name in members if graph.rank(name)}
    return frozenset(found)


def _is_entered(graph: PurposeGraph, members: frozenset[str], sources: set[str]) -> bool:
    return any(source in sources and source not in members for name in members for source in graph.served_by[name])


def _doers(graph: PurposeGraph) -> set[str]:
    return {name for name, element in graph.elements.items() if element.kind in DOERS}


@remembered
@of_names
def _on_ways_up(graph: PurposeGraph) -> Mapping[str, str | None]:
    """What all ways of each element to a value have in common, nearest to the element."""
    return immediate_dominators(graph.served_by, graph.in_order(graph.anchors))


@remembered
@of_names
def _on_ways_from_means(graph: PurposeGraph) -> Mapping[str, str | None]:
    """What all ways from any means, asset or bridge to each element have in common, nearest to the element."""
    return immediate_dominators(graph.purposes, graph.in_order(_doers(graph)))
