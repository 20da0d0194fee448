"""A loop that the `serves` alone would not close: something is for what can't be had without it."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.links import Relation
from goalgraph.rules.circularity.telling import tell, told_loops, value_reached
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import titled


@rule(
    "chicken-and-egg",
    Severity.WARNING,
    summary="Something is for the sake of what it can't be had without.",
    why="where each waits for the other, work begins with neither or with whichever was wanted anyway",
)
def chicken_and_egg(graph: PurposeGraph) -> Iterator[Violation]:
    for loop in told_loops(graph, "chicken-and-egg"):
        need = next(arrow for arrow in loop.circle if arrow.links[0].relation is Relation.NEEDS)
        needing, needed = titled(graph, need.target), titled(graph, need.source)
        yield tell(
            graph,
            loop,
            loop.circle,
            message=f"{needing} is for {needed} and can't be had without it",
            why="each waits for the other: nothing says where to begin",
            helps=(
                "say which comes first, and take away the link that says the opposite; "
                "or say `feeds` on the link that comes back, if the feedback is meant",
            ),
            notes=value_reached(graph, loop),
            may_be_meant=True,
            question=f"Which comes first, {needing} or {needed}?",
        )
