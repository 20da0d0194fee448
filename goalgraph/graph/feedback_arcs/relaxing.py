"""Relaxing: arcs may be cut in part, so that a linear program bounds every set from below.

HiGHS solves the program, and nothing it says is believed: from its dual values, whatever they are, a bound is computed
here in whole numbers. (Loaded where a proof needs it alone: numpy comes with highspy.)
"""

import numpy
from numpy.typing import NDArray

from goalgraph.graph.feedback_arcs.deadline import Deadline
from goalgraph.graph.feedback_arcs.tangle import Tangle

Floats = NDArray[numpy.float64]
Whole = NDArray[numpy.int64]

# Sums of whole numbers of this many bits are exact in floating point.
_EXACT_BITS = 52
_FINEST_BITS = 20
_OPTIONS = (
    ("output_flag", False),
    ("threads", 1),
    ("parallel", "off"),
    ("presolve", "off"),
    ("solver", "simplex"),
    # The programs are so degenerate that to disturb the costs only makes them longer.
    ("dual_simplex_cost_perturbation_multiplier", 0.0),
)


class Relaxation:
    """The least weight of values from 0 to 1 at the arcs that come to 1 or more on every circle known so far.

    After `solve` there are `values` at the arcs, None when the solver gave none; `bound`; and `prices`, by which the
    bound rises when an arc is cut for certain or, where negative, kept. The latter two in parts of 1, so many as
    `scale` says.
    """

    def __init__(self, tangle: Tangle) -> None:
        """Raises ImportError when highspy is missing."""
        import highspy

        size = len(tangle)
        self._weights: Whole = numpy.array(tangle.weights, dtype=numpy.int64)
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its stubs leave the constructor out
        for option, value in _OPTIONS:
            self._solver.setOptionValue(option, value)
        self._solver.addVars(size, numpy.zeros(size), numpy.ones(size))
        columns = numpy.arange(size, dtype=numpy.int32)
        self._solver.changeColsCost(size, columns, self._weights.astype(numpy.float64))
        self._loose = highspy.HighsBasisStatus.kBasic
        self.low: Floats = numpy.zeros(size)
        self.high: Floats = numpy.ones(size)
        self.circles: list[tuple[int, ...]] = []
        self._know()
        self.values: Floats | None = None
        self.prices = self._weights
        self.scale = 1
        self.bound = 0

    @property
    def least(self) -> int:
        """What a set weighs at least: the bound, rounded up."""
        return -(-self.bound // self.scale)

    @property
    def impossible(self) -> bool:
        """Whether all arcs of some circle are to be kept."""
        most = numpy.bincount(self._rows, weights=self.high[self._arcs], minlength=len(self.circles))
        return bool((most < 1).any())

    def add(self, circles: list[tuple[int, ...]]) -> int:
        """Adds circles; how many of them were new."""
        new = list({frozenset(circle): circle for circle in circles if frozenset(circle) not in self._known}.values())
        if new:
            self.circles += new
            self._know()
            lengths = [len(circle) for circle in new]
            starts = numpy.cumsum([0, *lengths[:-1]]).astype(numpy.int32)
            arcs = numpy.array([arc for circle in new for arc in circle], dtype=numpy.int32)
            ones, no_end = numpy.ones(len(new)), numpy.full(len(new), numpy.inf)
            self._solver.addRows(len(new), ones, no_end, len(arcs), starts, arcs, numpy.ones(len(arcs)))
        return len(new)

    def restrict(self, low: Floats, high: Floats) -> None:
        """What every arc is cut at least and at most: from 1 to 1 is cut for certain, from 0 to 0 kept."""
        changed = numpy.flatnonzero((low != self.low) | (high != self.high)).astype(numpy.int32)
        if len(changed):
            self._solver.changeColsBounds(len(changed), changed, low[changed], high[changed])
        self.low, self.high = low.copy(), high.copy()

    def solve(self, deadline: Deadline) -> None:
        self._solver.setOptionValue("time_limit", self._solver.getRunTime() + deadline.left)
        self._solver.run()
        solution = self._solver.getSolution()
        self._take(list(solution.col_value), list(solution.row_dual))

    def purge(self) -> None:
        """Forgets the circles that have no bearing on the last answer."""
        status = list(self._solver.getBasis().row_status)
        gone = [row for row, state in enumerate(status) if state == self._loose]
        if gone and len(status) == len(self.circles):
            self._solver.deleteRows(len(gone), numpy.array(gone, dtype=numpy.int32))
            dropped = set(gone)
            self.circles = [circle for row, circle in enumerate(self.circles) if row not in dropped]
            self._know()

    def _know(self) -> None:
        self._known = {frozenset(circle) for circle in self.circles}
        self._arcs: Whole = numpy.array([arc for circle in self.circles for arc in circle], dtype=numpy.int64)
        self._rows: Whole = numpy.repeat(numpy.arange(len(self.circles)), [len(circle) for circle in self.circles])

    def _take(self, values: list[float], duals: list[float]) -> None:
        """Whatever weights of 0 or more the circles are given, they make a bound: that of the Lagrangian relaxation.

        With y at the circles it is the sum of y and, for each arc, of what its weight exceeds the y of its circles by,
        times the least or the most of it that is cut. All in whole numbers: no rounding lifts it above what is true.
        """
        size, rows = len(self._weights), len(self.circles)
        clean = numpy.array(values) if len(values) == size else numpy.full(size, numpy.nan)
        self.values = numpy.clip(clean, 0.0, 1.0) if numpy.isfinite(clean).all() else None
        heaviest = int(self._weights.max())
        bits = _EXACT_BITS - (heaviest * (rows + size)).bit_length()
        self.scale = 1 << max(0, min(_FINEST_BITS, bits))
        shadow = numpy.nan_to_num(numpy.array(duals)) if len(duals) == rows else numpy.zeros(rows)
        whole = numpy.rint(numpy.clip(shadow, 0.0, heaviest) * self.scale)
        load = numpy.bincount(self._arcs, weights=whole[self._rows], minlength=size)
        self.prices = self._weights * self.scale - load.astype(numpy.int64)
        cut = numpy.where(self.prices > 0, self.low, self.high).astype(numpy.int64)
        self.bound = int(whole.sum()) + int((self.prices * cut).sum())
