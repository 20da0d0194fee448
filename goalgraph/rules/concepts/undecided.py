"""Parts of a concept that are still weighed."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.sorting import sortings
from goalgraph.rules.concepts.telling import MOST_PLACES
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed


@rule(
    "undecided",
    Severity.INFO,
    summary="Parts of a concept are still weighed.",
    why="what is neither taken nor left takes time in every meeting until somebody decides",
)
def undecided(graph: PurposeGraph) -> Iterator[Violation]:
    for sorting in sortings(graph).values():
        if sorting.weighed:
            first, *others = sorting.weighed
            parts = tuple(dict.fromkeys(link.target for link in sorting.weighed))
            yield Violation(
                first.place,
                f"{listed(parts)} of {call(sorting.concept)} {'is' if len(parts) == 1 else 'are'} not decided yet",
                (sorting.concept.name,),
                labels=tuple(Label(link.place, "nor this") for link in others[:MOST_PLACES]),
                helps=("`keep` or `drop` it when you know; until then, write down what would decide it",),
                question="What would have to be known to decide, and who decides?",
            )
