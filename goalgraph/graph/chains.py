"""Chains of purpose: every why above an element and every how below it, link by link."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from goalgraph.graph.arrows import Arrow
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import Adjacency, reachable, turned_round
from goalgraph.graph.remembering import of_names, remembered


class Meeting(StrEnum):
    """How an element is met on a walk: for the first time, again on another chain, or again on this very chain."""

    FIRST = "first"
    AGAIN = "again"
    BACK = "back"


class Met(NamedTuple):
    """An element as a walk meets it. `before` is the index of the meeting it is met from, by `arrow`; -1 at the start.

    What lies beyond an element is walked where it is met first.
    """

    name: str
    arrow: Arrow | None
    before: int
    meeting: Meeting


class Leaf(StrEnum):
    """What a chain ends at.

    Upward: a value; an objective that stands in for one, in a map that names none; a dead end. Downward: an end that
    nothing serves; what is there without anything being done for it.
    """

    VALUE = "value"
    STAND_IN = "stand-in"
    DEAD_END = "dead-end"
    NOTHING_DONE = "nothing-done"
    GROUND = "ground"


class Chains(NamedTuple):
    """All chains from an element, upward or downward, in the order in which they are read into the depth.

    Every arrow is met once, so that they are no longer than the map. `leaves` are in order of reading.
    """

    upward: bool
    met: tuple[Met, ...]
    leaves: Mapping[str, Leaf]

    @property
    def names(self) -> tuple[str, ...]:
        """The elements on the chains, each once."""
        return tuple(each.name for each in self.met if each.meeting is Meeting.FIRST)


def chains(graph: PurposeGraph, name: str, *, upward: bool) -> Chains:
    """The chains from an element that takes part: all that it is for, or all that is for it. O(arrows)."""
    steps = reasons(graph) if upward else told_by(graph)
    met = [Met(name, None, -1, Meeting.FIRST)]
    leaves = {}
    seen, on_chain = {name}, {name}
    path = [(0, iter(steps[name]))]
    while path:
        index, following = path[-1]
        current = met[index].name
        target = next(following, None)
        if target is None:
            if not steps[current]:
                leaves[current] = _leaf(graph, current, upward=upward)
            on_chain.discard(current)
            path.pop()
            continue
        meeting = Meeting.BACK if target in on_chain else Meeting.AGAIN if target in seen else Meeting.FIRST
        ends = (current, target) if upward else (target, current)
        met.append(Met(target, graph.purpose_arrow(*ends), index, meeting))
        if meeting is Meeting.FIRST:
            seen.add(target)
            on_chain.add(target)
            path.append((len(met) - 1, iter(steps[target])))
    return Chains(upward, tuple(met), leaves)


def _leaf(graph: PurposeGraph, name: str, *, upward: bool) -> Leaf:
    if not upward:
        return Leaf.NOTHING_DONE if graph.rank(name) else Leaf.GROUND
    if name not in graph.anchors:
        return Leaf.DEAD_END
    return Leaf.VALUE if graph.values else Leaf.STAND_IN


@remembered
@of_names
def reasons(graph: PurposeGraph) -> Adjacency:
    """What each element is for as it would be told: `purposes` without what is said by what a bridge is nearest for.

    A bridge is for all that its ends support, up to the last value. Told is only where their ways meet: the rest
    follows by the arrows from there. All that `purposes` leads to is led to by these, too.
    """
    if not graph.joins:
        return graph.purposes
    written = {
        name: [target for target in targets if (name, target) in graph.arrows or (name, target) in graph.feeds]
        for name, targets in graph.purposes.items()
    }
    sources = turned_round(written)
    told = dict(written)
    for bridge in graph.joins:
        own = set(written[bridge])
        joined = [target for target in graph.purposes[bridge] if target not in own]
        told[bridge] = [*written[bridge], *_nearest(graph, bridge, joined, written, sources)]
    return told


@remembered
@of_names
def told_by(graph: PurposeGraph) -> Adjacency:
    """What is told to be directly for each element: `reasons` turned round."""
    return turned_round(reasons(graph)) if graph.joins else graph.served_by


def _nearest(graph: PurposeGraph, bridge: str, joined: list[str], written: Adjacency, sources: Adjacency) -> list[str]:
    """Of what a bridge is for by what it joins, that from which written arrows lead to the rest."""
    all_told = reachable(written, [*written[bridge], *joined], avoid={bridge})
    nearest = [target for target in joined if all_told.isdisjoint(sources[target])]
    covered = reachable(written, [*written[bridge], *nearest], avoid={bridge})
    # What is left turns in itself: one of each is told, best one that a joined end leads straight to.
    led_to = {target for end in graph.joins[bridge] for target in written[end]}
    rest = [target for target in joined if target not in covered]
    for target in sorted(rest, key=lambda name: (name not in led_to, graph.rank(name), graph.order[name])):
        if target not in covered:
            nearest.append(target)
            covered |= reachable(written, [target], avoid={bridge})
    return nearest
