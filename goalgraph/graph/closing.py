"""Which links would close a loop, before anybody writes them."""

from collections.abc import Collection

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable, turned_round
from goalgraph.model.links import Relation


def closing(graph: PurposeGraph, source: str, relation: Relation) -> Collection[str]:
    """The elements to which a link from `source` would close a loop, if it were written. O(arrows)."""
    if source not in graph.elements:
        return ()
    if relation is Relation.SERVES:
        return reachable(turned_round(graph.steps), [source]) - {source}
    if relation is Relation.NEEDS:
        return reachable(graph.steps, [source]) - {source}
    return ()
