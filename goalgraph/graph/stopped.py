"""What stopped elements would be for, if they went on, and what goes on for their sake."""

from collections import defaultdict
from collections.abc import Mapping

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from goalgraph.model.elements import Kind
from goalgraph.model.links import Link, Relation


def _stopped(graph: PurposeGraph) -> set[str]:
    elements = graph.map.elements
    return {name for name in elements.keys() - graph.elements.keys() if elements[name].stopped}


@remembered
def only_stopped_support(graph: PurposeGraph) -> dict[str, tuple[Link, ...]]:
    """The objectives that only stopped elements would support, by name, with the links that say so. O(links)."""
    stopped = _stopped(graph)
    said: defaultdict[str, list[Link]] = defaultdict(list)
    for link in graph.sorted_links.with_others:
        if link.relation in (Relation.SERVES, Relation.FEEDS):
            helper, helped = link.source, link.target
        elif link.relation is Relation.NEEDS:
            helper, helped = link.target, link.source
        else:
            continue
        if helper in stopped:
            said[helped].append(link)
    names = [name for name in said if name in graph.elements]
    return {
        name: tuple(said[name])
        for name in graph.in_order(names)
        if graph.element(name).kind is Kind.OBJECTIVE and not graph.served_by[name]
    }


def stopped_purposes(graph: PurposeGraph, name: str) -> tuple[Link, ...]:
    """The links by which an element is for the sake of something that is stopped."""
    return tuple(_to_stopped(graph).get(name, ()))


@remembered
def _to_stopped(graph: PurposeGraph) -> Mapping[str, list[Link]]:
    elements = graph.map.elements
    said: defaultdict[str, list[Link]] = defaultdict(list)
    for link in graph.sorted_links.with_others:
        source, target = elements[link.source], elements.get(link.target)
        if link.relation in (Relation.SERVES, Relation.FEEDS) and target and target.stopped:
            said[link.source].append(link)
        elif link.relation is Relation.NEEDS and source.stopped:
            said[link.target].append(link)
    return said
