"""The links by which something is for the sake of an element."""

from collections import defaultdict
from collections.abc import Sequence

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from goalgraph.model.links import Link, Relation


def links_for(graph: PurposeGraph, name: str) -> Sequence[Link]:
    """What serves or feeds an element, and what it needs."""
    return _links_for(graph).get(name, ())


@remembered
def _links_for(graph: PurposeGraph) -> dict[str, list[Link]]:
    said: defaultdict[str, list[Link]] = defaultdict(list)
    for relation in (Relation.SERVES, Relation.FEEDS):
        for link in graph.links[relation]:
            said[link.target].append(link)
    for link in graph.links[Relation.NEEDS]:
        said[link.source].append(link)
    return said
