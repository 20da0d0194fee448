"""Formal and informal work for one objective, and nothing joins the two."""

from collections.abc import Collection, Iterator
from itertools import product

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.half_read import half_supported
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.spheres import FORMAL, INFORMAL, Meeting, meetings
from goalgraph.model.links import Relation
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed


@rule(
    "unbridged",
    Severity.WARNING,
    summary="Formal and informal supporters meet at an objective, and no bridge joins them.",
    why="what people find out among themselves changes nothing unless somebody carries it to where it is decided",
)
def unbridged(graph: PurposeGraph) -> Iterator[Violation]:
    # Where the two work against each other, that is told, and the bridge that is missing with it.
    against = {frozenset((link.source, link.target)) for link in graph.links[Relation.HINDERS]}
    found = [
        meeting
        for meeting in meetings(graph)
        if not meeting.bridged and meeting.objective in graph.anchored and not _clash(meeting, against)
    ]
    if not found:
        return
    silent = half_supported(graph)
    # Where the same two come together at several objectives, one bridge would do for all.
    alike: dict[tuple[frozenset[str], frozenset[str]], list[Meeting]] = {}
    for meeting in found:
        if meeting.objective not in silent:
            alike.setdefault(meeting.sources, []).append(meeting)
    for together in alike.values():
        yield _told(graph, together)


def _clash(meeting: Meeting, against: Collection[frozenset[str]]) -> bool:
    return any(frozenset(pair) in against for pair in product(meeting.formal, meeting.informal))


def _told(graph: PurposeGraph, together: list[Meeting]) -> Violation:
    first = together[0]
    objective, *others = (graph.element(meeting.objective) for meeting in together)
    formal, informal = graph.element(first.formal[0]), graph.element(first.informal[0])
    return Violation(
        objective.place,
        f"formal and informal work meet at {call(objective)}, and no bridge joins them",
        (objective.name, *(other.name for other in others)),
        labels=(
            Label(formal.written("sphere"), f"`{formal.name}` is {FORMAL}"),
            Label(informal.written("sphere"), f"`{informal.name}` is {INFORMAL}"),
            *(Label(other.place, "they meet here, too") for other in others),
        ),
        helps=(f"name what connects them: a `bridge` that `joins {formal.name}, {informal.name}`",),
        notes=(f"the same two meet at {listed(other.name for other in others)}",) if others else (),
        question=f'Who takes what comes of "{informal.title}" to "{formal.title}", and back?',
    )
