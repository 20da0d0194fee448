"""A concept that nobody has taken apart, or a means that bears its title."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.half_read import half_read
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.sorting import namesakes, sortings
from goalgraph.model.elements import Element
from goalgraph.rules.concepts.telling import MOST_PLACES, is_whole, namesake_labels
from goalgraph.rules.dead_ends import told_dead_ends
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call


@rule(
    "unsorted",
    Severity.WARNING,
    summary="Nothing of a concept is kept, dropped or weighed, or a means bears its title.",
    why="a bundle that nobody takes apart is taken whole, with all that was put into it for others",
)
def unsorted(graph: PurposeGraph) -> Iterator[Violation]:
    if graph.map.doubt.everything:
        return
    # What is done for the sake of a concept is told as that.
    silent = half_read(graph) | {told.end.first for told in told_dead_ends(graph).get("recipe-as-end", ())}
    empty = [sorting.concept for name, sorting in sortings(graph).items() if not sorting.parts and name not in silent]
    for concept in empty:
        yield Violation(
            concept.place,
            f"nothing of {call(concept)} is kept, dropped or weighed",
            (concept.name,),
            labels=namesake_labels(graph, concept),
            helps=("`keep` the parts that an objective of yours would miss, `drop` the others and say why",),
            question=f'Which part of "{concept.title}" would you take if it were offered alone?',
        )
    told = {concept.name for concept in empty}
    for name, group in namesakes(graph).items():
        if name == group.concepts[0] and not any(
            each in told or _told_otherwise(graph, each) for each in group.concepts
        ):
            # What leads to no value is told at its dead end.
            means = [each for each in group.means if each in graph.anchored and each not in half_read(graph)]
            if means:
                yield _taken([graph.element(each) for each in means], [graph.element(each) for each in group.concepts])


def _told_otherwise(graph: PurposeGraph, name: str) -> bool:
    """Whether a concept is told as taken whole for another reason, or may be sorted by a line that was not read."""
    return name in half_read(graph) or bool(graph.served_by[name]) or is_whole(sortings(graph)[name])


def _taken(means: list[Element], concepts: list[Element]) -> Violation:
    first, concept = means[0], concepts[0]
    return Violation(
        first.title_place,
        f"{call(first)} is a means that bears the title of a concept, `{concept.name}`: taken whole",
        (*(each.name for each in means), *(each.name for each in concepts)),
        labels=(
            *(Label(each.title_place, "a means of the same title, too") for each in means[1:MOST_PLACES]),
            *(Label(each.title_place, "a concept of the same title") for each in concepts[:MOST_PLACES]),
        ),
        helps=(f"title `{first.name}` by the part that is used, and let `{concept.name}` keep it",),
        question=f'Which part of "{concept.title}" is it that you use?',
    )
