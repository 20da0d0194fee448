"""Loops: what stands on one, the circle that shows it, where its reading starts, what hangs from it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from goalgraph.finding import Step
from goalgraph.graph.arrows import Arrow
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import Adjacency, components, reachable, shortest_path
from goalgraph.graph.remembering import of_links, remembered
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation

# A search for the shortest circle looks at this many arrows; then the shortest found so far is shown.
_SEARCH_EFFORT = 3_000_000


class Loop:
    """A strongly connected component of two or more elements, `feeds` left out: nothing in it has a definite worth."""

    def __init__(self, graph: PurposeGraph, members: frozenset[str]) -> None:
        self.graph = graph
        self.members = members

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """The arrows between its members, in order of their first place."""
        graph = self.graph
        found = (
            graph.arrows[source, target]
            for source in graph.in_order(self.members)
            for target in graph.steps[source]
            if target in self.members
        )
        return tuple(sorted(found, key=lambda arrow: arrow.links[0].place.order))

    @property
    def is_ring(self) -> bool:
        """Whether it is one circle and nothing else."""
        return len(self.arrows) == len(self.members)

    @cached_property
    def turning(self) -> tuple[Arrow, ...]:
        """The arrows between its members with `feeds` and `joins` included."""
        graph = self.graph
        return tuple(
            graph.purpose_arrow(source, target)
            for source in graph.in_order(self.members)
            for target in graph.purposes[source]
            if target in self.members
        )

    @cached_property
    def flywheel(self) -> tuple[Arrow, ...]:
        """A shortest circle through one of the `feeds` or `joins` that keep the members together."""
        by_ends = {(arrow.source, arrow.target): arrow for arrow in self.turning}
        steps = _steps(self.turning)
        best: list[str] | None = None
        for source, target in by_ends:
            if (source, target) not in self.graph.arrows:
                path = shortest_path(steps, target, source, self.members, len(best) - 2 if best else None)
                best = [source, *path] if path else best
        return self._turned(best, by_ends) if best else ()

    @cached_property
    def circle(self) -> tuple[Arrow, ...]:
        """A shortest circle through the loop, read from `start`; of several the one with the best start."""
        return tuple(self.graph.arrows[ends] for ends in _circle(self.graph, self.members))

    @cached_property
    def circle_of_needs(self) -> tuple[Arrow, ...]:
        """A shortest circle of `needs` alone, or nothing where the needs close none."""
        return self.shortest_circle(_only(self.arrows, Relation.NEEDS))

    @cached_property
    def serves_close_a_circle(self) -> bool:
        """Whether its `serves` alone go round."""
        served = _only(self.arrows, Relation.SERVES)
        return len(served) == len(self.arrows) if self.is_ring else bool(components(_steps(served)))

    @property
    def start(self) -> str:
        """Where every output starts to read the loop."""
        return self.circle[0].source

    @cached_property
    def headline(self) -> str:
        """What a headline names: the means on the circle that most is done for, else the start."""
        means = [arrow.source for arrow in self.circle if self.graph.element(arrow.source).kind is Kind.MEANS]
        return min(means, key=self._reading_order) if means else self.start

    @cached_property
    def exits(self) -> tuple[tuple[str, str], ...]:
        """The arrows of purpose that leave the loop, `feeds` and `joins` included."""
        return tuple(
            (source, target)
            for source in self.graph.in_order(self.members)
            for target in self.graph.purposes[source]
            if target not in self.members
        )

    @cached_property
    def ways_out(self) -> set[str]:
        """The members that are a value, or from which an arrow leads straight out of all that turns to what has one."""
        # All members turn together.
        return ways_out(self.graph, self.members, self.graph.turning_of[next(iter(self.members))])

    @cached_property
    def leads_in(self) -> tuple[str, ...]:
        """What stands outside and has a path into the loop."""
        return self.graph.in_order(reachable(self.graph.served_by, self.members) - self.members)

    @cached_property
    def dependants(self) -> tuple[str, ...]:
        """What leads into the loop and reaches a value only through it, or none at all."""
        outside = frozenset(self.leads_in)
        return self.graph.in_order(outside - otherwise_anchored(self.graph, outside, self.members))

    def _reading_order(self, name: str) -> tuple[int, int, int]:
        """Highest kind first, then what most leads straight to from outside the loop, then the first place.

        All members of a loop have the same supporters, so what counts is where these enter.
        """
        entering = sum(source not in self.members for source in self.graph.served_by[name])
        return -self.graph.rank(name), -entering, self.graph.order[name]

    def shortest_circle(self, arrows: Sequence[Arrow]) -> tuple[Arrow, ...]:
        """A shortest circle that some of its arrows form, read from its best start; nothing where they form none."""
        if self.is_ring:
            return self._ring(arrows) if len(arrows) == len(self.arrows) else ()
        by_ends = {(arrow.source, arrow.target): arrow for arrow in arrows}
        steps = _steps(by_ends.values())
        best: list[str] | None = None
        for found in sorted(components(steps), key=lambda members: min(map(self._reading_order, members))):
            candidate = self._girth(steps, found, len(best) - 1 if best else None)
            best = candidate or best
        return self._turned(best, by_ends) if best else ()

    def _ring(self, arrows: Sequence[Arrow]) -> tuple[Arrow, ...]:
        """The arrows of a ring, one after the other from its best start."""
        leaving = {arrow.source: arrow for arrow in arrows}
        path = [leaving[min(leaving, key=self._reading_order)]]
        while len(path) < len(arrows):
            path.append(leaving[path[-1].target])
        return tuple(path)

    def _turned(self, best: list[str], by_ends: Mapping[tuple[str, str], Arrow]) -> tuple[Arrow, ...]:
        """A closed path as arrows, read from its best start."""
        first = min(range(len(best) - 1), key=lambda index: self._reading_order(best[index]))
        turned = [*best[first:-1], *best[: first + 1]]
        return tuple(by_ends[pair] for pair in pairwise(turned))

    def _girth(self, steps: Adjacency, members: frozenset[str], shorter_than: int | None) -> list[str] | None:
        """The shortest circle through one component: from each element in reading order, which is then taken away."""
        best: list[str] | None = None
        limit = shorter_than - 1 if shorter_than else None
        left = set(members)
        effort, arrows = 0, sum(len(steps[name]) for name in members)
        for name in sorted(members, key=self._reading_order):
            circle = shortest_path(steps, name, name, left, limit)
            if circle:
                best, limit = circle, len(circle) - 2
            left.discard(name)
            effort += arrows
            if limit is not None and (limit < 2 or effort > _SEARCH_EFFORT):  # two is the shortest
                break
        return best


@remembered
@of_links
def _circle(graph: PurposeGraph, members: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The circle by which a loop is shown, as the ends of its arrows."""
    loop = Loop(graph, members)
    return tuple((arrow.source, arrow.target) for arrow in loop.shortest_circle(loop.arrows))


