"""A circle of needs: nothing in it can start."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.circularity.telling import tell, told_loops, value_reached
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import titled


@rule(
    "deadlock",
    Severity.ERROR,
    summary="Elements need one another in a circle.",
    why="nothing in the circle can be had before everything else in it is there",
)
def deadlock(graph: PurposeGraph) -> Iterator[Violation]:
    for loop in told_loops(graph, "deadlock"):
        circle = loop.circle_of_needs
        needed, needing = titled(graph, circle[0].source), titled(graph, circle[0].target)
        yield tell(
            graph,
            loop,
            circle,
            message=f"nothing here can start: {needing} needs {needed}, which can't be had without {needing}",
            why="a need is a fact: while each waits for the next, none of them begins",
            helps=("find the need that is not one (a first version may do without), and take it away",),
            notes=value_reached(graph, loop),
            question=f"What is the least version of {needing} that could do without {needed}?",
        )
