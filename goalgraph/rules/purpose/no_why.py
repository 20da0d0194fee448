"""A means that nobody knows the why of."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.dead_ends import told_as
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, serves_nothing


@rule(
    "no-why",
    Severity.ERROR,
    summary="A means or bridge serves nothing.",
    why="people build without knowing why, and nobody can tell when it is good enough",
)
def no_why(graph: PurposeGraph) -> Iterator[Violation]:
    for element, leads_in in told_as(graph, "no-why"):
        yield Violation(
            element.place,
            f"{call(element)} has no why: {serves_nothing(graph, element.name)}",
            (element.name,),
            helps=("say which objective it `serves`, or stop it",),
            leads_in=leads_in,
            question=f'Which result would be missed without "{element.title}"?',
        )
