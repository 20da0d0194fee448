"""What lies below each element, gathered for all elements in one pass from the lowest to the highest."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from itertools import accumulate, chain
from typing import Generic, NamedTuple, TypeVar

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import Adjacency, reachable, turned_round
from goalgraph.graph.remembering import of_names, remembered

Lot = TypeVar("Lot")
Key = TypeVar("Key")
Merge = Callable[[Lot, Lot], Lot]

_NO_LOOPS: Mapping[str, frozenset[str]] = {}


class Course(NamedTuple):
    """Arrows turned round, and all elements in groups, what supports before what it supports.

    A group is one element, or a loop or flywheel taken as one.
    """

    served_by: Adjacency
    groups: tuple[tuple[str, ...], ...]


class Gathered(NamedTuple, Generic[Lot]):
    """What was gathered: of an element's supporters, and of these, itself and what turns with it."""

    below: dict[str, Lot]
    within: dict[str, Lot]


def course(steps: Adjacency, turning_sets: Iterable[frozenset[str]], served_by: Adjacency | None = None) -> Course:
    """Puts elements in order along their arrows (Kahn 1962), what turns together taken as one. O(arrows).

    No arrow may lead from an element to itself. `served_by` are the same arrows turned round, where they are known.
    """
    if served_by is None:
        served_by = turned_round(steps)
    order = {name: index for index, name in enumerate(steps)}
    sets = [tuple(sorted(members, key=order.__getitem__)) for members in turning_sets]
    groups = {members[0]: members for members in sets}
    head = {name: members[0] for members in sets for name in members}
    entering = {name: len(served_by[name]) for name in steps if head.get(name, name) == name}
    for first, members in groups.items():
        entering[first] = sum(head.get(source) != first for name in members for source in served_by[name])
    ready = [name for name, count in entering.items() if count == 0]
    found = []
    while ready:
        first = ready.pop()
        members = groups.get(first, (first,))
        found.append(members)
        for name in members:
            for target in steps[name]:
                entered = head.get(target, target)
                if entered != first:
                    entering[entered] -= 1
                    if entering[entered] == 0:
                        ready.append(entered)
    return Course(served_by, tuple(found))


@remembered
@of_names
def course_of(graph: PurposeGraph) -> Course:
    """All elements of a map in order of purpose."""
    return course(graph.purposes, graph.turning_sets, graph.served_by)


def gather(  # noqa: PLR0913, PLR0917  # how to gather, along what, and beginning with what
    way: Course,
    own: Mapping[str, Lot],
    merge: Merge[Lot],
    nothing: Lot,
    loops: Mapping[str, frozenset[str]] = _NO_LOOPS,
    known: Gathered[Lot] | None = None,
) -> Gathered[Lot]:
    """Merges what elements have of their `own` upward; those on one of the `loops` together are no supporters.

    What is `known` of elements that are not on the way is added to. O(elements + arrows) merges.
    """
    below, within = known or Gathered({}, {})
    for members in way.groups:
        entering = nothing
        for name in members:
            for source in way.served_by[name]:
                if source in within:  # else it turns with this one
                    entering = merge(entering, within[source])
        if len(members) == 1:
            name = members[0]
            below[name] = entering
            within[name] = merge(entering, own[name]) if name in own else entering
        else:
            apart: dict[frozenset[str] | str, Lot] = {}
            for name in members:
                key = loops.get(name, name)
                apart[key] = merge(apart.get(key, nothing), own.get(name, nothing))
            others = _all_but_one(apart, merge, entering)
            everything = merge(entering, reduce(merge, apart.values()))
            for name in members:
                below[name] = others[loops.get(name, name)]
                within[name] = everything
    return Gathered(below, within)


@remembered
def above_edit(graph: PurposeGraph) -> frozenset[str] | None:
    """The elements below which something is otherwise than before an edit, and those that are new.

    None where it is not known which.
    """
    if graph.touched is None:
        return None
    come = {element.name for element in graph.changes.come}
    return frozenset(reachable(graph.purposes, (graph.touched & graph.elements.keys()) | come))


def gather_again(
    graph: PurposeGraph, known: Gathered[Lot], own: Mapping[str, Lot], merge: Merge[Lot], nothing: Lot
) -> Gathered[Lot]:
    """What was gathered along the arrows of a map, after an edit that left what elements have of their `own`.

    It is gathered anew above the edit, for which `own` is needed.
    """
    way = _course_above(graph)
    kept: Gathered[Lot] = Gathered(dict(known.below), dict(known.within))
    gone = (element.name for element in graph.changes.gone)
    for name in chain(gone, *way.groups):
        kept.below.pop(name, None)
        kept.within.pop(name, None)
    return gather(way, own, merge, nothing, graph.loop_of, kept)


@remembered
def _course_above(graph: PurposeGraph) -> Course:
    """The elements above an edit in order of purpose."""
    above = above_edit(graph) or frozenset()
    steps = {name: graph.purposes[name] for name in graph.in_order(above)}
    return Course(graph.served_by, course(steps, [each for each in graph.turning_sets if each <= above]).groups)


def _all_but_one(apart: Mapping[Key, Lot], merge: Merge[Lot], entering: Lot) -> dict[Key, Lot]:
    """For each lot the others merged, with what enters. O(lots) merges."""
    before = list(accumulate(apart.values(), merge, initial=entering))
    after = list(accumulate(list(apart.values())[:0:-1], merge))[::-1]
    return {key: merge(before[at], after[at]) if at < len(after) else before[at] for at, key in enumerate(apart)}


Few = tuple[str, ...]


def few(most: int) -> Merge[Few]:
    """Merges names until there are `most` of them. Fewer are all there are."""

    def merge(one: Few, other: Few) -> Few:
        if len(one) >= most or not other:
            return one
        return (one + tuple([name for name in other if name not in one]))[:most] if one else other

    return merge


def bits(one: int, other: int) -> int:
    """Merges sets that are written as the bits of a number, sharing those that stay the same."""
    both = one | other
    return one if both == one else other if both == other else both
