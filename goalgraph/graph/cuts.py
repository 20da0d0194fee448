"""The cut: a smallest set of arrows without which a loop is no loop any more.

That is a minimum weight feedback arc set. Small loops are searched in full, and a plain ring of any size is easy;
for the others a good set is found by ordering the elements, and it is said that nothing proves it smallest.
"""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from goalgraph.graph.arrows import Arrow
from goalgraph.graph.loops import Loop
from goalgraph.graph.purpose_graph import PurposeGraph, remembered
from goalgraph.graph.reach import reachable, turned_round

_SEARCHED_IN_FULL = 12
_MOST_COMPARED = 64


class LoopCut(NamedTuple):
    """Arrows to cut, their weight, whether it is proven that no lighter set would do, and what loses its why.

    `stranded` are, for a loop that reaches a value, the elements that would reach none any more; for one that reaches
    none, the elements that nothing would follow from any more.
    """

    arrows: tuple[Arrow, ...]
    weight: int
    proven: bool
    stranded: tuple[str, ...]


@remembered
def smallest_cut(graph: PurposeGraph, loop: Loop) -> LoopCut:
    """The cut of a loop.

    Of several of least weight it is the one that strands least, then has the fewest links, then the latest places.
    """
    arrows = loop.arrows
    candidates: Sequence[tuple[Arrow, ...]]
    if len(arrows) == len(loop.members):
        least = min(arrow.weight for arrow in arrows)
        candidates = [(arrow,) for arrow in arrows if arrow.weight == least][-_MOST_COMPARED:]
        proven = True
    elif len(arrows) <= _SEARCHED_IN_FULL:
        candidates = _all_of_least_weight(arrows)
        proven = True
    else:
        candidates = [_by_ordering(arrows)]
        proven = False
    ordered = tuple(sorted(_preferred(graph, loop, candidates), key=lambda arrow: arrow.links[0].place.order))
    weight = sum(arrow.weight for arrow in ordered)
    return LoopCut(ordered, weight, proven, stranded_by(loop, ordered))


def stranded_by(loop: Loop, cut: Sequence[Arrow]) -> tuple[str, ...]:
    """What a cut leaves without a why."""
    graph = loop.graph
    gone = {(arrow.source, arrow.target) for arrow in cut}
    if not loop.members & graph.anchored:
        left = {
            arrow.source
            for arrow in cut
            if all((arrow.source, target) in gone for target in graph.purposes[arrow.source])
        }
        return graph.in_order(left)
    concerned = loop.members.union(loop.leads_in)
    if any(not concerned.isdisjoint(ends) for ends in graph.joins.values()):
        # What a bridge is for may change with what its ends support.
        backwards = turned_round(graph.purposes_without(gone))
        return graph.in_order(graph.anchored - reachable(backwards, graph.anchors))
    backwards = {
        name: [
            source
            for source in graph.served_by[name]
            if source in concerned and ((source, name) not in gone or (source, name) in graph.feeds)
        ]
        for name in concerned
    }
    ways_out = {
        name
        for name in concerned
        if name in graph.anchors
        or any(target not in concerned and target in graph.anchored for target in graph.purposes[name])
    }
    return graph.in_order((concerned & graph.anchored) - reachable(backwards, ways_out))


def _preferred(graph: PurposeGraph, loop: Loop, candidates: Sequence[tuple[Arrow, ...]]) -> tuple[Arrow, ...]:
    """Of cuts of one weight the one that strands least, then has the fewest links, then the latest places."""
    if len(candidates) == 1:
        return candidates[0]
    reaches_value = bool(loop.members & graph.anchored)
    # From the latest on, so that of equals the latest is met first.
    by_place = sorted(candidates, key=_latest_places, reverse=True)
    return min(
        by_place,
        key=lambda cut: (len(stranded_by(loop, cut)) if reaches_value else 0, sum(len(arrow.links) for arrow in cut)),
    )


def _latest_places(cut: Sequence[Arrow]) -> list[tuple[str, int, int]]:
    return sorted((link.place.order for arrow in cut for link in arrow.links), reverse=True)


