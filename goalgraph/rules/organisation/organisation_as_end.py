"""A unit at a dead end that something is done for."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.links_for import links_for
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.dead_ends import told_as
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, only_there


@rule(
    "organisation-as-end",
    Severity.WARNING,
    summary="Something is done for the sake of a unit, and the unit is for nothing.",
    why="a part of the organisation is there for something; kept for its own sake it grows without measure",
)
def organisation_as_end(graph: PurposeGraph) -> Iterator[Violation]:
    for unit, leads_in in told_as(graph, "organisation-as-end"):
        links = sorted(links_for(graph, unit.name), key=lambda link: link.place.order)
        told = {name for link in links for name in (link.source, link.target)}
        yield Violation(
            links[0].place,
            f"{call(unit)} has become a purpose in itself: things are done for it, and it serves nothing",
            (unit.name,),
            labels=(
                *(Label(link.place, f"`{link.wording}`, too") for link in links[1:]),
                Label(unit.place, f"`{unit.name}` is a unit"),
            ),
            helps=(f"say which objective the work is for, or what `{unit.name}` itself `serves`",),
            notes=only_there([name for name in leads_in if name not in told]),
            leads_in=leads_in,
            question=f'What does "{unit.title}" do for others with what is done for it?',
        )
