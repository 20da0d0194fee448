"""An end is put in the service of a means."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.cuts import smallest_cut
from goalgraph.graph.loops import loops
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.ranks import running_down
from goalgraph.graph.reach import reachable
from goalgraph.model.elements import Kind
from goalgraph.model.links import Link
from goalgraph.rules.dead_ends import told_dead_ends
from goalgraph.rules.mending import turned_round
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call


@rule(
    "end-serves-means",
    Severity.ERROR,
    summary="A value serves an objective, or an end serves a means, a bridge, or an asset for nothing else.",
    why="what is wanted has been made a help for what should help it",
)
def end_serves_means(graph: PurposeGraph) -> Iterator[Violation]:
    cut = {(arrow.source, arrow.target) for loop in loops(graph) for arrow in smallest_cut(graph, loop).arrows}
    # A value that serves a dead end is told with the dead end.
    told = {name for ends in told_dead_ends(graph).values() for end in ends for name in end.end.members}
    for link in running_down(graph):
        if graph.element(link.source).kind is Kind.VALUE and link.target in told:
            continue
        if (link.source, link.target) not in cut and _inverts(graph, link):
            source, target = graph.element(link.source), graph.element(link.target)
            otherwise = "say what the asset is for" if target.kind is Kind.ASSET else "take it away"
            yield Violation(
                link.place,
                f"{call(source)}, {source.kind.phrase}, is there for the sake of {target.kind.phrase}, {call(target)}",
                (link.source, link.target),
                labels=(Label(target.place, f"`{target.name}` is {target.kind.phrase}"),),
                helps=(f"turn it round: `{target.name} serves {source.name}`, or {otherwise}",),
                fixes=(turned_round(graph, link),),
                question=f'What would be lost if "{source.title}" came about without "{target.title}"?',
            )


def _inverts(graph: PurposeGraph, link: Link) -> bool:
    """Whether a link that runs down makes a help of what is wanted."""
    target = graph.element(link.target)
    if target.kind is Kind.ASSET:
        # To build an asset can be a result that is sought, where the asset is for something else in turn.
        reached = reachable(graph.purposes, [target.name], avoid=[link.source])
        return graph.anchors.isdisjoint(reached) and not _uncertain(graph, reached)
    return target.kind in (Kind.OBJECTIVE, Kind.MEANS, Kind.BRIDGE)


def _uncertain(graph: PurposeGraph, reached: set[str]) -> bool:
    doubt = graph.map.doubt
    return doubt.everything or not reached.isdisjoint(doubt.why)
