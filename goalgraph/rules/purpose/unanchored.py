"""An objective that leads to no value."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.links_for import links_for
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Kind
from goalgraph.model.links import Link, Relation
from goalgraph.rules.dead_ends import told_as
from goalgraph.rules.mending import turned_round
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, only_there


@rule(
    "unanchored",
    Severity.WARNING,
    summary="An objective serves nothing, in a map that names values.",
    why="a result that leads to no value is sought from habit, or for a reason that was not written down",
)
def unanchored(graph: PurposeGraph) -> Iterator[Violation]:
    for element, leads_in in told_as(graph, "unanchored"):
        inverted = [link for link in links_for(graph, element.name) if _is_inverted(graph, link)]
        turned = f"turn `{inverted[0].wording}` round, or " if inverted else ""
        yield Violation(
            element.place,
            f"{call(element)} is for no value of this map",
            (element.name,),
            labels=tuple(Label(link.place, f"`{link.wording}`, a value") for link in inverted),
            helps=(f"{turned}say which value or objective it `serves`",),
            notes=only_there(leads_in),
            leads_in=leads_in,
            fixes=tuple(turned_round(graph, link) for link in inverted[:1]),
            question=f'For whose good is "{element.title}" sought?',
        )


def _is_inverted(graph: PurposeGraph, link: Link) -> bool:
    """Whether a value is said to serve the objective."""
    return link.relation is Relation.SERVES and graph.element(link.source).kind is Kind.VALUE
