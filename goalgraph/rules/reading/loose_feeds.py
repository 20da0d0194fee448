"""A `feeds` that closes no loop."""

from collections.abc import Iterator

from goalgraph.finding import Fix, Relink, Severity, Unlink, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import DOERS, Kind
from goalgraph.model.links import Link, Relation
from goalgraph.model.problems import RepeatedLink
from goalgraph.rules.rule import rule


@rule(
    "loose-feeds",
    Severity.WARNING,
    summary="A `feeds` closes no loop.",
    why="`feeds` announces a feedback, and here none comes back; it is read as `serves`",
)
def loose_feeds(graph: PurposeGraph) -> Iterator[Violation]:
    doubt = graph.map.doubt
    # Of two that say the same, that one goes is the first thing to mend.
    repeated = {problem.first for problem in graph.map.problems if isinstance(problem, RepeatedLink)}
    for link in graph.links[Relation.FEEDS]:
        if link.target in graph.turning_of.get(link.source, ()) or doubt.everything or doubt.why or doubt.how:
            continue
        yield Violation(
            link.place,
            f"`{link.wording}` closes no loop",
            (link.source, link.target),
            helps=("say `serves`, or add the link that is to come back",),
            fixes=() if link in repeated else (_as_serves(graph, link),),
        )


def _as_serves(graph: PurposeGraph, link: Link) -> Fix:
    """It is read as `serves`, so nothing changes by saying so, but where a `serves` would be a finding itself."""
    arrow = graph.arrows.get((link.source, link.target))
    if arrow and any(each.relation is Relation.SERVES for each in arrow.links):
        return Fix("remove it: `serves` says the same", (Unlink(link.place),), safe=not link.because)
    source, target = graph.element(link.source), graph.element(link.target)
    straight = target.kind is Kind.VALUE and source.kind in DOERS
    safe = not graph.runs_down(link) and not straight
    return Fix("say `serves`", (Relink(link.place, Relation.SERVES),), safe=safe)
