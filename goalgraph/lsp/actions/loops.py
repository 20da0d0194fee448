"""What can be done about one link of a loop: to cut it, to say that the feedback is meant, to turn it round."""

from collections.abc import Iterator

from goalgraph.finding import Finding
from goalgraph.graph.arrows import Arrow
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import components
from goalgraph.lsp.actions.offers import Offer
from goalgraph.model.links import Relation
from goalgraph.rules.mending import as_feedback, cutting, turned_round
from goalgraph.source import Span

# In other loops `feeds` would mend nothing: they would still be dead ends, or circles of needs.
_MAY_BE_MEANT = frozenset({"tangled-loop", "chicken-and-egg"})


def link_offers(graph: PurposeGraph, finding: Finding, place: Span) -> Iterator[Offer]:
    """What can be done about the link at a place of a finding, where the finding tells a loop."""
    arrow = _arrow_at(graph, finding, place) if finding.violation.cut else None
    if arrow is None:
        return
    stays = _goes_round(graph, finding, arrow)
    this = " and ".join(("this link", *(f"`{link.wording}`" for link in arrow.links if link.place != place)))
    yield _offer(finding, f"Cut {this}", stays, Offer.of(cutting(graph, arrow.links), finding, ""))
    meant = as_feedback(graph, arrow.links) if finding.rule in _MAY_BE_MEANT else None
    if meant:
        yield _offer(finding, f"Turn {this} into `feeds`: the feedback is meant", stays, Offer.of(meant, finding, ""))
    if len(arrow.links) == 1 and _may_be_turned(graph, arrow):
        turned = turned_round(graph, arrow.links[0])
        title = f"Turn this link round{turned.title.removeprefix('turn it round')}"
        stays = _goes_round(graph, finding, arrow, turned=True)
        yield _offer(finding, title, stays, Offer.of(turned, finding, ""))


def _may_be_turned(graph: PurposeGraph, arrow: Arrow) -> bool:
    """Whether a link is not said the other way round already, and turned round would make no end serve a means."""
    link = arrow.links[0]
    upward = link.relation is Relation.SERVES and graph.rank(link.source) < graph.rank(link.target)
    return not upward and (arrow.target, arrow.source) not in graph.arrows


def _offer(finding: Finding, title: str, stays: bool, made: Offer) -> Offer:
    """What is said of a link: where other circles stay it mends nothing yet."""
    return made._replace(title=f"{title} (other circles stay)" if stays else title, mends=() if stays else (finding,))


def _arrow_at(graph: PurposeGraph, finding: Finding, place: Span) -> Arrow | None:
    members = frozenset(finding.violation.loop)
    return next(
        (
            graph.arrows[source, target]
            for source in finding.violation.loop
            for target in graph.steps[source]
            if target in members and any(link.place == place for link in graph.arrows[source, target].links)
        ),
        None,
    )


def _goes_round(graph: PurposeGraph, finding: Finding, arrow: Arrow, *, turned: bool = False) -> bool:
    """Whether anything of a loop still goes round when one of its arrows is gone, or turned round."""
    members = frozenset(finding.violation.loop)
    steps = {
        source: [
            each for each in graph.steps[source] if each in members and (source, each) != (arrow.source, arrow.target)
        ]
        for source in finding.violation.loop
    }
    if turned:
        steps[arrow.target].append(arrow.source)
    return bool(components(steps))
