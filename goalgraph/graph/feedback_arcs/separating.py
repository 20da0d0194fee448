"""Separating: circles that a fractional answer leaves too light, by shortest paths."""

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from goalgraph.graph.feedback_arcs.tangle import Tangle

if TYPE_CHECKING:
    from goalgraph.graph.feedback_arcs.relaxing import Floats

# Paths between all pairs at once, which costs the cube of the vertices but little each, pay up to here.
_ALL_PAIRS = 200
_LIGHT = 1 - 1e-5
# Of paths of equal length the one of fewest arcs.
_STEP = 1e-7


def light_circles(tangle: Tangle, values: "Floats") -> list[tuple[int, ...]]:
    """Circles whose arcs have values of less than 1 together: through each arc a shortest, where there is one."""
    lengths = values + _STEP
    if tangle.count <= _ALL_PAIRS:
        return _by_all_pairs(tangle, lengths)
    return _from_each_vertex(tangle, lengths.tolist())


def _by_all_pairs(tangle: Tangle, lengths: "Floats") -> list[tuple[int, ...]]:
    """Floyd 1962, DOI 10.1145/367766.368168, with the first arc of each path. O(vertices cubed)."""
    import numpy

    count = tangle.count
    sources, targets = numpy.array(tangle.sources), numpy.array(tangle.targets)
    distance = numpy.full((count, count), 2.0)
    first = numpy.full((count, count), -1)
    distance[sources, targets] = lengths
    first[sources, targets] = numpy.arange(len(tangle))
    for middle in range(count):
        around = distance[:, middle, None] + distance[middle]
        shorter = around < distance
        numpy.copyto(distance, around, where=shorter)
        numpy.copyto(first, first[:, middle, None], where=shorter)
    circles = []
    for arc in numpy.flatnonzero(distance[targets, sources] + lengths < _LIGHT).tolist():
        circle = [arc]
        while (vertex := tangle.targets[circle[-1]]) != tangle.sources[arc]:
            circle.append(int(first[vertex, tangle.sources[arc]]))
        circles.append(tuple(circle))
    return circles


def _from_each_vertex(tangle: Tangle, lengths: list[float]) -> list[tuple[int, ...]]:
    """Dijkstra 1959, DOI 10.1007/BF01386390, no further than a light circle can go."""
    circles = []
    for start in range(tangle.count):
        reached = {start: 0.0}
        came_by: dict[int, int] = {}
        done: set[int] = set()
        closing: list[int] = []
        heap = [(0.0, start)]
        while heap:
            length, vertex = heappop(heap)
            if vertex in done:
                continue
            done.add(vertex)
            for arc in tangle.leaving[vertex]:
                target = tangle.targets[arc]
                further = length + lengths[arc]
                if further < _LIGHT and target == start:
                    closing.append(arc)
                elif further < reached.get(target, _LIGHT):
                    reached[target] = further
                    came_by[target] = arc
                    heappush(heap, (further, target))
        for arc in closing:
            circle = [arc]
            while (vertex := tangle.sources[circle[-1]]) != start:
                circle.append(came_by[vertex])
            circles.append(tuple(reversed(circle)))
    return circles
