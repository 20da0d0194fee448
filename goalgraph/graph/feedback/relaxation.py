"""The linear program of a feedback arc set, with bounds that hold whatever the solver does.

A variable an arc, between 0 (kept) and 1 (taken out); a row a circle: its arcs together are taken out at least once.
"""

from collections.abc import Iterable, Sequence
from time import monotonic
from typing import Any

import highspy
import numpy as np

from goalgraph.graph.feedback.arcs import Arc

Numbers = np.ndarray[Any, np.dtype[Any]]

# Dual values are rounded to this part of one, and bounds are counted in it.
GRAIN = 2**20
# So many seconds the solver runs at a time.
_SLICE = 1.0
# A circle is broken where less than this is missing of one.
_TOLERANCE = 1e-5


class Relaxation:
    """A program that is solved again and again, with more circles and other limits.

    After `run`: `shares` are how far each arc is taken out, `bound` is what any set within the limits weighs at
    least, `reduced` what the bound would rise by per arc that is taken out (or, below 0, kept); both in grains.
    """

    def __init__(self, arcs: Sequence[Arc], end: float) -> None:
        number: dict[int, int] = {}
        for arc in arcs:
            number.setdefault(arc.source, len(number))
            number.setdefault(arc.target, len(number))
        self.end = end
        self.out_of_time = False
        self.sources = np.array([number[arc.source] for arc in arcs])
        self.targets = np.array([number[arc.target] for arc in arcs])
        self.index = {(number[arc.source], number[arc.target]): index for index, arc in enumerate(arcs)}
        self.vertices = len(number)
        self.weights = np.array([arc.weight for arc in arcs], dtype=np.int64)
        self._hold([])
        self.known: set[frozenset[int]] = set()
        self.low, self.high = np.zeros(len(arcs)), np.ones(len(arcs))
        self.shares, self.reduced, self.bound = np.zeros(len(arcs)), self.weights * GRAIN, 0
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]  # as its stubs have it
        settings: dict[str, bool | int | str] = {
            "output_flag": False,
            "threads": 1,
            "parallel": "off",
            "presolve": "off",
            "solver": "simplex",
        }
        for name, value in settings.items():
            self.solver.setOptionValue(name, value)
        self.solver.addVars(len(arcs), self.low, self.high)
        self.solver.changeColsCost(len(arcs), np.arange(len(arcs), dtype=np.int32), self.weights.astype(float))

    def confine(self, low: Numbers, high: Numbers) -> None:
        """Sets between what each arc may be taken out."""
        changed = np.nonzero((low != self.low) | (high != self.high))[0].astype(np.int32)
        if len(changed):
            self.solver.changeColsBounds(len(changed), changed, low[changed], high[changed])
        self.low, self.high = low.copy(), high.copy()

    def add(self, circles: Iterable[tuple[int, ...]]) -> int:
        """Adds circles, and tells how many were new."""
        new = [circle for circle in circles if frozenset(circle) not in self.known]
        if new:
            lengths = list(map(len, new))
            flat = np.array([index for circle in new for index in circle], dtype=np.int32)
            starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int32)
            most = np.full(len(new), highspy.kHighsInf)
            self.solver.addRows(len(new), np.ones(len(new)), most, len(flat), starts, flat, np.ones(len(flat)))
            self.known.update(map(frozenset, new))
            self._hold([*self.rows, *new])
        return len(new)

    def purge(self) -> None:
        """Drops circles that the last solution does not rest on."""
        status = self.solver.getBasis().row_status
        idle = [row for row, state in enumerate(status) if state == highspy.HighsBasisStatus.kBasic]
        if idle:
            self.solver.deleteRows(len(idle), np.array(idle, dtype=np.int32))
            self.known.difference_update(frozenset(self.rows[row]) for row in idle)
            gone = set(idle)
            self._hold([circle for row, circle in enumerate(self.rows) if row not in gone])

    def _hold(self, rows: list[tuple[int, ...]]) -> None:
        self.rows = rows
        self.flat = np.array([index for circle in rows for index in circle], dtype=np.int64)
        self.owner = np.repeat(np.arange(len(rows)), [len(circle) for circle in rows])

    def run(self) -> int:
        """Solves the program as it is, and tells the bound, in grains."""
        stopped = True
        while stopped and monotonic() < self.end:
            # In slices, between which ctrl-C is heard; the solver goes on from where it was.
            slice_end = self.solver.getRunTime() + min(_SLICE, max(0.01, self.end - monotonic()))
            self.solver.setOptionValue("time_limit", slice_end)
            self.solver.run()
            stopped = self.solver.getModelStatus() == highspy.HighsModelStatus.kTimeLimit
        self.out_of_time = stopped
        if stopped:
            return self.bound_by(np.zeros(len(self.rows)))
        solution = self.solver.getSolution()
        shares, duals = np.array(solution.col_value), np.array(solution.row_dual)
        self.shares = shares if len(shares) == len(self.weights) else np.zeros(len(self.weights))
        return self.bound_by(duals if len(duals) == len(self.rows) else np.zeros(len(self.rows)))

    def bound_by(self, duals: Numbers) -> int:
        """The bound that follows from any dual values, in exact whole numbers (weak duality)."""
        worth = np.rint(np.clip(np.nan_to_num(duals), 0, 2**24) * GRAIN).astype(np.int64)
        load = np.zeros(len(self.weights), dtype=np.int64)
        np.add.at(load, self.flat, worth[self.owner])
        self.reduced = self.weights * GRAIN - load
        limits = np.where(self.reduced > 0, self.low, self.high).astype(np.int64)
        self.bound = int(worth.sum()) + int((self.reduced * limits).sum())
        return self.bound

    def broken_circles(self) -> list[tuple[int, ...]]:
        """For every arc on a circle that is taken out less than once the shortest such circle (Floyd and Warshall)."""
        length = np.maximum(self.shares, 0) + 1e-7
        size = self.vertices
        distance = np.full((size, size), 9.0)
        following = np.full((size, size), -1)
        distance[self.sources, self.targets] = length
        following[self.sources, self.targets] = self.targets
        for via in range(size):
            if via % 64 == 0 and monotonic() > self.end:
                self.out_of_time = True
                return []
            through = distance[:, via, None] + distance[via]
            shorter = through < distance
            np.copyto(distance, through, where=shorter)
            np.copyto(following, following[:, via, None], where=shorter)
        broken = np.nonzero(distance[self.targets, self.sources] + length < 1 - _TOLERANCE)[0]
        return [self._circle(int(index), following) for index in broken]

    def _circle(self, index: int, following: Numbers) -> tuple[int, ...]:
        goal, vertex = int(self.sources[index]), int(self.targets[index])
        circle = [index]
        while vertex != goal:
            onward = int(following[vertex, goal])
            circle.append(self.index[vertex, onward])
            vertex = onward
        return tuple(circle)
