"""One chain of whys from an element: to a value, back to itself, or to nothing.

Asking "why?" again and again is called laddering (Reynolds and Gutman 1988, "Laddering theory, method, analysis, and
interpretation").
"""

from collections import deque
from collections.abc import Collection, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from goalgraph.graph.arrows import Arrow
from goalgraph.graph.chains import reasons
from goalgraph.graph.dead_ends import DeadEnd, dead_ends
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import Adjacency, shortest_path
from goalgraph.graph.remembering import remembered


class Top(StrEnum):
    """Where a ladder ends: at a value, at what stands in for one, at what is for nothing, or where it has been."""

    VALUE = "value"
    STAND_IN = "stand-in"
    NOTHING = "nothing"
    BACK = "back"


class Ladder(NamedTuple):
    """A chain of whys, arrow by arrow. `end` is the last element; where the chain has been there before, BACK says so.

    `branches` is how many other arrows leave the elements on the chain that arrows of the chain leave.
    """

    name: str
    arrows: tuple[Arrow, ...]
    top: Top
    branches: int

    @property
    def end(self) -> str:
        return self.arrows[-1].target if self.arrows else self.name


def ladder(graph: PurposeGraph, name: str) -> Ladder:
    """A shortest chain of whys from an element that takes part.

    It leads to the nearest value where one is reached, else to the nearest dead end; where that goes round, once round.
    O(arrows).
    """
    steps = reasons(graph)
    if name in graph.anchored:
        path = _way(steps, name, graph.anchors)
        top = Top.VALUE if graph.values else Top.STAND_IN
    else:
        path = _way(steps, name, _ended(graph))
        members = _ended(graph)[path[-1]].members
        top = Top.BACK if len(members) > 1 else Top.NOTHING
        if top is Top.BACK:
            path += circle(graph, path[-1])[1:]
    arrows = tuple(graph.purpose_arrow(*ends) for ends in pairwise(path))
    return Ladder(name, arrows, top, sum(len(steps[arrow.source]) - 1 for arrow in arrows))


def circle(graph: PurposeGraph, name: str) -> list[str]:
    """A shortest way from an element on a loop or flywheel back to itself. O(arrows)."""
    on_loop = name in graph.loop_of
    steps, within = (graph.steps, graph.loop_of) if on_loop else (reasons(graph), graph.turning_of)
    return shortest_path(steps, name, name, within[name]) or [name]


@remembered
def _ended(graph: PurposeGraph) -> Mapping[str, DeadEnd]:
    return {name: end for end in dead_ends(graph) for name in end.members}


def _way(steps: Adjacency, start: str, goals: Collection[str]) -> list[str]:
    """A path of fewest steps to one of the goals, at least one of which is reached."""
    came_from = {start: start}
    waiting = deque([start])
    while waiting:
        current = waiting.popleft()
        if current in goals:
            path = [current]
            while path[-1] != start:
                path.append(came_from[path[-1]])
            return path[::-1]
        for following in steps[current]:
            if following not in came_from:
                came_from[following] = current
                waiting.append(following)
    return [start]
