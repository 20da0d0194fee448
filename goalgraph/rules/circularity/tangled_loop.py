"""Any other loop: it goes round, and yet a value is reached."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.loops import Loop
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from goalgraph.rules.circularity.telling import tell, told_loops
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed, times, titled


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
            question=f"Which of these would you still want if the others were gone, and is {start} the one?",
        )


def _message(graph: PurposeGraph, loop: Loop) -> str:
    start, second = titled(graph, loop.start), titled(graph, loop.circle[0].target)
    if graph.element(loop.start).kind is Kind.VALUE:
        return f"{start}, a value, is for the sake of {second}, which is for its sake"
    return f"{start} is for its own sake: its whys come back to it"


def value_reached(graph: PurposeGraph, loop: Loop) -> tuple[str, ...]:
    """Which value a loop reaches or holds, and whether by one thin thread; nothing where that is not certain."""
    held = graph.in_order(loop.members & graph.anchors)
    if held:
        return (f"{call(graph.element(held[0]))} stands on the loop itself",)
    ways = [way for way in loop.exits if way[1] in graph.anchored]
    if not ways:
        return ()
    reached = graph.in_order(graph.anchors & reachable(graph.purposes, [target for _, target in ways]))
    values = call(graph.element(reached[0])) if len(reached) == 1 else listed(reached)
    note = f"it still reaches {values}"
    if len(ways) == 1:
        link = graph.purpose_arrow(*ways[0]).links[0]
        place = f"`{link.wording}` ({link.place.where})"
        source, target = graph.element(ways[0][0]), graph.element(ways[0][1])
        straight = source.kind is Kind.MEANS and target.kind is Kind.VALUE and link.relation is Relation.SERVES
        if link.strength == "weakly":
            return (f"{note}, but by one thin thread: {place} says so, weakly",)
        if straight:
            return (f"{note}, but by one thin thread: {place}, straight from a means to a value",)
        return (f"{note}, by one link: {place}",)
    return (note,)
