"""A part of a concept that is left out, and nobody says why."""

from collections.abc import Iterator
from itertools import groupby

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.sorting import sortings, used_though_dropped
from goalgraph.model.links import Link
from goalgraph.rules.concepts.telling import MOST_PLACES
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed


@rule(
    "dropped-without-reason",
    Severity.WARNING,
    summary="A part of a concept is dropped without a reason.",
    why="what was left out without a reason is offered again next year, and nobody remembers why not",
)
def dropped_without_reason(graph: PurposeGraph) -> Iterator[Violation]:
    # Of a part that is used all the same no reason is asked before that is settled.
    used = used_though_dropped(graph)
    for sorting in sortings(graph).values():
        unexplained = [link for link in sorting.dropped if not link.because and link.target not in used]
        for _, line in groupby(unexplained, key=_line):
            first, *others = line
            parts = [first.target, *(link.target for link in others)]
            yield Violation(
                first.place,
                f"{call(sorting.concept)} drops {listed(parts)} without saying why",
                (sorting.concept.name, *(part for part in parts if part in graph.elements)),
                labels=tuple(Label(link.place, "this, too") for link in others[:MOST_PLACES]),
                helps=('say `because "…"` at the end of the line',),
                question=f"What speaks against {listed(parts)} here, and would still do so next year?",
                detail=" ".join(part for part in parts if part not in graph.elements),
            )


def _line(link: Link) -> tuple[str, int]:
    return link.place.path, link.place.line
