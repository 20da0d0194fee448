"""An intangible asset that reaches no value."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.dead_ends import told_as
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, only_there


@rule(
    "idle-intangible",
    Severity.WARNING,
    summary="An intangible asset, or one whose nature is not said, serves nothing.",
    why="what people know, a brand or a culture is worth something only through what is done with it",
)
def idle_intangible(graph: PurposeGraph) -> Iterator[Violation]:
    for element, leads_in in told_as(graph, "idle-intangible"):
        said = "" if element.natures else "; if it is something to be touched, say `nature tangible`"
        yield Violation(
            element.place,
            f"{call(element)} reaches no value",
            (element.name,),
            helps=(f"say which means or objective it `serves`{said}",),
            notes=only_there(leads_in),
            leads_in=leads_in,
            question=f'Who does something better because of "{element.title}"?',
        )
