"""A part of a concept that is dropped, and on which something rests."""

from collections.abc import Iterator, Sequence

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.arrows import Arrow
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.sorting import used_though_dropped
from goalgraph.model.links import Link
from goalgraph.rules.concepts.telling import MOST_PLACES
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed


@rule(
    "dropped-but-used",
    Severity.ERROR,
    summary="A part that a concept drops is needed by something, or serves something.",
    why="either it was not dropped, or something rests on what is not there",
)
def dropped_but_used(graph: PurposeGraph) -> Iterator[Violation]:
    for part, links, uses in used_though_dropped(graph).values():
        yield _told(graph, part, links, [graph.purpose_arrow(part, each) for each in uses])


def _told(graph: PurposeGraph, part: str, drops: Sequence[Link], arrows: list[Arrow]) -> Violation:
    # A bridge has an arrow to all that its ends have in common, and one line that says so.
    said: dict[Link, str] = {}
    for arrow in arrows:
        for link in arrow.links:
            said.setdefault(link, arrow.target)
    first, *others = dict.fromkeys(said.values())
    use, concept = next(iter(said)), graph.element(drops[0].source)
    return Violation(
        drops[0].place,
        f"{call(graph.element(part))} is dropped from {call(concept)}, and yet `{use.wording}`",
        (part, *(link.source for link in drops)),
        labels=(
            *(Label(link.place, f"dropped by `{link.source}`, too") for link in drops[1:MOST_PLACES]),
            *(Label(link.place, f"`{link.wording}`") for link in list(said)[:MOST_PLACES]),
        ),
        helps=(f"`keep {part}` if it is used; if it is not, take away what says so",),
        notes=(f"it is for {len(others)} more: {listed(others)}",) if others else (),
        question=f'What would "{graph.title(first)}" be without "{graph.title(part)}"?',
    )
