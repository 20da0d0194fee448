"""Choosing: on which arc a proof branches, by trying what keeping and what cutting it would do to the bound."""

from typing import NamedTuple

import numpy

from goalgraph.graph.feedback_arcs.deadline import Deadline
from goalgraph.graph.feedback_arcs.relaxing import Floats, Relaxation, Whole

_TRIED = 8
_RELIABLE = 4
_WHOLE = 1e-6


class Branches(NamedTuple):
    """An arc, and which of keeping (0) and cutting it (1) can still lead to a lighter set, the better one first.

    There is one side left or none when the other was found to lead nowhere.
    """

    arc: int
    sides: tuple[int, ...]


class Choice:
    """Remembers how much the bound rose for each arc and side, and so tries less and less.

    Reliability branching: Achterberg, Koch and Martin 2005, DOI 10.1016/j.orl.2004.04.002.
    """

    def __init__(self, relaxation: Relaxation, deadline: Deadline) -> None:
        self._relaxation = relaxation
        self._deadline = deadline
        size = len(relaxation.low)
        self._rise: Floats = numpy.zeros((2, size))
        self._tries: Whole = numpy.zeros((2, size), dtype=numpy.int64)

    def branches(self, weight: int) -> Branches | None:
        """Where to branch, when sets of this weight or more are of no interest; None if nothing is cut in part.

        Starts from the answer of the relaxation, and leaves it with another one.
        """
        relaxation = self._relaxation
        values, low, high = relaxation.values, relaxation.low, relaxation.high
        if values is None:
            return None
        base = relaxation.bound / relaxation.scale
        best: tuple[float, Branches] | None = None
        for arc in self._candidates(values):
            share = (float(values[arc]), 1 - float(values[arc]))
            rises = []
            open_sides = []
            for side in (0, 1):
                if self._tries[:, arc].min() >= _RELIABLE:
                    rise = self._expected(side)[arc] * share[side]
                else:
                    closed, rise = self._tried(arc, side, weight, base, (low, high))
                    self._rise[side, arc] += rise / share[side]
                    self._tries[side, arc] += 1
                    if closed:
                        continue
                rises.append(rise)
                open_sides.append(side)
            if len(open_sides) < 2 or self._deadline.over:
                return Branches(arc, tuple(open_sides))
            score = max(rises[0], _WHOLE) * max(rises[1], _WHOLE)
            if best is None or score > best[0]:
                best = score, Branches(arc, (0, 1) if rises[0] < rises[1] else (1, 0))
        return best[1] if best else None

    def _candidates(self, values: Floats) -> list[int]:
        """Arcs that are cut in part, the most promising first."""
        partly = numpy.flatnonzero((values > _WHOLE) & (values < 1 - _WHOLE))
        kept, cut = (numpy.maximum(self._expected(side), _WHOLE) for side in (0, 1))
        promise = numpy.maximum(kept * values, _WHOLE) * numpy.maximum(cut * (1 - values), _WHOLE)
        ranked: list[int] = partly[numpy.argsort(-promise[partly], kind="stable")].tolist()
        return ranked[:_TRIED]

    def _expected(self, side: int) -> Floats:
        """By how much the bound is expected to rise for a whole step of an arc."""
        tries = self._tries[side]
        usual = self._rise[side].sum() / tries.sum() if tries.sum() else 1.0
        return numpy.where(tries > 0, self._rise[side] / numpy.maximum(tries, 1), usual)

    def _tried(
        self, arc: int, side: int, weight: int, base: float, limits: tuple[Floats, Floats]
    ) -> tuple[bool, float]:
        """Whether a side leads nowhere, and by how much the bound rises there."""
        relaxation = self._relaxation
        low, high = (limit.copy() for limit in limits)
        low[arc] = high[arc] = side
        relaxation.restrict(low, high)
        if relaxation.impossible:
            return True, 1.0
        relaxation.solve(self._deadline)
        return relaxation.least >= weight, max(0.0, relaxation.bound / relaxation.scale - base)
