"""An objective next to a value that is supported from one sphere alone."""

from collections.abc import Iterator, Sequence

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.half_read import half_supported
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.remembering import of_names, remembered
from goalgraph.graph.spheres import FORMAL, INFORMAL, MOST_NAMED, bridges, coming_from, living_in
from goalgraph.model.elements import Element, Kind
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed

_HELPS = {
    FORMAL: "say which informal practice helps as well: whom people ask, what they know, what they do unasked",
    INFORMAL: "say what formal hold it has: a role, a rule, an hour in the week, a place where it is kept",
}


@rule(
    "one-sphere",
    Severity.INFO,
    summary="An objective right below a value is supported by three or more of one sphere and none of the other.",
    why="what is decided and what is lived carry a result together; whoever looks at one alone plans half of it",
)
def one_sphere(graph: PurposeGraph) -> Iterator[Violation]:
    if graph.map.doubt.everything or not living_in(graph, FORMAL) or not living_in(graph, INFORMAL):
        return
    silent = half_supported(graph)
    for name, sphere, supporters in _one_sided(graph):
        if name not in silent:
            yield _told(graph, graph.element(name), sphere, supporters)


@remembered
@of_names
def _one_sided(graph: PurposeGraph) -> Sequence[tuple[str, str, tuple[str, ...]]]:
    """The objectives right below a value that are supported from one sphere alone: which, and by which few.

    Neither they, nor one on a loop with them, nor what supports them lives in the other, or joins what does.
    """
    right_below = {
        source for value in graph.values for source in graph.served_by[value] if value in graph.steps[source]
    }
    names = [name for name in graph.end_names if name in right_below and graph.element(name).kind is Kind.OBJECTIVE]
    found = []
    for sphere, other in ((FORMAL, INFORMAL), (INFORMAL, FORMAL)):
        below, reached = coming_from(graph, sphere).below, coming_from(graph, other).within
        joining = _joining(graph, other)
        found += [
            (name, sphere, below[name])
            for name in names
            if len(below[name]) == MOST_NAMED and not reached[name] and name not in joining
        ]
    return found


@remembered
@of_names
def _joining(graph: PurposeGraph, sphere: str) -> set[str]:
    """The bridges that join something of a sphere, and all that they support."""
    inside = living_in(graph, sphere)
    joining = [bridge.element.name for bridge in bridges(graph) if not inside.isdisjoint(bridge.ends)]
    return reachable(graph.purposes, joining)


def _told(graph: PurposeGraph, objective: Element, sphere: str, supporters: tuple[str, ...]) -> Violation:
    elements = [graph.element(name) for name in graph.in_order(set(supporters))]
    examples = listed(each.name for each in elements)
    asked = "happen where nobody has ordered it" if sphere == FORMAL else "outlast those who do it today"
    return Violation(
        objective.place,
        f"{call(objective)} is supported from the {sphere} sphere alone, as by {examples}",
        (objective.name,),
        labels=tuple(Label(each.written("sphere"), f"`{each.name}` is {sphere}") for each in elements),
        helps=(_HELPS[sphere],),
        question=f'What would make "{objective.title}" {asked}?',
    )
