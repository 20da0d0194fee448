"""A concept all of whose parts are kept."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.half_read import half_read
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.sorting import sortings
from goalgraph.rules.concepts.telling import MOST_PLACES, is_whole, namesake_labels
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed


@rule(
    "whole-recipe",
    Severity.WARNING,
    summary="A concept has three parts or more, and every one is kept.",
    why="a recipe was made for no house in particular; where nothing was left out, nobody has asked what fits yours",
)
def whole_recipe(graph: PurposeGraph) -> Iterator[Violation]:
    for sorting in sortings(graph).values():
        concept, parts = sorting.concept, sorting.parts
        if is_whole(sorting) and concept.name not in half_read(graph):
            yield Violation(
                concept.place,
                f"{call(concept)} is taken whole: all {len(parts)} parts are kept, none is dropped or weighed",
                (concept.name,),
                labels=(
                    *(Label(link.place, "kept") for link in sorting.kept[:MOST_PLACES]),
                    *namesake_labels(graph, concept),
                ),
                helps=("name what else was on offer, and `drop` it with a reason; `weigh` what you are not sure of",),
                notes=(f"kept: {listed(parts)}",),
                question=f'Which part of "{concept.title}" could you do without?',
            )
