"""Solving: a least set of arcs without which a digraph has no circle, and others that weigh the same.

That is a minimum weight feedback arc set. What can be settled is settled first; then an order and a packing of
circles meet, or a small tangle is searched in full; only what is still open asks for highspy and takes time.
"""

from collections.abc import Sequence
from itertools import islice, product
from typing import NamedTuple

from goalgraph.graph.feedback_arcs.arcs import Arc, ArcSet
from goalgraph.graph.feedback_arcs.branching import Branching, lightest_sets
from goalgraph.graph.feedback_arcs.deadline import Deadline
from goalgraph.graph.feedback_arcs.ordering import first_order
from goalgraph.graph.feedback_arcs.packing import packed
from goalgraph.graph.feedback_arcs.reducing import Reduced, reduced
from goalgraph.graph.feedback_arcs.shaking import Limits, shaken
from goalgraph.graph.feedback_arcs.sparing import without_vain
from goalgraph.graph.feedback_arcs.splitting import blocks
from goalgraph.graph.feedback_arcs.tangle import Tangle

__all__ = ["Arc", "ArcSet", "others_of_weight", "smallest_arc_set"]

# Efforts, counted in arcs looked at.
_SHAKING = 300_000
_PACKING = 1_000_000
_BRANCHING = 50_000
_ENUMERATING = 1_000_000
# A linear program of more arcs than this, or of heavier ones, is not begun.
_PROGRAMMED = 20_000
_HEAVIEST = 1 << 24


class _Known(NamedTuple):
    """What is known of a tangle: an order, the weight that runs backwards in it, and what every set weighs at least."""

    order: list[int]
    weight: int
    bound: int


def smallest_arc_set(arcs: Sequence[Arc], seconds: float) -> ArcSet:
    """A set of arcs without which no circle is left, of the least weight found, and how light one could be at best.

    Args:
        arcs: any digraph; it may be in pieces, and may have no circle at all.
        seconds: after about so long it ends with what it has. Apart from that the answer is always the same.

    Returns:
        A set that was checked to leave no circle. Without highspy, or when time is over, it may be heavier than its
        bound, and then hold arcs in vain if it is large.
    """
    deadline = Deadline(seconds)
    rest = reduced(arcs)
    found = [_at_once(tangle, deadline) for tangle in rest.tangles]
    hard = [index for index, known in enumerate(found) if known.bound < known.weight]
    hard.sort(key=lambda index: len(rest.tangles[index]))
    for position, index in enumerate(hard):
        share = Deadline(deadline.left / (len(hard) - position))
        found[index] = _by_program(rest.tangles[index], found[index], share)
    bound = rest.certain + sum(known.bound * tangle.unit for known, tangle in zip(found, rest.tangles, strict=True))
    whole = Tangle(arcs, range(len(arcs)), [arc.weight for arc in arcs])
    chosen = _put_together(whole, rest, [known.order for known in found])
    if whole.weight_of(chosen) * whole.unit > bound:
        chosen = without_vain(whole, chosen)
    return ArcSet(tuple(chosen), whole.weight_of(chosen) * whole.unit, bound)


def others_of_weight(arcs: Sequence[Arc], weight: int, most: int = 64) -> list[tuple[int, ...]]:
    """Different sets of arcs that leave no circle and have this weight, which must be the least.

    Returns:
        All of them, if there are no more than `most` and a fixed effort is enough to find them; else some, or none.
        Always the same ones in the same order.
    """
    weights = [arc.weight for arc in arcs]
    parts = [Tangle(arcs, block, weights) for block in blocks(arcs, range(len(arcs)))]
    bounds = [packed(part, part.weights[:], _PACKING // len(parts)).weight * part.unit for part in parts]
    spare = weight - sum(bounds)  # by how much a part may weigh more than its bound, when no other does
    alternatives = [
        lightest_sets(part, bound // part.unit, (bound + spare) // part.unit, most, _ENUMERATING // len(parts))
        for part, bound in zip(parts, bounds, strict=True)
    ]
    found = []
    for choice in islice(product(*alternatives), most):
        chosen = sorted(part.numbers[arc] for part, inside in zip(parts, choice, strict=True) for arc in inside)
        if sum(weights[number] for number in chosen) == weight:
            found.append(tuple(chosen))
    return found


def _at_once(tangle: Tangle, deadline: Deadline) -> _Known:
    """What needs no solver: an order and a packing, and for what is small a search in full."""
    bound = packed(tangle, tangle.weights[:], _PACKING).weight
    order = shaken(tangle, first_order(tangle), Limits(_SHAKING, bound, deadline))
    weight = tangle.weight_of(tangle.backward(order))
    if bound == weight or deadline.over:
        return _Known(order, weight, bound)
    lighter = Branching(tangle, weight - 1, _BRANCHING)
    for cut in lighter:
        order = tangle.order_without(cut) or order
        weight = tangle.weight_of(tangle.backward(order))
        lighter.most = weight - 1
    return _Known(order, weight, weight if lighter.finished else bound)


def _by_program(tangle: Tangle, known: _Known, deadline: Deadline) -> _Known:
    """What a linear program proves, as far as time allows; what was known, where there is no solver."""
    if len(tangle) > _PROGRAMMED or max(tangle.weights) > _HEAVIEST or deadline.over:
        return known
    try:
        from goalgraph.graph.feedback_arcs.proving import Proof

        proof = Proof(tangle, known.order, known.bound, deadline)
    except ImportError:
        return known
    proof.run()
    return _Known(proof.order, proof.weight, proof.bound)


def _put_together(whole: Tangle, rest: Reduced, orders: Sequence[Sequence[int]]) -> list[int]:
    """The arcs that run backwards in one order of all vertices that agrees with those of the tangles."""
    gone = {number for number, left in enumerate(rest.left) if not left}.union(rest.cut)
    for tangle, inside in zip(rest.tangles, orders, strict=True):
        gone.update(tangle.numbers[arc] for arc in tangle.backward(inside))
    order = whole.order_without(gone)
    if order is None:
        raise AssertionError("a circle is left, though each tangle has an order")
    return whole.backward(order)
