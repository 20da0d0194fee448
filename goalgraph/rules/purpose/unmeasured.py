"""An objective of which nobody could see that it is reached."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.half_read import half_read
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Kind
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call


@rule(
    "unmeasured",
    Severity.OFF,
    summary="An objective has no measure.",
    why="what nobody can see is reached when somebody says so, and never given up",
)
def unmeasured(graph: PurposeGraph) -> Iterator[Violation]:
    for name, element in graph.elements.items():
        if element.kind is Kind.OBJECTIVE and not element.measures and name not in half_read(graph):
            yield Violation(
                element.place,
                f"nothing shows whether {call(element)} is reached",
                (name,),
                helps=('say what would be counted: `measure "…" from … to … by …`',),
                question=f'How would you notice that "{element.title}" had come true?',
            )
