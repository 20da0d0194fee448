"""The formal and the informal: what lives in which, where the two meet, and the bridges between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from goalgraph.graph.gathering import Few, Gathered, above_edit, course_of, few, gather, gather_again
from goalgraph.graph.kinds import of_kind
from goalgraph.graph.organisation import organisation, owners, same_ties
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.remembering import of_names, patched, remembered
from goalgraph.model.elements import Element, Kind
from goalgraph.model.links import Link, Relation

FORMAL, INFORMAL, BOTH = "formal", "informal", "both"
# Of each sphere so many supporters of an element are known by name.
MOST_NAMED = 3
# Where more bridges than this come together it is not asked which of them joins what.
_MOST_BRIDGES = 64


class Bridge(NamedTuple):
    """A bridge with the links to what it joins: those to what goes on, and those to what is stopped."""

    element: Element
    joins: tuple[Link, ...]
    stopped: tuple[Link, ...]

    @property
    def ends(self) -> Few:
        return tuple(link.target for link in self.joins)


class Meeting(NamedTuple):
    """An objective at which formal and informal supporters meet that have met nowhere below.

    `sources` are those of its direct supporters by which they come, the formal and the informal; `formal` and
    `informal` the first few that come, direct ones before others. What turns with the objective is left out. `bridged`
    says that a bridge is among all its supporters, or joins one formal and one informal one.
    """

    objective: str
    sources: tuple[frozenset[str], frozenset[str]]
    formal: Few
    informal: Few
    bridged: bool


@remembered
def bridges(graph: PurposeGraph) -> tuple[Bridge, ...]:
    """The bridges of a map and their ends, in order of place."""
    elements = of_kind(graph, Kind.BRIDGE)
    links: dict[str, list[Link]] = {element.name: [] for element in elements}
    for link in (*graph.links[Relation.JOINS], *graph.sorted_links.with_others):
        if link.relation is Relation.JOINS and link.source in links:
            links[link.source].append(link)
    return tuple(
        Bridge(
            element,
            tuple(link for link in links[element.name] if link.target in graph.elements),
            tuple(link for link in links[element.name] if link.target not in graph.elements),
        )
        for element in elements
    )


def _living_again(graph: PurposeGraph, known: frozenset[str], sphere: str) -> frozenset[str]:
    if graph.changes.same_names:
        return known
    gone = (element.name for element in graph.changes.gone)
    return known.difference(gone).union(each.name for each in graph.changes.come if each.sphere in (sphere, BOTH))


@remembered
@patched(_living_again)
def living_in(graph: PurposeGraph, sphere: str) -> frozenset[str]:
    """The elements of a sphere, with those that live in both."""
    return frozenset(name for name, element in graph.elements.items() if element.sphere in (sphere, BOTH))


def _coming_again(graph: PurposeGraph, known: Gathered[Few], sphere: str) -> Gathered[Few] | None:
    above = above_edit(graph)
    if above is None:
        return None
    own = {name: (name,) for name in living_in(graph, sphere) & above}
    return gather_again(graph, known, own, few(MOST_NAMED), ())


@remembered
@of_names
@patched(_coming_again)
def coming_from(graph: PurposeGraph, sphere: str) -> Gathered[Few]:
    """The first few of each element's supporters that live in a sphere. O(elements + arrows)."""
    own = {name: (name,) for name in living_in(graph, sphere)}
    return gather(course_of(graph), own, few(MOST_NAMED), (), graph.loop_of)


def _meetings_again(graph: PurposeGraph, known: tuple[Meeting, ...]) -> tuple[Meeting, ...] | None:
    above = above_edit(graph)
    if above is None or not same_ties(graph) or not known:
        return None
    gone = above.union(element.name for element in graph.changes.gone)
    found = {meeting.objective: meeting for meeting in known if meeting.objective not in gone}
    found.update((meeting.objective, meeting) for meeting in _meetings_at(graph, above))
    return tuple(found[name] for name in graph.in_order(found))


def _meetings_at(graph: PurposeGraph, names: Iterable[str]) -> Iterator[Meeting]:
    for name in names:
        element = graph.element(name)
        if element.kind is Kind.OBJECTIVE and element.sphere != BOTH:
            meeting = _meeting(graph, name)
            if meeting:
                yield meeting


@remembered
@of_names
@patched(_meetings_again)
def meetings(graph: PurposeGraph) -> tuple[Meeting, ...]:
    """Where formal and informal supporters meet, in order of place. O(elements + arrows).

    They have met before where a formal element has an informal supporter, or the other way round, and where an element
    lives in both spheres.
    """
    if not living_in(graph, FORMAL) or not living_in(graph, INFORMAL):
        return ()
    return tuple(_meetings_at(graph, graph.end_names))


