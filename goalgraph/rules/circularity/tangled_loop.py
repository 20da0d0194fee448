"""Any other loop: it goes round, and yet a value is reached."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.loops import Loop
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Kind
from goalgraph.rules.circularity.telling import tell, told_loops, value_reached
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import times, titled


@rule(
    "tangled-loop",
    Severity.ERROR,
    summary="Elements serve one another in a circle that is not the end of the road.",
    why="in a circle everything can be justified by everything else, and nothing has a definite worth",
)
def tangled_loop(graph: PurposeGraph) -> Iterator[Violation]:
    for loop in told_loops(graph, "tangled-loop"):
        start = titled(graph, loop.start)
        yield tell(
            graph,
            loop,
            loop.circle,
            message=_message(graph, loop),
            why=f'ask "why?" {times(len(loop.circle))} and you are back at {start}',
            helps=(
                "say which of these is for the sake of which, and take away the link that says the opposite; "
                "or say `feeds` on the link that comes back, if the feedback is meant",
            ),
            notes=value_reached(graph, loop),
            may_be_meant=True,
            question=f"Which of these would you still want if the others were gone, and is {start} the one?",
        )


def _message(graph: PurposeGraph, loop: Loop) -> str:
    start, second = titled(graph, loop.start), titled(graph, loop.circle[0].target)
    if graph.element(loop.start).kind is Kind.VALUE:
        return f"{start}, a value, is for the sake of {second}, which is for its sake"
    return f"{start} is for its own sake: its whys come back to it"
