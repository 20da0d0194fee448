"""Who works for what: the units behind each objective, and what works for and against the same end."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from goalgraph.graph.arrows import Arrow
from goalgraph.graph.gathering import Course, Gathered, bits, course, course_of, gather
from goalgraph.graph.organisation import Organisation, organisation, owners
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import Adjacency, components, reachable, shortest_path
from goalgraph.graph.remembering import of_names, remembered
from goalgraph.model.elements import Kind
from goalgraph.model.links import Link, Relation

# So many elements are looked for at once.
_AT_ONCE = 4096
# A longer path is not shown.
_LONGEST_PATH = 40


class Alignment(NamedTuple):
    """An objective, the units that own it, and the units of whose elements some support it."""

    objective: str
    owners: tuple[str, ...]
    supporters: tuple[str, ...]


class AtOdds(NamedTuple):
    """An element that supports the end it hinders: the link that says so, and a way on which it supports it.

    The way is empty where every way is a very long one.
    """

    hinders: Link
    way: tuple[Arrow, ...]


@remembered
@of_names
def alignments(graph: PurposeGraph) -> tuple[Alignment, ...]:
    """For each objective, in order of place, which units' elements own or support it."""
    parts, behind = organisation(graph), _behind(graph)
    return tuple(
        Alignment(objective, owners(graph).get(objective, ()), parts.named(behind.below[objective]))
        for objective in _objectives(graph)
    )


@remembered
@of_names
def units_apart(graph: PurposeGraph) -> Mapping[str, tuple[str, ...]]:
    """The units with a means of their own and objectives that no other unit works for, and these objectives.

    To work for an objective is to own it or to own what supports it, be it by a sub-unit. Parents and sub-units are
    no other units; a single topmost objective, for which all work, is of no account. A unit that works for no
    objective but that one is not apart, nor is one in a map without other units. Of a unit and its parent the
    parent is told. O(elements + arrows) merges of sets of units, each O(units / 64).
    """
    parts = organisation(graph)
    if len(parts.units) < 2:
        return {}
    behind, concerned = _behind(graph).within, _behind_with_parents(graph).within
    counted = [objective for objective in _objectives(graph) if objective != sole_topmost(graph)]
    left = _with_means_and_others(graph, parts)
    for objective in counted:
        for unit in parts.named(concerned[objective] & left):
            if behind[objective] & ~parts.line(unit):
                left &= ~parts.bit[unit]
    found: defaultdict[str, list[str]] = defaultdict(list)
    for objective in counted:
        for unit in parts.named(concerned[objective] & left):
            found[unit].append(objective)
    return {
        unit: tuple(found[unit]) for unit in parts.named(left) if unit in found and not _told_above(unit, parts, left)
    }


@remembered
@of_names
def sole_topmost(graph: PurposeGraph) -> str | None:
    """The one objective that leads to no other, or None where there is not exactly one."""
    objectives = _objectives(graph)
    leading_on = reachable(graph.served_by, {source for name in objectives for source in graph.served_by[name]})
    topmost = [name for name in objectives if name not in leading_on]
    return topmost[0] if len(topmost) == 1 else None


@remembered
def at_odds(graph: PurposeGraph) -> tuple[AtOdds, ...]:
    """The links by which an element hinders an end that it supports on a way that passes no loop.

    O(elements + arrows) merges for every 4096 elements that hinder an end, and a search for each that is found.
    """
    loops = graph.loop_of
    links = [
        link
        for link in graph.links[Relation.HINDERS]
        if graph.rank(link.target) and link.source != link.target and not {link.source, link.target} & loops.keys()
    ]
    if not links:
        return ()
    way = _course_past_loops(graph)
    steps = graph.purposes
    past_loops = graph.elements.keys() - loops.keys()
    return tuple(AtOdds(link, _path(graph, steps, link, past_loops)) for link in _supporting(links, way))


def _objectives(graph: PurposeGraph) -> list[str]:
    return [element.name for element in graph.ends if element.kind is Kind.OBJECTIVE]


def _owned(graph: PurposeGraph, sets: Mapping[str, int]) -> dict[str, int]:
    """For each owned element, and each unit, the units that it belongs to as one of `sets`."""
    found = dict(sets)
    for name, units in owners(graph).items():
        if name not in found:
            belongs = 0
            for unit in units:
                belongs = bits(belongs, sets[unit])
            found[name] = belongs
    return found


@remembered
@of_names
def _behind(graph: PurposeGraph) -> Gathered[int]:
    """The units to which elements and their supporters belong."""
    return gather(course_of(graph), _owned(graph, organisation(graph).bit), bits, 0, graph.loop_of)


@remembered
@of_names
def _behind_with_parents(graph: PurposeGraph) -> Gathered[int]:
    """The same with the parents of these units."""
    parts = organisation(graph)
    if parts.upper == parts.bit:
        return _behind(graph)
    return gather(course_of(graph), _owned(graph, parts.upper), bits, 0, graph.loop_of)


def _with_means_and_others(graph: PurposeGraph, parts: Organisation) -> int:
    """The units that own a means, if there is one that is no part of them and owns something, too."""
    kinds: defaultdict[str, set[Kind]] = defaultdict(set)
    for name, units in owners(graph).items():
        for unit in units:
            kinds[unit].add(graph.element(name).kind)
    working = parts.all_of(unit for unit, owned in kinds.items() if owned != {Kind.UNIT})
    with_means = (unit for unit, owned in kinds.items() if Kind.MEANS in owned)
    return parts.all_of(unit for unit in with_means if working & ~parts.line(unit))


def _told_above(unit: str, parts: Organisation, told: int) -> bool:
    return bool(parts.upper[unit] & ~parts.lower[unit] & told)


def _course_past_loops(graph: PurposeGraph) -> Course:
    """All elements in order of purpose, without arrows to or from what stands on a loop."""
    loops, whole = graph.loop_of, course_of(graph)
    if not loops:
        return whole
    served_by = dict(whole.served_by)
    for target in {target for name in loops for target in graph.purposes[name]}:
        served_by[target] = [source for source in whole.served_by[target] if source not in loops]
    served_by.update((name, []) for name in loops)
    groups: list[tuple[str, ...]] = []
    for members in whole.groups:
        groups += [members] if len(members) == 1 else _parted(graph, members)
    return Course(served_by, tuple(groups))


def _parted(graph: PurposeGraph, members: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What turns together, and what of it still does without the loops in it."""
    left = {name: None for name in members if name not in graph.loop_of}
    steps = {name: [target for target in graph.purposes[name] if target in left] for name in left}
    yield from course(steps, components(steps)).groups
    yield from ((name,) for name in members if name not in left)


def _supporting(links: list[Link], way: Course) -> Iterator[Link]:
    """Of links that say that something hinders an end, those whose source supports the end."""
    by_source: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_source[link.source].append(link)
    sources = list(by_source)
    for start in range(0, len(sources), _AT_ONCE):
        own = {name: 1 << index for index, name in enumerate(sources[start : start + _AT_ONCE])}
        below = gather(way, own, bits, 0).below
        for name, bit in own.items():
            yield from (link for link in by_source[name] if below[link.target] & bit)


def _path(graph: PurposeGraph, steps: Adjacency, link: Link, within: set[str]) -> tuple[Arrow, ...]:
    path = shortest_path(steps, link.source, link.target, within, _LONGEST_PATH)
    return tuple(graph.purpose_arrow(*pair) for pair in pairwise(path)) if path else ()