def _meeting(graph: PurposeGraph, name: str) -> Meeting | None:
    together = graph.turning_of.get(name, ())
    direct = [source for source in graph.served_by[name] if source not in together]
    formal, informal = coming_from(graph, FORMAL), coming_from(graph, INFORMAL)
    formally = frozenset(source for source in direct if formal.within[source])
    informally = frozenset(source for source in direct if informal.within[source])
    if not formally or not informally or formally & informally:
        return None
    bridged = not _above_bridges(graph).isdisjoint(graph.served_by[name]) or _joined(graph, formally, informally)
    spheres = (living_in(graph, FORMAL), living_in(graph, INFORMAL))
    first = [[source for source in direct if source in inside] for inside in spheres]
    return Meeting(
        name,
        (formally, informally),
        _few((*first[0], *formal.below[name])),
        _few((*first[1], *informal.below[name])),
        bridged,
    )


def _few(names: Few) -> Few:
    return tuple(dict.fromkeys(names))[:MOST_NAMED]


@remembered
@of_names
def _above_bridges(graph: PurposeGraph) -> set[str]:
    """The bridges and all that they support."""
    return reachable(graph.purposes, [bridge.element.name for bridge in bridges(graph)])


def _joined(graph: PurposeGraph, formally: frozenset[str], informally: frozenset[str]) -> bool:
    """Whether a bridge joins one of what comes formally and one of what comes informally, or may do so."""
    if not any(connections(graph).values()):
        return False
    one = {bridge for source in formally for bridge in _connected(graph, FORMAL).within[source]}
    other = {bridge for source in informally for bridge in _connected(graph, INFORMAL).within[source]}
    return bool(one & other) or max(len(one), len(other)) >= _MOST_BRIDGES


def _connected_again(graph: PurposeGraph, known: Gathered[Few], sphere: str) -> Gathered[Few] | None:
    above = above_edit(graph)
    if above is None or not same_ties(graph):
        return None
    inside = living_in(graph, sphere) & above
    own = {name: found for name, found in connections(graph).items() if name in inside}
    return gather_again(graph, known, own, few(_MOST_BRIDGES), ())


@remembered
@of_names
@patched(_connected_again)
def _connected(graph: PurposeGraph, sphere: str) -> Gathered[Few]:
    """The bridges that join a supporter in a sphere, or the element itself."""
    inside = living_in(graph, sphere)
    own = {name: found for name, found in connections(graph).items() if name in inside}
    return gather(course_of(graph), own, few(_MOST_BRIDGES), (), graph.loop_of)


def connected(graph: PurposeGraph, one: str, other: str) -> bool:
    """Whether a bridge joins two elements that have a sphere."""
    return not set(connections(graph).get(one, ())).isdisjoint(connections(graph).get(other, ()))


def _connections_again(graph: PurposeGraph, known: Mapping[str, Few]) -> Mapping[str, Few] | None:
    return known if same_ties(graph) else None


@remembered
@of_names
@patched(_connections_again)
def connections(graph: PurposeGraph) -> Mapping[str, Few]:
    """The bridges that join each element with a sphere, its owner, or a unit above that; a bridge joins itself, too.

    Bridges that touch one sphere only are left out.
    """
    if not bridges(graph):
        return {}
    by_end: defaultdict[str, list[str]] = defaultdict(list)
    for bridge in bridges(graph):
        by_end[bridge.element.name].append(bridge.element.name)
        for end in bridge.ends:
            by_end[end].append(bridge.element.name)
    both = living_in(graph, FORMAL) | living_in(graph, INFORMAL)
    by_owners, owned = _by_owners(graph, by_end), owners(graph)
    found = {
        name: tuple(dict.fromkeys((*by_end.get(name, ()), *by_owners.get(owned.get(name, ()), ())))) for name in both
    }
    touching = [
        {bridge for name in living_in(graph, sphere) for bridge in found[name]} for sphere in (FORMAL, INFORMAL)
    ]
    of_both = touching[0] & touching[1]
    return {name: tuple(bridge for bridge in joined if bridge in of_both) for name, joined in found.items() if joined}


def _by_owners(graph: PurposeGraph, by_end: Mapping[str, list[str]]) -> Mapping[Few, Few]:
    """The bridges that join one of some owners, or a unit above it."""
    parts = organisation(graph)
    joined = parts.all_of(by_end)
    if not joined:
        return {}
    found: dict[Few, Few] = {}
    for units in set(owners(graph).values()):
        above = dict.fromkeys(each for unit in units for each in parts.named(parts.upper[unit] & joined))
        found[units] = tuple(dict.fromkeys(bridge for unit in above for bridge in by_end[unit]))
    return found
