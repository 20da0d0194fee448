"""What `impact` says an element holds is what is lost when its statement goes, and every link that names it."""

from hypothesis import event, given, settings

from goalgraph.graph.impact import impact
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from goalgraph.model.resolver import resolve
from goalgraph.source import Source
from goalgraph.syntax.parser import parse
from tests.laws.maps import KINDS, PURPOSE, Declared, Map, maps, text_of

WITHOUT_VALUES = tuple(kind for kind in KINDS if kind is not Kind.VALUE)
WITHOUT_JOINS = tuple(relation for relation in PURPOSE if relation is not Relation.JOINS)
MANY_JOINS = (*PURPOSE, Relation.SERVES, Relation.JOINS, Relation.JOINS)
LIKELY_BRIDGES = (Kind.VALUE, Kind.OBJECTIVE, Kind.MEANS, Kind.BRIDGE, Kind.BRIDGE)
DRAWN = (
    maps(least=3, least_links=3, relations=PURPOSE)
    | maps(least=3, least_links=3, relations=PURPOSE, kinds=WITHOUT_VALUES)
    | maps(least=4, least_links=6, relations=MANY_JOINS, kinds=LIKELY_BRIDGES)
    | maps(least=4, least_links=4, relations=WITHOUT_JOINS, kinds=(Kind.VALUE, *KINDS))
    | maps(least=4, least_links=4, relations=WITHOUT_JOINS, kinds=(Kind.VALUE, *KINDS), upward=True)
)


def _graph(elements: Map) -> PurposeGraph:
    return PurposeGraph(resolve([parse(Source("map.strat", text_of(elements)))]))


def _without(elements: Map, name: str) -> Map:
    """The map as its author would leave it: no statement, and no line that names it."""
    return tuple(
        Declared(
            each.kind,
            each.name,
            each.title,
            tuple(line for line in each.lines if not line.endswith(f" of {name}")),
            tuple(link for link in each.links if link.target != name),
        )
        for each in elements
        if each.name != name
    )


def _ends_with_means(graph: PurposeGraph) -> set[str]:
    doers = {name for name, each in graph.elements.items() if each.kind in (Kind.MEANS, Kind.ASSET, Kind.BRIDGE)}
    return {end.name for end in graph.ends if doers & graph.supporters(end.name)}


@settings(max_examples=500)
@given(DRAWN)
def test_impact_is_what_removing_shows(elements: Map) -> None:
    graph = _graph(elements)
    for removed in elements:
        name = removed.name
        rest = _graph(_without(elements, name))
        assert not rest.map.doubt.unresolved_links
        found = impact(graph, name)
        assert set(found.adrift) == graph.anchored - rest.anchored - {name}
        assert set(found.bereft) == _ends_with_means(graph) - _ends_with_means(rest) - {name}
        if found.adrift or found.bereft:
            event(f"bridges join: {bool(graph.joins)}, values: {min(len(graph.values), 2)}")
            event(f"loops: {bool(graph.loop_sets)}, feeds: {bool(graph.feeds)}")
            event(f"stopped: {any(each.stopped for each in elements)}")
