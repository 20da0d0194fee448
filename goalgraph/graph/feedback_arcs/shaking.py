"""Shaking: an order that no single move betters is disturbed and mended again, and kept when it got no worse."""

from collections.abc import Sequence
from typing import NamedTuple

from goalgraph.graph.feedback_arcs.deadline import Deadline
from goalgraph.graph.feedback_arcs.ordering import Ordering
from goalgraph.graph.feedback_arcs.tangle import Tangle

_MOVED_AT_ONCE = 3


class Limits(NamedTuple):
    """When a search ends: after so many looks at neighbours, at a weight that is known to be least, or at a time."""

    steps: int
    enough: int
    deadline: Deadline


def shaken(tangle: Tangle, order: Sequence[int], limits: Limits, seed: int = 1) -> list[int]:
    """An order in which no more weight runs backwards: a local search that starts again and again near where it ended.

    The same `seed` shakes in the same way. (Lourenço, Martin and Stützle 2003, DOI 10.1007/0-306-48056-5_11.)
    """
    ordering = Ordering(tangle, order)
    ordering.descend(order, limits.steps)
    found = ordering.order()
    best = current = tangle.weight_of(tangle.backward(found))
    state = seed
    while ordering.steps < limits.steps and best > limits.enough and not limits.deadline.over:
        ordering.moves.clear()
        change = 0
        touched: list[int] = []
        for _ in range(_MOVED_AT_ONCE):
            state = _following(state)
            vertex = (state >> 33) % tangle.count
            state = _following(state)
            behind = (state >> 33) % tangle.count
            if vertex != behind:
                change += ordering.change(vertex, behind)
                ordering.put(vertex, behind)
                touched.append(vertex)
                touched += [other for other, _ in ordering.pulls[vertex]]
        change += ordering.descend(touched, limits.steps - ordering.steps)
        if change > 0:
            ordering.undo()
            continue
        current += change
        if current < best:
            best, found = current, ordering.order()
    return found


def _following(state: int) -> int:
    """The next of a row of numbers without visible order (Knuth's MMIX): ours, so that no library changes it."""
    return (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