@remembered
def loops(graph: PurposeGraph) -> tuple[Loop, ...]:
    """The loops of a map, in order of their first member."""
    return tuple(Loop(graph, members) for members in graph.loop_sets)


def ways_out(graph: PurposeGraph, names: Iterable[str], inside: Collection[str]) -> set[str]:
    """The elements that are a value, or from which an arrow leads straight to what has a value and is not `inside`."""
    return {
        name
        for name in names
        if name in graph.anchors
        or any(target not in inside and target in graph.anchored for target in graph.purposes[name])
    }


def otherwise_anchored(graph: PurposeGraph, within: frozenset[str], without: frozenset[str]) -> set[str]:
    """Of the elements `within`, all of which lead into `without`, those that reach a value by another way too."""
    inside = within | without
    leaving = ways_out(graph, within, inside)
    backwards: Mapping[str, list[str]] = {
        name: [source for source in graph.served_by[name] if source in within] for name in within
    }
    # A bridge is for what all its ends support: it goes where one of them goes.
    fallen: set[str] = set()
    while True:
        anchored = reachable(backwards, leaving, avoid=fallen)
        lost = inside - anchored
        falling = {name for name in anchored if not lost.isdisjoint(graph.joins.get(name, ()))}
        if not falling:
            return anchored
        fallen |= falling


def _only(arrows: Iterable[Arrow], relation: Relation) -> list[Arrow]:
    """The arrows that are said by this relation, with these links alone."""
    kept = []
    for arrow in arrows:
        links = tuple(link for link in arrow.links if link.relation is relation)
        if links:
            kept.append(Arrow(arrow.source, arrow.target, links, arrow.weight))
    return kept


def _steps(arrows: Iterable[Arrow]) -> dict[str, list[str]]:
    steps: dict[str, list[str]] = {}
    for arrow in arrows:
        steps.setdefault(arrow.source, []).append(arrow.target)
        steps.setdefault(arrow.target, [])
    return steps


def read(graph: PurposeGraph, circle: Iterable[Arrow]) -> tuple[Step, ...]:
    """A circle as the steps in which it is told."""
    return tuple(graph.step(arrow) for arrow in circle)
