"""A `feeds` that closes no loop."""

from collections.abc import Iterator

from goalgraph.finding import Edit, Fix, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.links import Relation
from goalgraph.rules.rule import rule
from goalgraph.source import Span


@rule(
    "loose-feeds",
    Severity.WARNING,
    summary="A `feeds` closes no loop.",
    why="`feeds` announces a feedback, and here none comes back; it is read as `serves`",
)
def loose_feeds(graph: PurposeGraph) -> Iterator[Violation]:
    doubt = graph.map.doubt
    for link in graph.links[Relation.FEEDS]:
        if link.target in graph.turning_of.get(link.source, ()) or doubt.everything or doubt.why or doubt.how:
            continue
        keyword = Span(link.place.source, link.place.start, link.place.start + len("feeds"))
        fixes = (Fix("say `serves`", (Edit(keyword, "serves"),), safe=True),) if keyword.text == "feeds" else ()
        yield Violation(
            link.place,
            f"`{link.wording}` closes no loop",
            (link.source, link.target),
            helps=("say `serves`, or add the link that is to come back",),
            fixes=fixes,
        )
