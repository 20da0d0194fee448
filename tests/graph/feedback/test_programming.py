"""The exact method: what it proves, that it keeps to its time, and that it believes no solver."""

from time import monotonic
from typing import Any

import highspy
import numpy as np
import pytest

from goalgraph.graph.feedback.arcs import weight_of
from goalgraph.graph.feedback.programming import solve
from goalgraph.graph.feedback.relaxation import GRAIN, Relaxation
from goalgraph.graph.feedback.solving import smallest_arc_set
from tests.graph.feedback.graphs import complete, drawn, goes_round, graph, least_sets, woven


def _soon(seconds: float = 60.0) -> float:
    return monotonic() + seconds


def test_it_finds_the_least_of_small_graphs_from_the_worst_of_beginnings() -> None:
    import random

    chance = random.Random(7)
    for _ in range(150):
        arcs = drawn(chance, 6, 18)
        found, bound = solve(arcs, range(len(arcs)), _soon())
        assert not goes_round(arcs, found)
        assert weight_of(arcs, found) == bound == least_sets(arcs)[0]


def test_it_finds_what_is_lighter_than_it_was_given() -> None:
    arcs = woven(40, 3)
    expected = smallest_arc_set(arcs, 60.0).weight
    found, bound = solve(arcs, range(len(arcs)), _soon())
    assert weight_of(arcs, found) == bound == expected


@pytest.mark.parametrize("seconds", [-1.0, 0.0, 0.05, 0.5])
def test_it_keeps_to_its_time_and_its_bound_holds(seconds: float) -> None:
    arcs = complete(60, (1, 2, 4, 8, 4, 2, 8))
    every = tuple(range(len(arcs)))
    begun = monotonic()
    found, bound = solve(arcs, every, _soon(seconds))
    assert monotonic() - begun < seconds + 10
    assert not goes_round(arcs, found)
    assert 0 <= bound <= weight_of(arcs, found)


def test_what_is_too_large_is_given_back() -> None:
    arcs = graph("ab ba")
    large = [arc._replace(source=arc.source + 2 * n, target=arc.target + 2 * n) for n in range(500) for arc in arcs]
    assert solve(large, (0, 2), _soon()) == ((0, 2), 0)


# --- bounds hold whatever the solver says


@pytest.mark.parametrize("seed", range(30))
def test_any_dual_values_give_a_bound_that_holds(seed: int) -> None:
    chance = np.random.default_rng(seed)
    arcs = complete(5, (1, 2, 4))
    least, _ = least_sets(arcs)
    program = Relaxation(arcs, _soon())
    program.add(program.broken_circles())
    for scale in (0.1, 1.0, 10.0, 1e30):
        duals = chance.normal(size=len(program.rows)) * scale
        assert program.bound_by(duals) <= least * GRAIN
    assert program.bound_by(np.full(len(program.rows), np.nan)) <= least * GRAIN


class _Lying:
    """A solver whose answers are not to be trusted."""

    def __init__(self, real: Any, lie: str) -> None:
        self.real, self.lie = real, lie

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    def getSolution(self) -> Any:  # noqa: N802  # as the solver has it
        solution = self.real.getSolution()
        shares, duals = np.array(solution.col_value), np.array(solution.row_dual)
        if self.lie == "too high":
            duals = duals * 3 + 5
        elif self.lie == "nothing":
            shares, duals = np.array([]), np.array([])
        elif self.lie == "noise":
            duals = np.abs(np.sin(np.arange(len(duals)))) * 9
        elif self.lie == "all out":
            shares = np.ones(len(shares))

        class Told:
            col_value = shares
            row_dual = duals

        return Told


@pytest.mark.parametrize("lie", ["too high", "nothing", "noise", "all out"])
def test_a_lying_solver_is_not_believed(lie: str, monkeypatch: pytest.MonkeyPatch) -> None:
    arcs = woven(20, 3)
    least = smallest_arc_set(arcs, 60.0).weight
    real = highspy.Highs
    monkeypatch.setattr(highspy, "Highs", lambda: _Lying(real(), lie))  # type: ignore[no-untyped-call]  # as its stubs have it
    found, bound = solve(arcs, range(len(arcs)), _soon(2.0))
    assert not goes_round(arcs, found)
    assert bound <= least <= weight_of(arcs, found)
