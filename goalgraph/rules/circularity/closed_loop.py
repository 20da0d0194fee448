"""A loop that is a dead end: it is its own purpose."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.circularity.telling import tell, told_loops
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import times, titled


@rule(
    "closed-loop",
    Severity.ERROR,
    summary="A loop is its own purpose: nothing leads out of it to a value.",
    why="ask why often enough and you are back where you began",
)
def closed_loop(graph: PurposeGraph) -> Iterator[Violation]:
    for loop in told_loops(graph, "closed-loop"):
        headline = titled(graph, loop.headline)
        yield tell(
            graph,
            loop,
            loop.circle,
            message=f"{titled(graph, loop.start)} is its own purpose: no value is ever reached",
            why=f'ask "why?" {times(len(loop.circle))} and you are back where you began',
            helps=(f"say which objective or value outside the loop would miss {headline}, or stop it",),
            question=f"Who outside this circle would miss {headline}, and what would they miss?",
        )
