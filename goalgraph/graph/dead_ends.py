"""Dead ends: where the chain of whys stops without a value, and what leads only there."""

from collections.abc import Iterable
from typing import NamedTuple

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.remembering import remembered


class DeadEnd(NamedTuple):
    """An element, or a loop or flywheel taken as one, that no arrow leaves and that holds no value.

    `members` are in order of place. `is_loop` says that they are exactly one loop. `in_doubt` says that something
    about them was not read or not resolved, so that they may lead on.
    """

    members: tuple[str, ...]
    is_loop: bool
    in_doubt: bool

    @property
    def first(self) -> str:
        return self.members[0]


@remembered
def dead_ends(graph: PurposeGraph) -> tuple[DeadEnd, ...]:
    """The dead ends of a map, in order of their first element. Whatever is not anchored leads to one of them."""
    loops, anchored = set(graph.loop_sets), graph.anchored
    found = []
    told: set[frozenset[str]] = set()
    for name in [name for name in graph.elements if name not in anchored]:
        members = graph.turning_of.get(name, frozenset([name]))
        if members in told:
            continue
        if all(target in members for member in members for target in graph.purposes[member]):
            told.add(members)
            in_doubt = graph.map.doubt.everything or not members.isdisjoint(graph.uncertain)
            found.append(DeadEnd(graph.in_order(members), members in loops, in_doubt))
    return tuple(found)


def shares(graph: PurposeGraph, ends: Iterable[DeadEnd]) -> dict[str, tuple[str, ...]]:
    """What leads only to dead ends, each element given to the first of `ends` that it leads to, by `DeadEnd.first`.

    What may lead elsewhere, because something about it is in doubt, is given to none.
    """
    taken = graph.uncertain | graph.anchored
    given = {}
    for end in ends:
        led = reachable(graph.served_by, end.members, avoid=taken) - set(end.members)
        taken |= led
        given[end.first] = graph.in_order(led)
    return given
