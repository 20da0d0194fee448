"""The smallest feedback arc set of a graph, and others as small.

That is NP-hard in general (Karp 1972). Most tangles are proven at once, by an order and a packing of circles that meet;
small ones by trying; what is left by a linear program and branches.
"""

from collections.abc import Sequence
from itertools import islice, product
from math import gcd
from time import monotonic

from goalgraph.graph.feedback.arcs import Arc, ArcSet, is_acyclic, weight_of
from goalgraph.graph.feedback.branching import Trial, all_as_light, lightest
from goalgraph.graph.feedback.ordering import Shaking, good_arc_set
from goalgraph.graph.feedback.packing import packing_bound
from goalgraph.graph.feedback.splitting import parts_of, reduced

# How much is tried before a program is set up, and to find others, in arcs looked at.
_EFFORT = 300_000
_EFFORT_FOR_OTHERS = 3_000_000
# How an order is shaken before a program is thought of, and for one.
_SHAKING = Shaking(100, 1_000_000)
_MORE_SHAKING = Shaking(10_000, 10_000_000)


def smallest_arc_set(arcs: Sequence[Arc], seconds: float) -> ArcSet:
    """The lightest set of arcs without which there is no circle, or the lightest found in so many seconds.

    Args:
        arcs: any directed graph; no arc from a vertex to itself, and no two with the same ends.
        seconds: how long programs may be solved, shared out among the parts of the graph. With 0 none is.

    Returns:
        Arcs that were checked to leave no circle, and a bound that no such set is below.
    """
    found_parts, taken = reduced(arcs)
    parts = [(part, [arcs[index] for index in part]) for part in found_parts]
    found = [_at_once(inside) for _, inside in parts]
    open_parts = sum(not each.proven for each in found)
    end = monotonic() + seconds
    for number, (_, inside) in enumerate(parts):
        if not found[number].proven:
            found[number] = _by_program(inside, found[number], (end - monotonic()) / open_parts)
            open_parts -= 1
    inside_parts = [part[index] for (part, _), each in zip(parts, found, strict=True) for index in each.arcs]
    return _checked(arcs, [*taken, *inside_parts], weight_of(arcs, taken) + sum(each.bound for each in found))


def as_small(arcs: Sequence[Arc], found: ArcSet, most: int) -> list[tuple[int, ...]]:
    """Feedback arc sets that weigh as little as a proven one, in an order that is always the same.

    Where there are no more than `most`, and to find them takes no more than a fixed effort, these are all there are.
    """
    parts = parts_of(arcs)
    chosen = set(found.arcs)
    alternatives = []
    for part in parts:
        inside = [arcs[index] for index in part]
        taken = [index for index in part if index in chosen]
        trial = Trial(weight_of(arcs, taken), _EFFORT_FOR_OTHERS // len(parts))
        sets = all_as_light(inside, trial, most)
        alternatives.append([tuple(part[index] for index in each) for each in sets] or [tuple(taken)])
    return [tuple(sorted(sum(each, ()))) for each in islice(product(*alternatives), most)]


def _at_once(arcs: Sequence[Arc]) -> ArcSet:
    """What can be had without a program."""
    bound = packing_bound(arcs)
    chosen = good_arc_set(arcs, _SHAKING, enough=bound)
    if weight_of(arcs, chosen) > bound:
        trial = Trial(weight_of(arcs, chosen) - 1, _EFFORT)
        chosen = lightest(arcs, trial) or chosen
        if not trial.given_up:
            bound = weight_of(arcs, chosen)
    return _checked(arcs, chosen, bound)


def _by_program(arcs: Sequence[Arc], found: ArcSet, seconds: float) -> ArcSet:
    """What a program comes to, in so many seconds."""
    if seconds <= 0:
        return found
    end = monotonic() + seconds
    shaking = _MORE_SHAKING._replace(end=end)
    shaken = _checked(arcs, good_arc_set(arcs, shaking, enough=found.bound), found.bound)
    best = min(found, shaken, key=lambda each: each.weight)
    if best.proven:
        return best
    try:
        from goalgraph.graph.feedback.programming import solve
    except ImportError:  # without a solver nothing more can be proven
        return best
    # Weights have a unit, and bounds are rounded up to it.
    unit = gcd(*(arc.weight for arc in arcs))
    scaled = [arc._replace(weight=arc.weight // unit) for arc in arcs]
    chosen, bound = solve(scaled, best.arcs, end)
    return _checked(arcs, chosen, max(bound * unit, best.bound))


def _checked(arcs: Sequence[Arc], chosen: Sequence[int], bound: int) -> ArcSet:
    """A set that is what it has to be, with the weight that it really has."""
    if not is_acyclic(arcs, set(chosen)):
        raise ArithmeticError("a feedback arc set leaves a circle")
    return ArcSet(tuple(sorted(chosen)), weight_of(arcs, chosen), bound)
