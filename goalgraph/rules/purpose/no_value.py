"""A map that names no value."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.kinds import of_kind
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Kind
from goalgraph.rules.rule import rule


@rule(
    "no-value",
    Severity.WARNING,
    summary="A map with objectives names no value.",
    why="without a value nothing says what all this is for; the topmost objectives stand in for it",
)
def no_value(graph: PurposeGraph) -> Iterator[Violation]:
    objectives = of_kind(graph, Kind.OBJECTIVE)
    if (
        not objectives
        or graph.values
        or graph.map.doubt.everything
        or graph.map.doubt.unread_lines
        or graph.map.doubt.why
    ):
        return
    strategy = graph.map.strategy
    told_at = strategy or objectives[0]
    yield Violation(
        told_at.place,
        "this map names no value: what is all this for?",
        (told_at.name,) if strategy else (),
        helps=('say what the enterprise creates in the end: `value some-name "…"`, and let the objectives serve it',),
        question="What would be missing if this enterprise stopped, and who would miss it?",
    )
