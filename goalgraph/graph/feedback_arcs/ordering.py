"""Ordering: the arcs that run backwards in an order of the vertices leave no circle; good orders by moving vertices."""

from collections import deque
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from goalgraph.graph.feedback_arcs.tangle import Tangle

_GAP = 1 << 40


def first_order(tangle: Tangle) -> list[int]:
    """An order by taking again and again the vertex from which most weight leaves and least enters. O(arcs log arcs).

    After Eades, Lin and Smyth 1993, DOI 10.1016/0020-0190(93)90079-O, with weights; what nothing enters goes first
    and what nothing leaves last.
    """
    surplus = [0] * tangle.count
    for source, target, weight in zip(tangle.sources, tangle.targets, tangle.weights, strict=True):
        surplus[source] += weight
        surplus[target] -= weight
    entering = [len(arcs) for arcs in tangle.entering]
    leaving = [len(arcs) for arcs in tangle.leaving]
    heap = [(-value, vertex) for vertex, value in enumerate(surplus)]
    heapify(heap)
    ends: list[int] = []  # what nothing enters or leaves any more
    placed = [False] * tangle.count
    front: list[int] = []
    back: list[int] = []
    while heap:
        if ends:
            vertex = ends.pop()
        else:
            negative, vertex = heappop(heap)
            if -negative != surplus[vertex]:
                continue
        if placed[vertex]:
            continue
        placed[vertex] = True
        (back if entering[vertex] and not leaving[vertex] else front).append(vertex)
        for arcs, others, counts, sign in (
            (tangle.leaving[vertex], tangle.targets, entering, 1),
            (tangle.entering[vertex], tangle.sources, leaving, -1),
        ):
            for arc in arcs:
                other = others[arc]
                if not placed[other]:
                    counts[other] -= 1
                    surplus[other] += sign * tangle.weights[arc]
                    heappush(heap, (-surplus[other], other))
                    if not counts[other]:
                        ends.append(other)
    return front + back[::-1]


class Ordering:
    """An order of the vertices in which vertices are moved. A move costs what its vertex has neighbours, no more.

    The order is a ring of neighbours with a post as its start; labels that ascend along it tell which of two
    vertices is earlier. `moves` remembers what was moved from behind what, so that it can be undone, and `steps`
    counts the neighbours looked at.
    """

    def __init__(self, tangle: Tangle, order: Sequence[int], weights: Sequence[int] | None = None) -> None:
        self.post = tangle.count
        self.moves: list[tuple[int, int]] = []
        self.steps = 0
        self.pulls: list[list[tuple[int, int]]] = [[] for _ in range(tangle.count)]
        for source, target, weight in zip(tangle.sources, tangle.targets, weights or tangle.weights, strict=True):
            self.pulls[source].append((target, weight))
            self.pulls[target].append((source, -weight))
        self._before = [0] * (tangle.count + 1)
        self._after = [0] * (tangle.count + 1)
        self._label = [0] * (tangle.count + 1)
        self._line_up(order)

    def order(self) -> list[int]:
        order = []
        vertex = self._after[self.post]
        while vertex != self.post:
            order.append(vertex)
            vertex = self._after[vertex]
        return order

    def put(self, vertex: int, behind: int) -> None:
        """Moves a vertex behind another one, or to the start, which is behind the post."""
        self.moves.append((vertex, self._before[vertex]))
        self._put(vertex, behind)

    def undo(self) -> None:
        """Takes back all moves that are remembered, the last first."""
        while self.moves:
            self._put(*self.moves.pop())

    def change(self, vertex: int, behind: int) -> int:
        """By how much more weight would run backwards with a vertex moved behind another one."""
        label, pulls = self._label, self.pulls[vertex]
        here, there = label[vertex], label[behind]
        self.steps += len(pulls)
        if there > here:
            return sum(pull for other, pull in pulls if here < label[other] <= there)
        return -sum(pull for other, pull in pulls if there < label[other] < here)

    def best(self, vertex: int) -> tuple[int, int]:
        """The change by the best move of a vertex, 0 or less, and what it is moved behind.

        O(d log d) of d neighbours.
        """
        label = self._label
        here = label[vertex]
        earlier: list[tuple[int, int, int]] = []
        later: list[tuple[int, int, int]] = []
        for other, pull in self.pulls[vertex]:
            place = label[other]
            if place < here:
                earlier.append((-place, other, pull))
            else:
                later.append((place, other, pull))
        self.steps += len(earlier) + len(later)
        least, behind = 0, self._before[vertex]
        change = 0
        for _, other, pull in sorted(earlier):
            change -= pull
            if change < least:
                least, behind = change, self._before[other]
        change = 0
        for _, other, pull in sorted(later):
            change += pull
            if change < least:
                least, behind = change, other
        return least, behind

    def descend(self, vertices: Iterable[int], steps: int) -> int:
        """Makes best moves until none is left or so many neighbours were looked at; the change of weight."""
        waiting = deque(dict.fromkeys(vertices))
        queued = set(waiting)
        end = self.steps + steps
        total = 0
        while waiting and self.steps < end:
            vertex = waiting.popleft()
            queued.discard(vertex)
            change, behind = self.best(vertex)
            if change < 0:
                total += change
                self.put(vertex, behind)
                for other, _ in self.pulls[vertex]:
                    if other not in queued:
                        queued.add(other)
                        waiting.append(other)
        return total

    def _put(self, vertex: int, behind: int) -> None:
        before, after, label = self._before, self._after, self._label
        if behind in (vertex, before[vertex]):
            return
        after[before[vertex]] = after[vertex]
        before[after[vertex]] = before[vertex]
        following = after[behind]
        after[behind] = before[following] = vertex
        before[vertex], after[vertex] = behind, following
        low = label[behind]
        high = label[following] if following != self.post else low + 2 * _GAP
        if high - low < 2:
            self._line_up(self.order())
        else:
            label[vertex] = (low + high) // 2

    def _line_up(self, order: Sequence[int]) -> None:
        last = self.post
        self._label[last] = 0
        for index, vertex in enumerate(order, 1):
            self._after[last] = vertex
            self._before[vertex] = last
            self._label[vertex] = index * _GAP
            last = vertex
        self._after[last] = self.post
        self._before[self.post] = last
