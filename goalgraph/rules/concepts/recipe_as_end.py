"""A strategy for the recipe: an element serves a concept."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.links_for import links_for
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.dead_ends import told_as
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, only_there


@rule(
    "recipe-as-end",
    Severity.ERROR,
    summary="An element serves a concept.",
    why="a trend, a recipe or a framework is on offer to be sorted, and not something to work for",
)
def recipe_as_end(graph: PurposeGraph) -> Iterator[Violation]:
    for concept, leads_in in told_as(graph, "recipe-as-end"):
        links = sorted(links_for(graph, concept.name), key=lambda link: link.place.order)
        first = links[0]
        servers = dict.fromkeys(link.source for link in links)
        yield Violation(
            first.place,
            f"{call(graph.element(first.source))} is there for the sake of a concept, {call(concept)}",
            (concept.name, *servers),
            labels=(
                *(Label(link.place, f"`{link.wording}`, too") for link in links[1:]),
                Label(concept.place, f"`{concept.name}` is a concept"),
            ),
            helps=("let the concept `keep` what serves an objective of yours, and say which objective that is",),
            notes=only_there([name for name in leads_in if name not in servers]),
            leads_in=leads_in,
            question=f'Which objective would be missed without "{concept.title}"?',
        )
