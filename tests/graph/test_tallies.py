"""What is counted for all elements at once is what a walk from each would find."""

from hypothesis import given

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.tallies import Reached, supporter_counts, values_counted
from goalgraph.model.resolver import resolve
from goalgraph.source import Source
from goalgraph.syntax.parser import parse
from tests.graph.maps import graph_of
from tests.laws.maps import PURPOSE, Map, maps, text_of


@given(maps(relations=PURPOSE))
def test_counts_are_those_of_walks(elements: Map) -> None:
    graph = PurposeGraph(resolve([parse(Source("map.strat", text_of(elements)))]))
    for name in graph.elements:
        values = reachable(graph.purposes, [name]) & set(graph.values)
        number, one = values_counted(graph)[name]
        assert supporter_counts(graph)[name] == len(graph.supporters(name))
        assert number == len(values)
        assert one in values if values else one == ""


def test_a_value_reaches_itself() -> None:
    graph = graph_of("value v\nmeans m\n    serves v\nmeans n\n")
    assert values_counted(graph) == {"v": Reached(1, "v"), "m": Reached(1, "v"), "n": Reached(0, "")}
    assert supporter_counts(graph) == {"v": 1, "m": 0, "n": 0}
