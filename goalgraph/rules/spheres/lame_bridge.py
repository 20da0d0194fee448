"""A bridge that ends in the air, or on the bank where it began."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.half_read import half_read
from goalgraph.graph.organisation import owners
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.spheres import BOTH, Bridge, bridges
from goalgraph.model.elements import Kind
from goalgraph.rules.dead_ends import told_dead_ends
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed


@rule(
    "lame-bridge",
    Severity.ERROR,
    summary="A bridge has fewer than two ends, or all its ends are of one sphere.",
    why="a bridge is worth what it brings together; with one bank it is a pier",
)
def lame_bridge(graph: PurposeGraph) -> Iterator[Violation]:
    unclear = half_read(graph)
    # What is for nothing is told as that.
    for_nothing = {name for ends in told_dead_ends(graph).values() for told in ends for name in told.end.members}
    silent = unclear | for_nothing
    for bridge in bridges(graph):
        if bridge.element.name in silent:
            continue
        if len(bridge.ends) < 2:
            yield _too_few(graph, bridge)
        elif unclear.isdisjoint(bridge.ends) and _on_one_bank(graph, bridge):
            yield _one_sphere(graph, bridge)


def _on_one_bank(graph: PurposeGraph, bridge: Bridge) -> bool:
    """Whether all ends are of one sphere, and as far as is said of one unit."""
    ends = [graph.element(name) for name in bridge.ends]
    spheres = {end.sphere for end in ends}
    if len(spheres) > 1 or not spheres.isdisjoint((None, BOTH)):
        return False
    belonging = ((end.name,) if end.kind is Kind.UNIT else owners(graph).get(end.name, ()) for end in ends)
    return len({unit for units in belonging for unit in units}) < 2


def _too_few(graph: PurposeGraph, bridge: Bridge) -> Violation:
    element, gone = bridge.element, bridge.stopped
    stopped = f": {listed(link.target for link in gone)} {'is' if len(gone) == 1 else 'are'} stopped" if gone else ""
    if not bridge.ends:
        message = f"{call(element)} joins nothing{' any more' if gone else ''}{stopped}"
    else:
        message = f"{call(element)} has one end {'left' if gone else 'only'}, {listed(bridge.ends)}{stopped}"
    return Violation(
        element.place,
        message,
        (element.name, *bridge.ends),
        labels=(
            *(Label(link.place, "the one end") for link in bridge.joins),
            *(Label(graph.map.elements[link.target].written("status"), "stopped here") for link in gone),
        ),
        helps=(
            "let it join something that goes on, or stop it as well" if gone else "say what it `joins`, two or more",
        ),
        question=f'Who or what is brought together by "{element.title}"?',
    )


def _one_sphere(graph: PurposeGraph, bridge: Bridge) -> Violation:
    element, ends = bridge.element, [graph.element(name) for name in bridge.ends]
    sphere = ends[0].sphere
    return Violation(
        element.place,
        f"{call(element)} joins the {sphere} to the {sphere}: {listed(bridge.ends)}",
        (element.name, *bridge.ends),
        labels=tuple(Label(end.written("sphere"), f"`{end.name}` is {sphere}") for end in ends),
        helps=("let one end be of the other sphere; or say by `owner` which parts of the organisation it connects",),
        question=f'Who meets by "{element.title}" that would not have met without it?',
        why="what is of one kind and in one place is connected already",
        severity=Severity.WARNING,
    )
