"""Units that work for objectives of their own and for no other's."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.alignment import units_apart
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed

_MOST_LABELS = 20


@rule(
    "silo",
    Severity.INFO,
    summary="Units work for objectives that no other unit works for, and for no others.",
    why="each part may do well while nobody works for what takes more than one of them",
)
def silo(graph: PurposeGraph) -> Iterator[Violation]:
    doubt = graph.map.doubt
    # Any line that was not read may hold what a unit has in common with another.
    if doubt.everything or doubt.unread_lines or doubt.unresolved_links:
        return
    apart = units_apart(graph)
    if not apart:
        return
    first, *others = (graph.element(unit) for unit in apart)
    if others:
        message = f"{len(apart)} units work for objectives that no other unit works for: {listed(apart)}"
    else:
        message = f"{call(first)} works for objectives that no other unit works for"
    helper = "each of them" if others else "it"
    yield Violation(
        first.place,
        message,
        tuple(apart),
        labels=tuple(Label(each.place, _alone(each.name, apart[each.name])) for each in others[:_MOST_LABELS]),
        helps=(f"say which objective of another part {helper} helps to reach, or what it `needs` from others",),
        notes=(_alone(first.name, apart[first.name]),),
        question=f'Who else would notice if "{first.title}" did its work badly?',
    )


def _alone(unit: str, objectives: tuple[str, ...]) -> str:
    return f"`{unit}` alone works for {listed(objectives)}"
