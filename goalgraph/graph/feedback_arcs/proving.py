"""Proving: branch and bound over a linear program, to which circles are added as they are found too light.

After Baharev, Schichl, Neumaier and Achterberg 2021, An exact method for the minimum feedback arc set problem,
DOI 10.1145/3446429: few of all the circles are ever needed. Loaded where it is needed alone, as highspy is.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy

from goalgraph.graph.feedback_arcs.choosing import Choice
from goalgraph.graph.feedback_arcs.deadline import Deadline
from goalgraph.graph.feedback_arcs.ordering import Ordering
from goalgraph.graph.feedback_arcs.relaxing import Floats, Relaxation
from goalgraph.graph.feedback_arcs.separating import light_circles
from goalgraph.graph.feedback_arcs.shaking import Limits, shaken
from goalgraph.graph.feedback_arcs.tangle import Tangle

# Looks at neighbours to mend an order.
_STEPS_AT_ROOT = 3_000_000
_STEPS_AT_NODE = 100_000
_NODES_BETWEEN = 4
# How fine values are when they weigh arcs.
_PARTS = 1000


class _Node(NamedTuple):
    """Arcs decided: what is cut at least and at most, and what a set that keeps to it weighs at least."""

    least: int
    low: Floats
    high: Floats


class Proof:
    """A search for a set of less weight than that of an order, or for a proof that there is none.

    `order`, `weight` and `bound` are the best so far; they are true at any time, also when time is over. Raises
    ImportError when highspy is missing.
    """

    def __init__(self, tangle: Tangle, order: Sequence[int], bound: int, deadline: Deadline) -> None:
        self._tangle = tangle
        self._deadline = deadline
        self._relaxation = Relaxation(tangle)
        self._choice = Choice(self._relaxation, deadline)
        self._many = 2 * len(tangle)
        self.order = list(order)
        self.weight = tangle.weight_of(tangle.backward(order))
        self.bound = bound

    def run(self) -> None:
        """Ends when weight and bound meet, or time is over."""
        relaxation = self._relaxation
        waiting = [_Node(self.bound, relaxation.low, relaxation.high)]
        unsettled: list[int] = []  # what sets weigh at least where the solver was of no help
        count = 0
        while waiting and self.bound < self.weight and not self._deadline.over:
            least = self._converged(waiting[-1])
            if count == 0:
                self.bound = min(self.weight, least)
                self._mend(_STEPS_AT_ROOT, count)
            elif count % _NODES_BETWEEN == 0:
                self._mend(_STEPS_AT_NODE, count)
            count += 1
            if least < self.weight:
                below = self._below(least)
                if below is None:
                    unsettled.append(least)
                waiting[-1:] = below or []
            else:
                waiting.pop()
        lowest = min([*(node.least for node in waiting), *unsettled], default=self.weight)
        self.bound = min(self.weight, max(self.bound, lowest))

    def _converged(self, node: _Node) -> int:
        """What a set weighs at least that keeps to a node, with all circles added that its answers leave too light."""
        relaxation = self._relaxation
        least = node.least
        if least < self.weight:
            relaxation.restrict(node.low, node.high)
        while least < self.weight and not self._deadline.over:
            relaxation.solve(self._deadline)
            least = max(least, relaxation.least)
            if relaxation.values is None or least >= self.weight:
                break
            if not relaxation.add(light_circles(self._tangle, relaxation.values)):
                self._take(self._tangle.order_without(numpy.flatnonzero(relaxation.values > 0.5).tolist()))
                break
            if relaxation.impossible:
                return self.weight
        return least

    def _below(self, least: int) -> list[_Node] | None:
        """The nodes into which the one is parted whose answer the relaxation holds, the best last.

        None if it can't be parted though it is not done with.
        """
        relaxation = self._relaxation
        if relaxation.values is None:
            return None
        # An arc whose cutting, or keeping, would lift the bound to the weight is kept, or cut.
        dear = (self.weight - 1) * relaxation.scale - relaxation.bound
        kept = (relaxation.prices > dear) & (relaxation.low == 0)
        cut = (relaxation.prices < -dear) & (relaxation.high == 1)
        relaxation.restrict(numpy.where(cut, 1.0, relaxation.low), numpy.where(kept, 0.0, relaxation.high))
        low, high = relaxation.low, relaxation.high
        if len(relaxation.circles) > self._many:
            relaxation.purge()
        branches = self._choice.branches(self.weight)
        if branches is None:
            return None
        nodes = []
        for side in reversed(branches.sides):
            node = _Node(least, low.copy(), high.copy())
            node.low[branches.arc] = node.high[branches.arc] = side
            nodes.append(node)
        return nodes

    def _mend(self, steps: int, seed: int) -> None:
        """Looks for a better order near the best one, from where the fractional answer points to."""
        values = self._relaxation.values
        if values is None:
            return
        hints = [
            1 + round(_PARTS * weight * (1 - value))
            for weight, value in zip(self._tangle.weights, values.tolist(), strict=True)
        ]
        ordering = Ordering(self._tangle, self.order, hints)
        ordering.descend(self.order, steps)
        limits = Limits(steps, self.bound, self._deadline)
        self._take(shaken(self._tangle, ordering.order(), limits, seed))

    def _take(self, order: list[int] | None) -> None:
        """Takes an order that is better than the best so far."""
        if order is not None:
            weight = self._tangle.weight_of(self._tangle.backward(order))
            if weight < self.weight:
                self.order, self.weight = order, weight
