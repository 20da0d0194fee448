"""A ladder is one way up: the shortest to a value, else to where the whys stop or go round."""

from itertools import pairwise

import pytest
from hypothesis import given

from goalgraph.graph.chains import reasons
from goalgraph.graph.ladder import Ladder, Top, circle, ladder
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.resolver import resolve
from goalgraph.source import Source
from goalgraph.syntax.parser import parse
from tests.graph.maps import graph_of, means_in_a_row
from tests.laws.maps import PURPOSE, Map, maps, text_of


def names(found: Ladder) -> list[str]:
    return [found.name, *(arrow.target for arrow in found.arrows)]


@pytest.mark.parametrize(
    ("arrows", "way", "top", "branches"),
    [
        ("a>b b>c", "a b c", Top.NOTHING, 0),
        ("a>b b>c c>a", "a b c a", Top.BACK, 0),
        ("a>b b>c c>b", "a b c b", Top.BACK, 0),
        ("a>b a>c b>d d>e", "a c", Top.NOTHING, 1),
        # The loop leads on, so it is no end.
        ("a>b b>a b>c", "a b c", Top.NOTHING, 1),
        # The shortest circle of a tangle.
        ("a>b b>c c>a c>b b>a", "a b a", Top.BACK, 1),
        ("a>a a>b", "a b", Top.NOTHING, 0),
    ],
)
def test_a_way_that_reaches_no_value(arrows: str, way: str, top: Top, branches: int) -> None:
    found = ladder(graph_of(means_in_a_row(arrows)), "a")
    assert (" ".join(names(found)), found.top, found.branches) == (way, top, branches)


def test_a_value_is_preferred_to_all_that_is_nearer() -> None:
    graph = graph_of("value v\nmeans a\n    serves b, c\nmeans b\nmeans c\n    serves d, a\nmeans d\n    serves v\n")
    found = ladder(graph, "a")
    assert (names(found), found.top, found.branches) == (["a", "c", "d", "v"], Top.VALUE, 2)
    assert ladder(graph, "v") == Ladder("v", (), Top.VALUE, 0)


def test_in_a_map_without_values_an_objective_stands_in() -> None:
    found = ladder(graph_of("objective o\nmeans m\n    serves o\n"), "m")
    assert (found.end, found.top) == ("o", Top.STAND_IN)


def test_a_flywheel_goes_round_too() -> None:
    graph = graph_of("means a\n    serves b\nmeans b\n    feeds c\nmeans c\n    serves a\n")
    assert (names(ladder(graph, "a")), ladder(graph, "a").top) == (["a", "b", "c", "a"], Top.BACK)


def test_a_chain_may_be_very_long() -> None:
    count = 20_000
    links = "".join(f"means m{at}\n    serves m{at + 1}\n" for at in range(count))
    assert len(ladder(graph_of(f"{links}value m{count}\n"), "m0").arrows) == count


@given(maps(relations=PURPOSE))
def test_every_ladder_is_a_way_of_reasons_to_where_it_says(elements: Map) -> None:
    graph = PurposeGraph(resolve([parse(Source("map.strat", text_of(elements)))]))
    for name in graph.elements:
        found = ladder(graph, name)
        way = names(found)
        assert all(target in graph.purposes[source] for source, target in pairwise(way))
        assert found.branches >= 0
        if found.top is Top.BACK:
            assert found.end in way[:-1]
            assert found.end in graph.turning_of
        else:
            assert len(set(way)) == len(way)
            assert (found.end in graph.anchors) == (found.top is not Top.NOTHING)
            assert found.top is not Top.NOTHING or not reasons(graph)[found.end]
        assert (found.top in (Top.VALUE, Top.STAND_IN)) == (name in graph.anchored)


@given(maps(relations=PURPOSE))
def test_every_element_of_a_loop_or_flywheel_has_a_circle(elements: Map) -> None:
    graph = PurposeGraph(resolve([parse(Source("map.strat", text_of(elements)))]))
    for name in graph.turning_of:
        way = circle(graph, name)
        assert way[0] == way[-1] == name
        assert len(way) > 2
        assert set(way) <= graph.turning_of[name]
