"""Packing: circles that share no weight each have to lose an arc of their own, so they bound every set from below."""

from collections.abc import Iterator
from typing import NamedTuple

from goalgraph.graph.feedback_arcs.tangle import Tangle

# Passes look for circles of so many arcs; what is longer is taken as it is met.
_SHORT = (2, 3, 4, 5, 6)


class Packing(NamedTuple):
    """Circles, as arcs in the order of the walk, and a weight such that no set of arcs that opens all weighs less."""

    weight: int
    circles: list[tuple[int, ...]]


def packed(tangle: Tangle, left: list[int], steps: int) -> Packing:
    """Packs circles into the weights `left` at the arcs, short ones first, until no circle is left in them.

    Of each circle the least weight on it is taken from all its arcs: local ratio, Bar-Yehuda and Even 1985,
    DOI 10.1016/S0304-0208(08)73101-3. The search for short ones ends after so many arcs looked at. `left` is changed.
    """
    weight = 0
    circles = []
    search = _Short(tangle, left, steps)
    for length in _SHORT:
        for arc in range(len(tangle)):
            while left[arc] and search.steps > 0 and (circle := search.through(arc, length)):
                weight += _taken(circle, left)
                circles.append(circle)
    for circle in _whatever_is_left(tangle, left):
        weight += _taken(circle, left)
        circles.append(circle)
    return Packing(weight, circles)


def _taken(circle: tuple[int, ...], left: list[int]) -> int:
    least = min(left[arc] for arc in circle)
    for arc in circle:
        left[arc] -= least
    return least


class _Short:
    """Searches for short circles; `steps` is how many more arcs it may look at."""

    def __init__(self, tangle: Tangle, left: list[int], steps: int) -> None:
        self._tangle = tangle
        self._left = left
        self.steps = steps

    def through(self, arc: int, length: int) -> tuple[int, ...]:
        """A shortest circle through an arc, of so many arcs at most; empty if there is none."""
        tangle, left = self._tangle, self._left
        start, goal = tangle.targets[arc], tangle.sources[arc]
        came_by = {start: arc}
        front = [start]
        for _ in range(length - 1):
            following = []
            for vertex in front:
                self.steps -= len(tangle.leaving[vertex])
                for step in tangle.leaving[vertex]:
                    target = tangle.targets[step]
                    if left[step] and target not in came_by:
                        came_by[target] = step
                        following.append(target)
                if goal in came_by:
                    return self._walked(came_by, arc)
            front = following
        return ()

    def _walked(self, came_by: dict[int, int], arc: int) -> tuple[int, ...]:
        circle = [came_by[self._tangle.sources[arc]]]
        while circle[-1] != arc:
            circle.append(came_by[self._tangle.sources[circle[-1]]])
        return tuple(reversed(circle))


def _whatever_is_left(tangle: Tangle, left: list[int]) -> Iterator[tuple[int, ...]]:
    """Circles among the arcs that have weight left, until there are none: each must lose an arc before the next.

    One walk in depth; what it leaves for good lies on no circle. O(arcs + lengths of the circles).
    """
    tried = [0] * tangle.count  # how many arcs of a vertex lead nowhere any more
    place = [-1] * tangle.count  # on the path
    done = [False] * tangle.count
    for start in range(tangle.count):
        vertices = [] if done[start] else [start]
        path: list[int] = []
        while vertices:
            vertex = vertices[-1]
            place[vertex] = len(vertices) - 1
            if tried[vertex] == len(tangle.leaving[vertex]):
                done[vertex] = True
                place[vertices.pop()] = -1
                del path[-1:]
                continue
            arc = tangle.leaving[vertex][tried[vertex]]
            target = tangle.targets[arc]
            if not left[arc] or done[target]:
                tried[vertex] += 1
            elif place[target] < 0:
                path.append(arc)
                vertices.append(target)
            else:
                circle = (*path[place[target] :], arc)
                yield circle
                # Back to before the first arc that has nothing left.
                stop = place[target] + next(index for index, step in enumerate(circle) if not left[step])
                for passed in vertices[stop + 1 :]:
                    place[passed] = -1
                del path[stop:], vertices[stop + 1 :]
