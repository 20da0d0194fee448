"""What an element comes to."""

import pytest

from goalgraph.analysis import analyse
from goalgraph.graph.aims import Aim, aim
from goalgraph.graph.reach import reachable
from goalgraph.model.elements import DOERS, Kind
from goalgraph.source import Source
from tests.graph.drawn import SEEDS, drawn
from tests.graph.maps import graph_of


@pytest.mark.parametrize("seed", SEEDS)
def test_an_aim_is_reached_and_there_where_anything_is(seed: int) -> None:
    graph = drawn(seed)
    for name, element in graph.elements.items():
        if element.kind not in DOERS:
            continue
        found = aim(graph, name)
        reached = reachable(graph.purposes, [name])
        objectives = {each for each in reached if graph.element(each).kind is Kind.OBJECTIVE}
        if name in graph.anchored:
            objectives &= graph.anchored
        assert found.objective in objectives if objectives else found.objective is None
        assert (found.value is None) == (not reached & set(graph.values))
        assert found.value is None or found.value in reachable(graph.purposes, [found.objective or name])
        assert not found.unsure


def test_the_nearest_objective_with_a_way_to_a_value_goes_first() -> None:
    graph = graph_of("""
        value near
        value far
        objective lost
        objective won
            serves far
        means a
            serves lost, b
        means b
            serves won, near
        means c
            serves lost
        means d
            serves lost, near
        means e
    """)
    assert aim(graph, "a") == aim(graph, "b") == Aim("won", "far")
    assert aim(graph, "c") == Aim("lost", None)
    assert aim(graph, "d") == Aim(None, "near")
    assert aim(graph, "e") == Aim(None, None)


def test_without_a_value_an_aim_is_an_objective() -> None:
    graph = graph_of("""
        objective top
        objective low
            serves top
        means a
            serves low
    """)
    assert aim(graph, "a") == Aim("low", None)


def test_where_part_was_not_read_no_value_may_yet_be_one() -> None:
    graph = analyse(
        [Source("a.strat", "value v\nmeans a\n    serves gone\nmeans b\nmeans c\n    serves v, gone\n")]
    ).graph
    assert aim(graph, "a") == Aim(None, None, unsure=True)
    assert aim(graph, "b") == Aim(None, None)
    assert aim(graph, "c") == Aim(None, "v")
