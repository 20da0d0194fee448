"""The pieces the solving is made of: splitting, packing, orders."""

import random

import pytest

from goalgraph.graph.feedback.arcs import Arc, in_order, is_acyclic, weight_of
from goalgraph.graph.feedback.ordering import Order, Shaking, good_arc_set, without_vain
from goalgraph.graph.feedback.packing import packing_bound, shortest_circle
from goalgraph.graph.feedback.splitting import parts_of
from tests.graph.feedback.graphs import complete, drawn, goes_round, graph, least_sets, woven


def test_an_order_is_told_where_there_is_one() -> None:
    assert in_order(graph("bc ab")) == [0, 1, 2]
    assert in_order(graph("ab ba")) is None
    assert in_order(graph("ab ba"), {1}) == [0, 1]
    assert in_order([]) == []
    assert is_acyclic(graph("ab bc ca"), {2})


def test_few_arcs_are_left_together() -> None:
    assert parts_of(graph("ab ba cd")) == [[0, 1, 2]]


def test_many_are_parted_where_circles_share_no_more_than_a_vertex() -> None:
    chain = [Arc(number, number + 1, 1) for number in range(30)] + [Arc(number + 1, number, 1) for number in range(30)]
    assert parts_of(chain) == [[number, number + 30] for number in range(30)]
    assert parts_of([*chain, Arc(0, 30, 1)]) == [list(range(61))]
    assert parts_of([Arc(number, number + 1, 1) for number in range(50)]) == []


@pytest.mark.parametrize("seed", range(5))
def test_a_packing_is_never_above_the_least_weight(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(60):
        arcs = drawn(chance, 6, 18)
        assert 0 <= packing_bound(arcs) <= least_sets(arcs)[0]
        assert (packing_bound(arcs) > 0) == goes_round(arcs, ())


def test_a_packing_of_pairs_is_exact_on_a_complete_graph() -> None:
    assert packing_bound(complete(30, (4,))) == 4 * 30 * 29 // 2


def test_a_shortest_circle_of_all() -> None:
    arcs = graph("ab bc cd da ca")
    assert sorted(shortest_circle(arcs, ())) == [0, 1, 4]
    assert sorted(shortest_circle(arcs, {4})) == [0, 1, 2, 3]
    assert shortest_circle(arcs, {0}) == []


@pytest.mark.parametrize("seed", range(5))
def test_a_moved_vertex_costs_what_is_said(seed: int) -> None:
    chance = random.Random(seed)
    arcs = drawn(chance, 9, 40)
    order = Order(arcs, sorted({end for arc in arcs for end in arc[:2]}), 100_000)
    for _ in range(50):
        before = weight_of(arcs, order.backward())
        vertex = chance.choice(order.vertices)
        change = order.move(vertex, chance.randrange(len(order.vertices)))
        assert weight_of(arcs, order.backward()) == before + change
        assert [order.place[vertex] for vertex in order.vertices] == list(range(len(order.vertices)))
        gain, where = order.best_place(vertex)
        assert order.move(vertex, where) == gain <= 0


@pytest.mark.parametrize("arcs", [complete(9), woven(30, 3, (1, 2)), graph("ab ba"), graph("ab")])
def test_good_sets_are_feedback_arc_sets_and_hold_nothing_in_vain(arcs: list[Arc]) -> None:
    chosen = good_arc_set(arcs, Shaking(50, 100_000))
    assert not goes_round(arcs, chosen)
    assert without_vain(arcs, chosen) == chosen
    assert without_vain(arcs, range(len(arcs))) != tuple(range(len(arcs)))
