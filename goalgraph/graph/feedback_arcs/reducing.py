"""Reducing: what can be settled exactly before anything is searched, so that only the hard tangles are left."""

from collections.abc import Sequence
from typing import NamedTuple

from goalgraph.graph.feedback_arcs.arcs import Arc
from goalgraph.graph.feedback_arcs.splitting import blocks, is_ring
from goalgraph.graph.feedback_arcs.tangle import Tangle


class Reduced(NamedTuple):
    """What is left of a digraph.

    Sets of least weight of the `tangles`, together with `cut`, leave the arcs whose weight `left` is not 0 without a
    circle. In any order in which these run forward, the arcs of the digraph that run backwards are a set of least
    weight, and it weighs `certain` more than the sets of the tangles.
    """

    tangles: list[Tangle]
    cut: list[int]
    left: list[int]
    certain: int


def reduced(arcs: Sequence[Arc]) -> Reduced:
    """Cancels, splits and rotates until nothing changes. O(arcs log arcs) for each time it splits.

    Of two arcs between the same vertices, to and fro, one runs backwards in every order: the lesser weight is lost
    for certain, and the difference is left. Where as much weight leaves each vertex of a block as enters it, the
    first vertex of an order may go to its end, which costs and gains the same: so any vertex may be taken for the
    first, which is worth much, since the block would else have as many equal answers as it has vertices.
    """
    left = [arc.weight for arc in arcs]
    cut: list[int] = []
    certain = _cancelled(arcs, left)
    hard: list[list[int]] = []
    waiting = [[number for number, weight in enumerate(left) if weight]]
    while waiting:
        for block in blocks(arcs, waiting.pop()):
            if is_ring(arcs, block):
                # The latest of the lightest.
                lightest = min(reversed(block), key=lambda number: left[number])
                certain += left[lightest]
                cut.append(lightest)
            elif (first := _first_if_balanced(arcs, block, left)) is not None:
                entering = [number for number in block if arcs[number].target == first]
                certain += sum(left[number] for number in entering)
                cut += entering
                waiting.append([number for number in block if first not in arcs[number][:2]])
            else:
                hard.append(block)
    return Reduced([Tangle(arcs, block, left) for block in sorted(hard)], sorted(cut), left, certain)


def _cancelled(arcs: Sequence[Arc], left: list[int]) -> int:
    """Takes from each pair of opposite arcs the weight of the lighter one; what was lost."""
    numbers = {arc[:2]: number for number, arc in enumerate(arcs)}
    lost = 0
    for number, (source, target, _) in enumerate(arcs):
        opposite = numbers.get((target, source)) if source < target else None
        if opposite is not None:
            lesser = min(left[number], left[opposite])
            left[number] -= lesser
            left[opposite] -= lesser
            lost += lesser
    return lost


def _first_if_balanced(arcs: Sequence[Arc], block: Sequence[int], left: Sequence[int]) -> int | None:
    """The vertex that least weight enters, if at every vertex as much leaves as enters."""
    surplus: dict[int, int] = {}
    entering: dict[int, int] = {}
    for number in block:
        source, target, _ = arcs[number]
        surplus[source] = surplus.get(source, 0) + left[number]
        surplus[target] = surplus.get(target, 0) - left[number]
        entering[target] = entering.get(target, 0) + left[number]
    if any(surplus.values()):
        return None
    return min(entering, key=lambda vertex: (entering[vertex], vertex))
