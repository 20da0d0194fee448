"""The parts of the organisation: which answers to which, and what each answers for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from goalgraph.graph.gathering import bits, course, gather
from goalgraph.graph.kinds import of_kind
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import components, turned_round
from goalgraph.graph.remembering import of_links, patched, remembered
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation

_TIES = (Relation.OWNER, Relation.JOINS)


class Organisation(NamedTuple):
    """The units of a map, in order of place, each with a bit of its own by which sets of them are written.

    `lower` are the sub-units of each unit and it itself, to any depth; `upper` its parents and it itself. On a circle
    of owners all are both.
    """

    units: tuple[str, ...]
    bit: Mapping[str, int]
    lower: Mapping[str, int]
    upper: Mapping[str, int]

    def line(self, unit: str) -> int:
        """A unit with all that it is part of and all that is part of it: none of these is another unit to it."""
        return self.lower[unit] | self.upper[unit]

    def all_of(self, units: Iterable[str]) -> int:
        """Units as a set."""
        chosen = set(units)
        return int("0" + "".join("1" if unit in chosen else "0" for unit in reversed(self.units)), 2)

    def named(self, found: int) -> tuple[str, ...]:
        """The units of a set, in order of place."""
        digits = bin(found)[:1:-1]
        names = []
        at = digits.find("1")
        while at >= 0:
            names.append(self.units[at])
            at = digits.find("1", at + 1)
        return tuple(names)


def same_ties(graph: PurposeGraph) -> bool:
    """Whether since an edit the same own the same, and the same is joined; and units and bridges are the same."""
    changes = graph.changes
    before, now = (
        {(link.relation, link.source, link.target) for link in links if link.relation in _TIES}
        for links in (changes.unlinked, changes.linked)
    )
    others = (*changes.gone, *changes.come)
    return before == now and not any(element.kind in (Kind.UNIT, Kind.BRIDGE) for element in others)


def _organisation_again(graph: PurposeGraph, known: Organisation) -> Organisation | None:
    return known if same_ties(graph) else None


@remembered
@patched(_organisation_again)
def organisation(graph: PurposeGraph) -> Organisation:
    """The units of a map and their parents. O(units² / 64) at worst, where all are in one line."""
    units = tuple(element.name for element in of_kind(graph, Kind.UNIT))
    bit = {unit: 1 << index for index, unit in enumerate(units)}
    parents = {unit: owners(graph).get(unit, ()) for unit in units}
    circles = components(parents)
    lower = gather(course(parents, circles), bit, bits, 0).within
    upper = gather(course(turned_round(parents), circles), bit, bits, 0).within
    return Organisation(units, bit, lower, upper)


@remembered
@of_links
def owners(graph: PurposeGraph) -> Mapping[str, tuple[str, ...]]:
    """The units that answer for each element that has any; those of a unit are its parents."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for link in graph.links[Relation.OWNER]:
        if link.source != link.target:
            found[link.source].append(link.target)
    return {name: tuple(units) for name, units in found.items()}


def answering(graph: PurposeGraph, names: Iterable[str]) -> tuple[str, ...]:
    """The units that own elements or are among them, in the order of these."""
    units, owned = organisation(graph).bit, owners(graph)
    return tuple(dict.fromkeys(unit for name in names for unit in ((name,) if name in units else owned.get(name, ()))))
