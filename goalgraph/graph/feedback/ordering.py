"""Good feedback arc sets from orders of the vertices: the arcs that run backwards.

An order is begun as Eades, Lin and Smyth do (1993, doi:10.1016/0020-0190(93)90079-O), with weights; made better by
moving one vertex at a time to its best place; and shaken, to find one that is better still.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from math import inf
from time import monotonic
from typing import NamedTuple

from goalgraph.graph.feedback.arcs import Arc, leaving, weight_of

# Arcs looked at to see which may stay; past that none of the others does.
_MOST_STEPS = 1_000_000
# How many vertices are moved anywhere at once; each number in turn.
_SHAKEN_AT_ONCE = (2, 3, 5)


class Order:
    """An order of vertices, with the weight of the arcs that run backwards in it, and `steps` that may be taken yet."""

    def __init__(self, arcs: Sequence[Arc], vertices: Sequence[int], steps: int) -> None:
        self.arcs = arcs
        self.vertices = list(vertices)
        self.place = {vertex: place for place, vertex in enumerate(vertices)}
        self.steps = steps
        # What it costs when a vertex comes to stand behind another: the arcs that then run backwards, less those that
        # then do not.
        self.cost: dict[int, dict[int, int]] = {vertex: {} for vertex in vertices}
        for arc in arcs:
            ahead, behind = self.cost[arc.source], self.cost[arc.target]
            ahead[arc.target] = ahead.get(arc.target, 0) + arc.weight
            behind[arc.source] = behind.get(arc.source, 0) - arc.weight
        self.neighbours = {vertex: list(costs.items()) for vertex, costs in self.cost.items()}

    def backward(self) -> tuple[int, ...]:
        """The arcs that run backwards."""
        place = self.place
        return tuple(index for index, arc in enumerate(self.arcs) if place[arc.source] > place[arc.target])

    def move(self, vertex: int, to: int) -> int:
        """Moves a vertex to a place, and tells by how much more then runs backwards."""
        place, vertices = self.place, self.vertices
        at = place[vertex]
        change = 0
        for other, cost in self.neighbours[vertex]:
            if at < place[other] <= to:
                change += cost
            elif to <= place[other] < at:
                change -= cost
        first, last = (at, to) if at < to else (to, at)
        del vertices[at]
        vertices.insert(to, vertex)
        for index in range(first, last + 1):
            place[vertices[index]] = index
        self.steps -= last - first + len(self.neighbours[vertex])
        return change

    def best_place(self, vertex: int) -> tuple[int, int]:
        """By how much less could run backwards if only this vertex moved (0 or less), and where to."""
        at = self.place[vertex]
        near = sorted((self.place[other], cost) for other, cost in self.neighbours[vertex])
        self.steps -= len(near)
        best, where = 0, at
        change = 0
        for place, cost in reversed(near):
            if place < at:
                change -= cost
                if change < best:
                    best, where = change, place
        change = 0
        for place, cost in near:
            if place > at:
                change += cost
                if change < best:
                    best, where = change, place
        return best, where

    def settle(self, vertices: Iterable[int]) -> int:
        """Moves vertices, and what that touches, while it helps; tells by how much less runs backwards (0 or less)."""
        waiting = deque(dict.fromkeys(vertices))
        queued = set(waiting)
        gained = 0
        while waiting and self.steps > 0:
            vertex = waiting.popleft()
            queued.discard(vertex)
            gain, where = self.best_place(vertex)
            if gain < 0:
                gained += self.move(vertex, where)
                for other, _ in self.neighbours[vertex]:
                    if other not in queued:
                        queued.add(other)
                        waiting.append(other)
        return gained

    def restore(self, vertices: Sequence[int]) -> None:
        """Puts the vertices into an order they had before."""
        self.vertices = list(vertices)
        self.place = {vertex: place for place, vertex in enumerate(vertices)}


class Shaking(NamedTuple):
    """How much an order is shaken: how often, at the cost of how many steps, and until when by the clock, if at all.

    A step is a place passed over by a move, or a neighbour looked at.
    """

    rounds: int
    steps: int
    end: float = inf


def good_arc_set(
    arcs: Sequence[Arc], shaking: Shaking, enough: int = 0, start: Sequence[int] | None = None
) -> tuple[int, ...]:
    """A feedback arc set that is seldom far from a smallest one, and holds nothing in vain.

    An order, which may be given to `start` with, is shaken until what runs backwards weighs no more than `enough`.
    """
    order = Order(arcs, start or _first_order(arcs), shaking.steps)
    order.settle(list(order.vertices))
    weight = weight_of(arcs, order.backward())
    best, best_weight = order.backward(), weight
    chance = _Chance()
    for number in range(shaking.rounds):
        if best_weight <= enough or order.steps <= 0 or monotonic() > shaking.end:
            break
        before = list(order.vertices)
        touched: list[int] = []
        change = 0
        for _ in range(_SHAKEN_AT_ONCE[number % len(_SHAKEN_AT_ONCE)]):
            vertex = before[chance.below(len(before))]
            change += order.move(vertex, chance.below(len(before)))
            touched += [vertex, *order.cost[vertex]]
        change += order.settle(touched)
        if change > 0:
            order.restore(before)
            continue
        weight += change
        if weight < best_weight:
            best, best_weight = order.backward(), weight
    return without_vain(arcs, sorted(best, key=lambda index: (-arcs[index].weight, index)))


def without_vain(arcs: Sequence[Arc], chosen: Sequence[int]) -> tuple[int, ...]:
    """The arcs of a feedback arc set less those that may stay, looked at as they are given. O(chosen times arcs)."""
    out: dict[int, set[int]] = {}
    gone = set(chosen)
    for index, arc in enumerate(arcs):
        if index not in gone:
            out.setdefault(arc.source, set()).add(arc.target)
    kept = []
    steps = _MOST_STEPS
    for index in chosen:
        arc = arcs[index]
        closes, looked_at = _reaches(out, arc.target, arc.source) if steps > 0 else (True, 0)
        steps -= looked_at
        if closes:
            kept.append(index)
        else:
            out.setdefault(arc.source, set()).add(arc.target)
    return tuple(sorted(kept))


def _reaches(out: dict[int, set[int]], start: int, goal: int) -> tuple[bool, int]:
    """Whether a way leads from one vertex to another, and how many arcs were looked at."""
    seen = {start}
    waiting = [start]
    looked_at = 0
    while waiting:
        following = out.get(waiting.pop(), set())
        looked_at += len(following) + 1
        if goal in following:
            return True, looked_at
        new = following - seen
        seen |= new
        waiting += sorted(new)
    return False, looked_at


def _first_order(arcs: Sequence[Arc]) -> list[int]:
    """First what nothing enters, last what nothing leaves, between them what leaves most and is entered least."""
    out = leaving(arcs)
    into: dict[int, list[int]] = {vertex: [] for vertex in out}
    surplus = dict.fromkeys(out, 0)
    for index, arc in enumerate(arcs):
        into[arc.target].append(index)
        surplus[arc.source] += arc.weight
        surplus[arc.target] -= arc.weight
    heap = [(-surplus[vertex], vertex) for vertex in out]
    heapify(heap)
    order: dict[int, None] = {}
    while heap:
        negative, vertex = heappop(heap)
        if vertex in order or -negative != surplus[vertex]:
            continue
        order[vertex] = None
        for indices, sign in ((out[vertex], 1), (into[vertex], -1)):
            for index in indices:
                other = arcs[index].target if sign > 0 else arcs[index].source
                if other not in order:
                    surplus[other] += sign * arcs[index].weight
                    heappush(heap, (-surplus[other], other))
    return list(order)


class _Chance:
    """Numbers that look random and are the same in every run (Knuth's MMIX generator)."""

    def __init__(self) -> None:
        self._state = 1

    def below(self, limit: int) -> int:
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % limit
