"""An element that works for an end and against it."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph import alignment
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call


@rule(
    "at-odds",
    Severity.WARNING,
    summary="An element supports an end and hinders the same end.",
    why="who does more of it gets more of both, and nobody has said which of the two is stronger",
)
def at_odds(graph: PurposeGraph) -> Iterator[Violation]:
    for found in alignment.at_odds(graph):
        link = found.hinders
        element, end = graph.element(link.source), graph.element(link.target)
        steps = [graph.step(arrow) for arrow in found.way]
        yield Violation(
            link.place,
            f"{call(element)} works for {call(end)} and against it",
            (element.name, end.name),
            labels=tuple(Label(step.places[0], f"`{step.name}` {step.reading} `{step.target}`") for step in steps),
            helps=(f"take one of the two away; or part what helps `{end.name}` from what hinders it",),
            notes=() if steps else (f"it leads to `{end.name}` by a very long way",),
            question=f'Which is stronger: what "{element.title}" does for "{end.title}", or what it does against it?',
        )
