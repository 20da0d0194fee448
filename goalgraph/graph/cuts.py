"""The cut: a smallest set of arrows without which a loop is no loop any more.

That is a minimum weight feedback arc set, which `feedback` finds and proves. Here it is decided which of several
of one weight is taken, and found out what it leaves without a why.
"""

from collections.abc import Callable, Collection, Mapping, Sequence, Set
from functools import cache, partial
from time import monotonic
from typing import NamedTuple

from goalgraph.graph.arrows import Arrow
from goalgraph.graph.loops import Loop, loops, ways_out
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import difference, reachable, reachable_again, turned_again
from goalgraph.graph.remembering import of_names, patched, remembered
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation

_MOST_COMPARED = 64


class LoopCut(NamedTuple):
    """Arrows to cut, their weight, a weight that no cut of the loop is below, and what loses its why.

    `stranded` are, for a loop that reaches a value, the elements that would reach none any more; for one that reaches
    none, the elements that nothing would follow from any more.
    """

    arrows: tuple[Arrow, ...]
    weight: int
    bound: int
    stranded: tuple[str, ...]

    @property
    def proven(self) -> bool:
        """Whether it is proven that no lighter cut would do."""
        return self.weight == self.bound


def smallest_cut(graph: PurposeGraph, loop: Loop) -> LoopCut:
    """The cut of a loop.

    Of several of least weight it is the one that strands least, then has the fewest links, then the latest places.
    """
    return smallest_cuts(graph)[loop.members]


@remembered
def smallest_cuts(graph: PurposeGraph) -> Mapping[frozenset[str], LoopCut]:
    """The cut of each loop, by the loop's members."""
    return {
        members: LoopCut(tuple(graph.arrows[ends] for ends in cut.ends), cut.weight, cut.bound, cut.stranded)
        for members, cut in _cuts(graph).items()
    }


class _Cut(NamedTuple):
    """A cut by the ends of its arrows."""

    ends: tuple[tuple[str, str], ...]
    weight: int
    bound: int
    stranded: tuple[str, ...]


def _cuts_again(graph: PurposeGraph, known: Mapping[frozenset[str], _Cut]) -> Mapping[frozenset[str], _Cut] | None:
    """The cuts after an edit. That of a loop to which nothing leads that was touched is what it was.

    Where there are bridges, or were, any of them may have a say in what a cut leaves without a why.
    """
    joined = graph.joins or any(link.relation is Relation.JOINS for link in graph.changes.unlinked)
    if graph.touched is None or not graph.same_anchored or joined:
        return None
    ahead = reachable(graph.purposes, graph.touched & graph.elements.keys())
    return _found(graph, {members: cut for members, cut in known.items() if members.isdisjoint(ahead)})


@remembered
@of_names
@patched(_cuts_again)
def _cuts(graph: PurposeGraph) -> Mapping[frozenset[str], _Cut]:
    """The cut of each loop, in names."""
    return _found(graph, {})


def _found(graph: PurposeGraph, known: Mapping[frozenset[str], _Cut]) -> Mapping[frozenset[str], _Cut]:
    """The cuts of all loops, some of which are known.

    The time that the graph grants for all of them is shared out among those that are more than a ring; what one
    leaves over falls to the next.
    """
    every = loops(graph)
    tangles = sum(not loop.is_ring for loop in every if loop.members not in known)
    end = monotonic() + graph.seconds_for_cuts
    cuts = {}
    for loop in every:
        if loop.members in known:
            cuts[loop.members] = known[loop.members]
        elif loop.is_ring:
            cuts[loop.members] = _cut_of_ring(loop)
        else:
            cuts[loop.members] = _cut_of_tangle(loop, max(0.0, end - monotonic()) / tangles)
            tangles -= 1
    return cuts


def _cut_of_ring(loop: Loop) -> _Cut:
    least = min(arrow.weight for arrow in loop.arrows)
    lightest = [(arrow,) for arrow in loop.arrows if arrow.weight == least]
    return _taken(loop, lightest[-_MOST_COMPARED:], least)


def _cut_of_tangle(loop: Loop, seconds: float) -> _Cut:
    from goalgraph.graph.feedback.arcs import Arc
    from goalgraph.graph.feedback.solving import as_small, smallest_arc_set

    number = {name: index for index, name in enumerate(loop.graph.in_order(loop.members))}
    arcs = [Arc(number[arrow.source], number[arrow.target], arrow.weight) for arrow in loop.arrows]
    found = smallest_arc_set(arcs, seconds)
    distinct = dict.fromkeys([found.arcs, *(as_small(arcs, found, _MOST_COMPARED) if found.proven else ())])
    return _taken(loop, [tuple(loop.arrows[index] for index in each) for each in distinct], found.bound)


