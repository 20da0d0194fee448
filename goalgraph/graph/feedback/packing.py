"""A lower bound without any library: circles that share no weight.

From each circle at least one arc has to go, so what such circles weigh at least, added up, no set of arcs can be below.
"""

from collections import deque
from collections.abc import Collection, Sequence

from goalgraph.graph.feedback.arcs import Arc, leaving

# Arcs looked at; past that the bound is what has been packed so far.
_MOST_STEPS = 1_000_000


def packing_bound(arcs: Sequence[Arc]) -> int:
    """What any feedback arc set weighs at least."""
    left = [arc.weight for arc in arcs]
    bound = _pack_pairs(arcs, left)
    return bound + _pack_longer(arcs, left)


def _pack_pairs(arcs: Sequence[Arc], left: list[int]) -> int:
    """Packs circles of two, and tells what they come to."""
    index_of = {(arc.source, arc.target): index for index, arc in enumerate(arcs)}
    packed = 0
    for index, arc in enumerate(arcs):
        back = index_of.get((arc.target, arc.source), -1)
        if back > index:
            least = min(left[index], left[back])
            left[index] -= least
            left[back] -= least
            packed += least
    return packed


def _pack_longer(arcs: Sequence[Arc], left: list[int]) -> int:
    """Packs shortest circles through one arc after the other, short ones first, until none is left."""
    out = leaving(arcs, {index for index, weight in enumerate(left) if weight == 0})
    packed, steps = 0, 0
    for longest in (3, 4, len(arcs)):
        for index in range(len(arcs)):
            while left[index] > 0:
                circle, looked_at = _circle_through(arcs, out, index, longest)
                steps += looked_at
                if not circle or steps > _MOST_STEPS:
                    break
                least = min(left[each] for each in circle)
                packed += least
                for each in circle:
                    left[each] -= least
                    if left[each] == 0:
                        out[arcs[each].source].remove(each)
            if steps > _MOST_STEPS:
                return packed
    return packed


def _circle_through(arcs: Sequence[Arc], out: dict[int, list[int]], index: int, longest: int) -> tuple[list[int], int]:
    """A shortest circle through an arc, of at most so many arcs, and how many arcs were looked at."""
    goal = arcs[index].source
    came_by = {arcs[index].target: index}
    waiting = deque([(arcs[index].target, 1)])
    steps = 0
    while waiting:
        vertex, length = waiting.popleft()
        if length >= longest:
            break
        for each in out[vertex]:
            steps += 1
            target = arcs[each].target
            if target == goal:
                circle = [each]
                while circle[-1] != index:
                    circle.append(came_by[arcs[circle[-1]].source])
                return circle, steps
            if target not in came_by:
                came_by[target] = each
                waiting.append((target, length + 1))
    return [], steps


def shortest_circle(arcs: Sequence[Arc], without: Collection[int]) -> list[int]:
    """A shortest circle of all, by the indices of its arcs; nothing where there is none. O(arcs squared)."""
    out = leaving(arcs, without)
    best: list[int] = []
    for index in range(len(arcs)):
        if index not in without:
            circle, _ = _circle_through(arcs, out, index, len(best) - 1 if best else len(arcs))
            best = circle or best
            if len(best) == 2:
                break
    return best
