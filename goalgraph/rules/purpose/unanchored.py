"""An objective that leads to no value."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.dead_ends import told_as
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, only_there


@rule(
    "unanchored",
    Severity.WARNING,
    summary="An objective serves nothing, in a map that names values.",
    why="a result that leads to no value is sought from habit, or for a reason that was not written down",
)
def unanchored(graph: PurposeGraph) -> Iterator[Violation]:
    for element, leads_in in told_as(graph, "unanchored"):
        yield Violation(
            element.place,
            f"{call(element)} is for no value of this map",
            (element.name,),
            helps=("say which value or objective it `serves`",),
            notes=only_there(leads_in),
            leads_in=leads_in,
            question=f'For whose good is "{element.title}" sought?',
        )
