"""A part of a concept that is kept and serves nothing."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.links import Link, Relation
from goalgraph.rules.dead_ends import told_as
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, only_there


@rule(
    "kept-without-purpose",
    Severity.ERROR,
    summary="A part that a concept keeps is for nothing.",
    why="a part is kept because it serves a strategy, not because it came with the bundle",
)
def kept_without_purpose(graph: PurposeGraph) -> Iterator[Violation]:
    kept: dict[str, list[Link]] = {}
    for link in graph.links[Relation.KEEP]:
        kept.setdefault(link.target, []).append(link)
    for part, leads_in in told_as(graph, "kept-without-purpose"):
        keeps = kept[part.name]
        concept = graph.element(keeps[0].source)
        yield Violation(
            keeps[0].place,
            f"{call(part)} is kept from {call(concept)} and serves nothing",
            (part.name, *(link.source for link in keeps)),
            labels=(
                Label(part.place, f"`{part.name}` is declared here"),
                *(Label(link.place, f"kept by `{link.source}`, too") for link in keeps[1:]),
            ),
            helps=(f"say which objective `{part.name}` serves; or `drop {part.name}`, and take its statement away",),
            notes=only_there(leads_in),
            leads_in=leads_in,
            question=f'Which objective would be missed without "{part.title}"?',
        )
