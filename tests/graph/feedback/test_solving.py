"""The least feedback arc set: against trying everything, on what is known, and where time or solver are missing."""

import random
import sys

import pytest

from goalgraph.graph.feedback import solving
from goalgraph.graph.feedback.arcs import Arc, ArcSet, weight_of
from goalgraph.graph.feedback.solving import as_small, smallest_arc_set
from tests.graph.feedback.graphs import complete, drawn, goes_round, graph, least_sets, woven

MOST = 64


def solved(arcs: list[Arc], seconds: float = 60.0) -> ArcSet:
    """What is found, after it was checked to be what it says it is."""
    found = smallest_arc_set(arcs, seconds)
    assert not goes_round(arcs, found.arcs)
    assert found.weight == weight_of(arcs, found.arcs)
    assert list(found.arcs) == sorted(set(found.arcs))
    assert 0 <= found.bound <= found.weight
    for index in found.arcs:
        assert goes_round(arcs, set(found.arcs) - {index}), "an arc is taken out in vain"
    return found


@pytest.mark.parametrize("seed", range(20))
def test_of_two_thousand_small_graphs_the_least_weight_and_every_set_of_it_is_found(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        arcs = drawn(chance, 7, 20)
        weight, sets = least_sets(arcs)
        found = solved(arcs)
        assert (found.weight, found.proven) == (weight, True)
        others = as_small(arcs, found, MOST)
        assert len(others) == len(set(others))
        if len(sets) <= MOST:
            assert set(others) == sets
        else:
            assert len(others) == MOST
            assert set(others) <= sets


@pytest.mark.parametrize(
    ("arcs", "taken"),
    [
        ("ab bc", []),
        ("ab ba2", [0]),
        ("ab2 ba", [1]),
        ("ab bc ca2", None),
        ("ab4 bc4 ca ad db", [2]),
        ("ab ba2 cd2 dc ef fe3", [0, 3, 4]),
    ],
)
def test_what_is_taken_out_of_little(arcs: str, taken: list[int] | None) -> None:
    found = solved(graph(arcs))
    assert found.proven
    if taken is not None:
        assert list(found.arcs) == taken


@pytest.mark.parametrize("size", [2, 3, 10, 40])
def test_of_a_complete_graph_half_is_taken_out(size: int) -> None:
    found = solved(complete(size), 0.0)
    assert (found.weight, found.proven) == (size * (size - 1) // 2, True)


def test_a_complete_graph_on_sixty_is_proven_without_a_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    arcs = complete(60, (4,))
    found = smallest_arc_set(arcs, 10.0)
    assert (found.weight, found.bound) == (4 * 60 * 59 // 2, 4 * 60 * 59 // 2)
    others = as_small(arcs, found, MOST)
    assert 1 <= len(others) <= MOST
    assert {weight_of(arcs, each) for each in others} == {found.weight}


@pytest.mark.parametrize(("size", "degree"), [(20, 3), (40, 3), (60, 3), (50, 4)])
def test_what_is_woven_is_proven_by_the_solver_and_weights_have_a_unit(size: int, degree: int) -> None:
    plain = solved(woven(size, degree))
    heavy = solved(woven(size, degree, (8,)))
    assert plain.proven
    assert (heavy.weight, heavy.bound) == (8 * plain.weight, 8 * plain.weight)


def test_mixed_weights_are_proven() -> None:
    found = solved(woven(40, 3, (1, 2, 4, 8)))
    assert found.proven


def test_parts_that_share_a_vertex_are_solved_apart() -> None:
    one = woven(24, 3)
    ring_of_parts = [
        Arc(arc.source + 23 * number, arc.target + 23 * number, arc.weight) for number in range(5) for arc in one
    ]
    assert len({end for arc in ring_of_parts for end in arc[:2]}) == 24 * 5 - 4
    assert solved(ring_of_parts).weight == 5 * solved(one).weight


def test_without_time_a_set_is_found_all_the_same() -> None:
    arcs = woven(60, 3)
    hasty, proven = solved(arcs, 0.0), solved(arcs)
    assert not hasty.proven
    assert hasty.bound <= proven.weight <= hasty.weight


def test_without_a_solver_a_set_is_found_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    arcs = woven(60, 3)
    expected = solved(arcs).weight
    for name in ("goalgraph.graph.feedback.programming", "goalgraph.graph.feedback.relaxation"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "highspy", None)
    found = solved(arcs)
    assert not found.proven
    assert found.bound <= expected <= found.weight


def test_the_solver_is_loaded_for_what_is_hard_only() -> None:
    import subprocess

    program = (
        "import sys\nfrom goalgraph.graph.feedback.solving import smallest_arc_set\n"
        "from tests.graph.feedback.graphs import complete, graph\n"
        "assert smallest_arc_set(graph('ab ba bc cb ca ac'), 10).proven\n"
        "assert smallest_arc_set(complete(12), 10).proven\n"
        "sys.exit('highspy' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_same_is_found_in_every_run() -> None:
    arcs = woven(50, 4, (1, 4, 2))
    assert smallest_arc_set(arcs, 60.0) == smallest_arc_set(arcs, 60.0)
    small = complete(6)
    found = smallest_arc_set(small, 60.0)
    assert as_small(small, found, MOST) == as_small(small, found, MOST)


def test_a_set_that_leaves_a_circle_is_never_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "good_arc_set", lambda *_, **__: ())
    with pytest.raises(ArithmeticError, match="leaves a circle"):
        smallest_arc_set(graph("ab bc ca ad da"), 0.0)
