"""The one finding of a dead end: which rule tells it, and what is listed with it.

One cause, one finding: the first that fits tells the dead end, and all that leads only there gives no finding of its
own.
"""

from collections.abc import Iterator
from typing import NamedTuple

from goalgraph.graph.dead_ends import DeadEnd, dead_ends, shares
from goalgraph.graph.kinds import of_each
from goalgraph.graph.loops import Loop
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import of_links, remembered
from goalgraph.model.elements import Element, Kind
from goalgraph.model.links import Relation


class Told(NamedTuple):
    """A dead end that is told, and what leads only there."""

    end: DeadEnd
    leads_in: tuple[str, ...]


@remembered
def told_dead_ends(graph: PurposeGraph) -> dict[str, list[Told]]:
    """The dead ends that are told, by the slug of the rule that tells them."""
    speaking = [(end, slug) for end in dead_ends(graph) if not end.in_doubt and (slug := _slug(graph, end))]
    given = shares(graph, [end for end, _ in speaking])
    by_slug: dict[str, list[Told]] = {}
    for end, slug in speaking:
        by_slug.setdefault(slug, []).append(Told(end, given[end.first]))
    return by_slug


def told_as(graph: PurposeGraph, slug: str) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """The dead ends of one element that a rule tells: the element, and what leads only there."""
    for told in told_dead_ends(graph).get(slug, ()):
        yield graph.element(told.end.first), told.leads_in


def _slug(graph: PurposeGraph, end: DeadEnd) -> str | None:
    """The rule that tells a dead end, or None for one that is none of our business."""
    if len(end.members) == 1:
        return _slug_of_one(graph, graph.element(end.first))
    if not end.is_loop:
        return "idle-flywheel"
    return "deadlock" if Loop(graph, frozenset(end.members)).circle_of_needs else "closed-loop"


def _slug_of_one(graph: PurposeGraph, element: Element) -> str | None:  # noqa: PLR0911  # a ladder: the first that fits
    name = element.name
    supported = bool(graph.served_by[name])
    if name in _serving_themselves(graph):
        return "own-purpose"
    if name in _counted(graph) or element.natures == ("tangible",):
        return None
    if element.kind is Kind.UNIT:
        return "organisation-as-end" if supported else None
    if element.kind is Kind.CONCEPT:
        return "recipe-as-end" if supported else None
    if name in _kept(graph):
        return "kept-without-purpose"
    if element.kind is Kind.OBJECTIVE:
        return "unanchored"
    if element.kind is Kind.ASSET:
        return "idle-intangible"
    return "means-as-end" if supported else "no-why"


@remembered
@of_links
def _serving_themselves(graph: PurposeGraph) -> frozenset[str]:
    """What has a link to itself."""
    return frozenset(link.source for link in graph.self_links)


@of_each(*Kind)
def _counts(_: PurposeGraph, element: Element) -> tuple[str, ...] | None:
    """What the measures of an element count."""
    return tuple(measure.of for measure in element.measures if measure.of is not None) or None


def _counted(graph: PurposeGraph) -> frozenset[str]:
    """What some measure counts."""
    return frozenset(name for names in _counts(graph).values() for name in names)


@remembered
@of_links
def _kept(graph: PurposeGraph) -> frozenset[str]:
    """What some concept keeps."""
    return frozenset(link.target for link in graph.links[Relation.KEEP])
