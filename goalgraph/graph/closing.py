"""Which links would close a loop, before anybody writes them."""

from collections.abc import Collection

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.model.links import Relation


def closing(graph: PurposeGraph, source: str, relation: Relation) -> Collection[str]:
    """The elements to which a link from `source` would close a loop, if it were written. O(arrows)."""
    if source not in graph.elements:
        return ()
    if relation is Relation.SERVES:
        return _leading_to(graph, source) - {source}
    if relation is Relation.NEEDS:
        return reachable(graph.steps, [source]) - {source}
    return ()


def _leading_to(graph: PurposeGraph, name: str) -> set[str]:
    """What leads to an element by arrows in which loops are sought, and the element itself."""
    found = {name}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        for source in graph.served_by[current]:
            if source not in found and (source, current) in graph.arrows:
                found.add(source)
                waiting.append(source)
    return found
