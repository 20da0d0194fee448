"""An element that serves, feeds or needs itself."""

from collections.abc import Iterator

from goalgraph.finding import Fix, Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.links import Link, Relation
from goalgraph.rules.dead_ends import told_as
from goalgraph.rules.mending import unlinking
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, only_there

_WHYS = {
    Relation.NEEDS: "that a thing needs itself says nothing about what has to come first",
    Relation.FEEDS: "that a thing feeds itself says nothing about what makes it grow",
}


@rule(
    "own-purpose",
    Severity.ERROR,
    summary="An element serves, feeds or needs itself.",
    why="what is its own reason can't be weighed against anything, like a cell that adds up itself",
)
def own_purpose(graph: PurposeGraph) -> Iterator[Violation]:
    dead_ends = {element.name: leads_in for element, leads_in in told_as(graph, "own-purpose")}
    by_element: dict[str, list[Link]] = {}
    for link in graph.self_links:
        by_element.setdefault(link.source, []).append(link)
    for name, links in by_element.items():
        element = graph.element(name)
        dead_end = name in dead_ends
        nothing_else = " and serves nothing else" if dead_end else ""
        leads_in = dead_ends.get(name, ())
        yield Violation(
            links[0].place,
            f"{call(element)} {links[0].relation} itself{nothing_else}",
            (name,),
            labels=tuple(Label(link.place, f"`{link.wording}`") for link in links[1:]),
            helps=("say what it is for, or stop it" if dead_end else "take the link away",),
            notes=only_there(leads_in),
            leads_in=leads_in,
            fixes=(Fix("take it away", unlinking(graph, links)),),
            why=_WHYS.get(links[0].relation, ""),
            question=f'What is "{element.title}" for?',
        )
