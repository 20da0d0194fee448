"""All bridges of a map are of one nature."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.half_read import half_read
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.spheres import bridges
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import listed

_LEAST = 3
_MOST_LABELS = 20
_HELPS = {
    "technical": "name who connects people where no system does: a mentor, a round table, someone who stands in both",
    "organizational": "name the tool that keeps what is said and finds it again, if there is one",
}
_QUESTIONS = {
    "technical": "Who would still talk to each other if these systems were down for a month?",
    "organizational": "What would be left of these bridges if the people changed?",
}


@rule(
    "one-kind-of-bridge",
    Severity.INFO,
    summary="A map has three bridges or more, all technical or all organizational.",
    why="systems alone connect files, and people alone connect those who know each other",
)
def one_kind_of_bridge(graph: PurposeGraph) -> Iterator[Violation]:
    elements = [bridge.element for bridge in bridges(graph)]
    names = [element.name for element in elements]
    natures = {element.natures for element in elements}
    doubt = graph.map.doubt
    unclear = doubt.everything or doubt.unread_lines or not half_read(graph).isdisjoint(names)
    if len(elements) < _LEAST or len(natures) > 1 or unclear:
        return
    (nature,) = natures
    if len(nature) != 1:
        return
    yield Violation(
        elements[0].place,
        f"all {len(elements)} bridges of this map are {nature[0]}: {listed(names)}",
        tuple(names),
        labels=tuple(Label(element.place, f"{nature[0]}, too") for element in elements[1:_MOST_LABELS]),
        helps=(_HELPS[nature[0]],),
        question=_QUESTIONS[nature[0]],
    )
