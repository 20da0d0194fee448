"""What is formal, what is informal, the bridges between, and where the two meet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goalgraph.graph.half_read import half_supported
from goalgraph.graph.spheres import BOTH, FORMAL, INFORMAL, Bridge, Meeting, bridges, living_in, meetings
from goalgraph.model.elements import Kind
from goalgraph.output.html.naming import Named, Naming, Phrase

_MOST = 12


@dataclass(frozen=True, slots=True)
class Sphere:
    """The first elements of a column, and how many there are."""

    elements: tuple[Named, ...]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.elements)


@dataclass(frozen=True, slots=True)
class Joining:
    """A bridge, of what nature, what it joins, and what for; `amiss` where that is nothing."""

    bridge: Named
    nature: str
    joins: Phrase
    purpose: Phrase
    amiss: bool


@dataclass(frozen=True, slots=True)
class Meets:
    """An objective at which the two meet, some of those that do, and what is between them in words."""

    objective: Named
    formal: Phrase
    informal: Phrase
    between: str
    amiss: bool


@dataclass(frozen=True, slots=True)
class SpheresOfMap:
    """The two spheres of one map. `in_both` live in either."""

    title: str
    formal: Sphere
    informal: Sphere
    in_both: Sphere
    bridges: tuple[Joining, ...]
    more_bridges: int
    meetings: tuple[Meets, ...]
    more_meetings: int


def two_spheres(maps: Iterable[Naming]) -> tuple[SpheresOfMap, ...]:
    """The spheres of each map that uses both, or has a bridge."""
    return tuple(
        _map(each)
        for each in maps
        if bridges(each.graph) or (living_in(each.graph, FORMAL) and living_in(each.graph, INFORMAL))
    )


def _map(naming: Naming) -> SpheresOfMap:
    graph = naming.graph
    by_sphere: dict[str | None, list[str]] = {FORMAL: [], INFORMAL: [], BOTH: []}
    for name, element in graph.elements.items():
        # A bridge stands between, whatever it is itself.
        if element.sphere and element.kind is not Kind.BRIDGE:
            by_sphere[element.sphere].append(name)
    between, met = bridges(graph), meetings(graph)
    return SpheresOfMap(
        naming.title,
        _sphere(naming, by_sphere[FORMAL]),
        _sphere(naming, by_sphere[INFORMAL]),
        _sphere(naming, by_sphere[BOTH]),
        tuple(_joining(naming, each) for each in between[:_MOST]),
        max(0, len(between) - _MOST),
        tuple(_meets(naming, each) for each in met[:_MOST]),
        max(0, len(met) - _MOST),
    )


def _sphere(naming: Naming, names: Sequence[str]) -> Sphere:
    return Sphere(tuple(map(naming.name, names[:_MOST])), len(names))


def _joining(naming: Naming, bridge: Bridge) -> Joining:
    purpose = naming.purpose(bridge.element.name)
    return Joining(
        naming.name(bridge.element.name),
        " and ".join(bridge.element.natures),
        naming.row(dict.fromkeys(bridge.ends), 4),
        purpose.said,
        purpose.missed,
    )


def _meets(naming: Naming, meeting: Meeting) -> Meets:
    unsure = meeting.objective in half_supported(naming.graph)
    between = "bridged" if meeting.bridged else "it is unclear whether a bridge is between them"
    amiss = not meeting.bridged and not unsure
    return Meets(
        naming.name(meeting.objective),
        naming.row(meeting.formal[:1]),
        naming.row(meeting.informal[:1]),
        "no bridge between them" if amiss else between,
        amiss,
    )
