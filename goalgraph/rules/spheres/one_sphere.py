"""An objective next to a value that is supported from one sphere alone."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.half_read import half_read
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
    unclear = graph.elements.keys() & (half_read(graph) | graph.map.doubt.how)
    silent = reachable(graph.purposes, unclear)
    for objective in graph.ends:
        name = objective.name
        next_to_value = any(graph.element(target).kind is Kind.VALUE for target in graph.steps[name])
        if objective.kind is not Kind.OBJECTIVE or not next_to_value or name in silent:
            continue
        for sphere, other in ((FORMAL, INFORMAL), (INFORMAL, FORMAL)):
            supporters = coming_from(graph, sphere).below[name]
            if len(supporters) == MOST_NAMED and not _reaches(graph, other, name):
                yield _told(graph, objective, sphere, supporters)


def _reaches(graph: PurposeGraph, sphere: str, name: str) -> bool:
    """Whether an element, one on a loop with it, or one that supports it lives in a sphere, or joins what does."""
    return bool(coming_from(graph, sphere).within[name]) or name in _joining(graph, sphere)


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