def _taken(loop: Loop, candidates: Sequence[tuple[Arrow, ...]], bound: int) -> _Cut:
    """The cut that is taken of several of one weight."""
    losing = cache(partial(_losing, loop))
    preferred = _preferred(loop, candidates, losing)
    arrows = tuple(sorted(preferred, key=lambda arrow: arrow.links[0].place.order))
    ends = tuple((arrow.source, arrow.target) for arrow in arrows)
    standing_in = _standing_in(loop.graph, set(ends))
    stranded = _losing(loop, arrows, standing_in) if standing_in else losing(preferred)
    return _Cut(ends, sum(arrow.weight for arrow in arrows), bound, stranded)


def stranded_by(loop: Loop, cut: Sequence[Arrow]) -> tuple[str, ...]:
    """What a cut leaves without a why."""
    return _losing(loop, cut, _standing_in(loop.graph, {(arrow.source, arrow.target) for arrow in cut}))


def _losing(loop: Loop, cut: Sequence[Arrow], standing_in: Set[str] = frozenset()) -> tuple[str, ...]:
    """What loses its why by a cut, where more than now stands in for values."""
    graph = loop.graph
    gone = {(arrow.source, arrow.target) for arrow in cut}
    if not loop.members & graph.anchored:
        purposeless = {
            arrow.source
            for arrow in cut
            if all((arrow.source, target) in gone for target in graph.purposes[arrow.source])
        }
        return graph.in_order(purposeless - standing_in)
    if _spares_all(loop, cut):
        return ()
    concerned = loop.members.union(loop.leads_in)
    if any(not concerned.isdisjoint(ends) for ends in graph.joins.values()):
        # What a bridge is for may change with what its ends support.
        steps = graph.purposes_without(gone)
        turned = difference(graph.purposes, steps, {*graph.joins, *(source for source, _ in gone)})
        backwards = turned_again(graph.served_by, turned)
        return graph.in_order(
            graph.anchored - reachable_again(graph.anchored, steps, backwards, graph.anchors | standing_in, turned)
        )
    backwards = {
        name: [
            source
            for source in graph.served_by[name]
            if source in concerned and ((source, name) not in gone or (source, name) in graph.feeds)
        ]
        for name in concerned
    }
    still = reachable(backwards, {*ways_out(graph, concerned, concerned), *standing_in})
    return graph.in_order((concerned & graph.anchored) - still)


def _standing_in(graph: PurposeGraph, gone: Collection[tuple[str, str]]) -> set[str]:
    """The objectives that come to stand in for values when arrows are gone, in a map that names none."""
    if graph.values:
        return set()
    return {
        source
        for source in {source for source, _ in gone}
        if graph.element(source).kind is Kind.OBJECTIVE
        and all((source, target) in gone and (source, target) not in graph.feeds for target in graph.purposes[source])
    }


def _spares_all(loop: Loop, cut: Sequence[Arrow]) -> bool:
    """Whether every member still finds a way out of the loop, so that nothing loses its why. O(arrows of the loop).

    What leads into the loop is not looked at: its ways in are all there.
    """
    if loop.graph.joins:
        return False
    backwards: dict[str, list[str]] = {}
    for arrow in set(loop.arrows).difference(cut):
        backwards.setdefault(arrow.target, []).append(arrow.source)
    return loop.members <= reachable(backwards, loop.ways_out)


def _preferred(
    loop: Loop, candidates: Sequence[tuple[Arrow, ...]], losing: Callable[[tuple[Arrow, ...]], tuple[str, ...]]
) -> tuple[Arrow, ...]:
    """Of cuts of one weight the one that strands least, then has the fewest links, then the latest places."""
    if len(candidates) == 1:
        return candidates[0]
    # From the latest on, so that of equals the latest is met first.
    by_place = sorted(candidates, key=_latest_places, reverse=True)
    if loop.members & loop.graph.anchored:
        sparing = [cut for cut in by_place if _spares_all(loop, cut)]
        if not sparing:
            return min(by_place, key=lambda cut: (len(losing(cut)), _links(cut)))
        by_place = sparing
    return min(by_place, key=_links)


def _links(cut: Sequence[Arrow]) -> int:
    return sum(len(arrow.links) for arrow in cut)


def _latest_places(cut: Sequence[Arrow]) -> list[tuple[str, int, int]]:
    return sorted((link.place.order for arrow in cut for link in arrow.links), reverse=True)