def _all_of_least_weight(arrows: Sequence[Arrow]) -> list[tuple[Arrow, ...]]:
    """Every cut of least weight, up to the number that is compared.

    One arrow of any circle has to go: each in turn is taken out and those before it are kept for good, so every
    cut is met once.
    """
    best = sum(arrow.weight for arrow in arrows)
    found: list[tuple[Arrow, ...]] = []
    waiting: list[tuple[tuple[Arrow, ...], frozenset[Arrow]]] = [((), frozenset())]
    while waiting:
        cut, kept = waiting.pop()
        weight = sum(arrow.weight for arrow in cut)
        if weight > best:
            continue
        circle = _any_circle([arrow for arrow in arrows if arrow not in cut])
        if not circle:
            if weight < best:
                best, found = weight, []
            found.append(cut)
            continue
        keep = set(kept)
        for arrow in circle:
            if arrow not in kept:
                waiting.append(((*cut, arrow), frozenset(keep)))
                keep.add(arrow)
    return found[:_MOST_COMPARED]


def _any_circle(arrows: Iterable[Arrow]) -> list[Arrow]:
    """Some circle among the arrows, or nothing: follow arrows among what no peeling takes away."""
    leaving: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        leaving.setdefault(arrow.source, []).append(arrow)
    changed = True
    while changed:
        changed = False
        for source in list(leaving):
            leaving[source] = [arrow for arrow in leaving[source] if arrow.target in leaving]
            if not leaving[source]:
                del leaving[source]
                changed = True
    if not leaving:
        return []
    path: list[Arrow] = []
    seen: dict[str, int] = {}
    current = next(iter(leaving))
    while current not in seen:
        seen[current] = len(path)
        path.append(leaving[current][0])
        current = path[-1].target
    return path[seen[current] :]


def _by_ordering(arrows: Sequence[Arrow]) -> tuple[Arrow, ...]:
    """The arrows that run backwards in a good order of the elements.

    Elements that nothing enters come first and those that nothing leaves last; else the one from which most
    weight leaves and least enters (Eades, Lin and Smyth 1993, with weights). Then arrows are taken back one by one
    where that closes no circle.
    """
    leaving: dict[str, list[Arrow]] = {}
    entering: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        for name in (arrow.source, arrow.target):
            leaving.setdefault(name, [])
            entering.setdefault(name, [])
        leaving[arrow.source].append(arrow)
        entering[arrow.target].append(arrow)
    surplus = {
        name: sum(arrow.weight for arrow in leaving[name]) - sum(arrow.weight for arrow in entering[name])
        for name in leaving
    }
    rank = {name: index for index, name in enumerate(leaving)}
    heap = [(-surplus[name], rank[name], name) for name in leaving]
    heapify(heap)
    position: dict[str, int] = {}
    while heap:
        negative, _, name = heappop(heap)
        if name in position or -negative != surplus[name]:
            continue
        position[name] = len(position)
        for arrow in leaving[name]:
            if arrow.target not in position:
                surplus[arrow.target] += arrow.weight
                heappush(heap, (-surplus[arrow.target], rank[arrow.target], arrow.target))
        for arrow in entering[name]:
            if arrow.source not in position:
                surplus[arrow.source] -= arrow.weight
                heappush(heap, (-surplus[arrow.source], rank[arrow.source], arrow.source))
    return _taken_back(arrows, position)


def _taken_back(arrows: Sequence[Arrow], position: dict[str, int]) -> tuple[Arrow, ...]:
    kept: dict[str, list[str]] = {}
    backward = []
    for arrow in arrows:
        if position[arrow.source] < position[arrow.target]:
            kept.setdefault(arrow.source, []).append(arrow.target)
        else:
            backward.append(arrow)
    cut = []
    for arrow in sorted(backward, key=lambda arrow: -arrow.weight):
        if arrow.source in reachable(kept, [arrow.target]):
            cut.append(arrow)
        else:
            kept.setdefault(arrow.source, []).append(arrow.target)
    return tuple(cut)
