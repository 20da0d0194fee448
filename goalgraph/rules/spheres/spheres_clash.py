"""The informal works against the formal, or the other way round."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.alignment import at_odds
from goalgraph.graph.half_read import half_read
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.spheres import FORMAL, INFORMAL, bridges, connected
from goalgraph.model.links import Link, Relation
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call


@rule(
    "spheres-clash",
    Severity.WARNING,
    summary="An informal element hinders a formal one, or the other way round, and no bridge joins the two.",
    why="where what is lived and what is decided work against each other, both lose until somebody stands in both",
)
def spheres_clash(graph: PurposeGraph) -> Iterator[Violation]:
    clashes: dict[frozenset[str], list[Link]] = {}
    for link in graph.links[Relation.HINDERS]:
        spheres = {graph.element(link.source).sphere, graph.element(link.target).sphere}
        if spheres == {FORMAL, INFORMAL}:
            clashes.setdefault(frozenset((link.source, link.target)), []).append(link)
    unclear = half_read(graph)
    # A bridge of which not all is known may join any two.
    if not clashes or graph.map.doubt.everything or any(each.element.name in unclear for each in bridges(graph)):
        return
    # What works for an end and against it is told as that.
    told = {frozenset((each.hinders.source, each.hinders.target)) for each in at_odds(graph)}
    for pair, links in clashes.items():
        if pair not in told and unclear.isdisjoint(pair) and not connected(graph, *pair):
            yield _told(graph, links)


def _told(graph: PurposeGraph, links: list[Link]) -> Violation:
    first = links[0]
    hindering, hindered = graph.element(first.source), graph.element(first.target)
    return Violation(
        first.place,
        f"{call(hindering)}, which is {hindering.sphere}, works against {call(hindered)}, which is {hindered.sphere}, "
        "and no bridge joins the two",
        (hindering.name, hindered.name),
        labels=(
            *(Label(link.place, f"`{link.wording}`, too") for link in links[1:]),
            *(Label(each.written("sphere"), f"`{each.name}` is {each.sphere}") for each in (hindering, hindered)),
        ),
        helps=(f"name what connects them, as a `bridge` that `joins {hindering.name}, {hindered.name}`; or stop one",),
        question=f'Who knows both "{hindering.title}" and "{hindered.title}" from the inside?',
    )
