"""The chain of whys stops at a tool."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.dead_ends import told_as
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, only_there, serves_nothing


@rule(
    "means-as-end",
    Severity.ERROR,
    summary="A means or bridge has supporters and is itself for nothing.",
    why="the chain of whys stops at something that is done or used, not at something that is wanted",
)
def means_as_end(graph: PurposeGraph) -> Iterator[Violation]:
    for element, leads_in in told_as(graph, "means-as-end"):
        supporters = len(graph.supporters(element.name))
        work = "1 element works" if supporters == 1 else f"{supporters} elements work"
        yield Violation(
            element.place,
            f"{call(element)} has become a goal: {work} for it, and {serves_nothing(graph, element.name)}",
            (element.name,),
            helps=("say which objective it `serves`, or stop it",),
            notes=only_there(leads_in),
            leads_in=leads_in,
            question=f'Which result would be missed if "{element.title}" went away?',
        )
