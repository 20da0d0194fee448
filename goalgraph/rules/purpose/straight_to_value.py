"""A means that serves a value with no result between."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.kinds import of_kind
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.model.elements import Kind
from goalgraph.model.links import Link, Relation
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed

_MOST_LABELS = 20


@rule(
    "straight-to-value",
    Severity.WARNING,
    summary="A means or bridge serves a value with no objective between and no reason given.",
    why="anything can be said to serve a value; only a result between the two would show whether it does",
)
def straight_to_value(graph: PurposeGraph) -> Iterator[Violation]:
    values = frozenset(graph.values)
    straight: dict[str, list[Link]] = {}
    for link in graph.links[Relation.SERVES]:
        if link.target not in values or link.because:
            continue
        source = graph.element(link.source)
        if source.kind not in (Kind.MEANS, Kind.BRIDGE) or source.because:
            continue
        results = [each for each in graph.purposes[source.name] if graph.element(each).kind is Kind.OBJECTIVE]
        if link.target not in reachable(graph.purposes, results):
            straight.setdefault(source.name, []).append(link)
    if len(straight) > 1 and not of_kind(graph, Kind.OBJECTIVE):
        # One cause: no result is named in the whole map.
        yield _without_results(graph, straight)
        return
    for name, links in straight.items():
        first = links[0]
        source, value = graph.element(name), graph.element(first.target)
        yield Violation(
            first.place,
            f"{call(source)} serves {call(value)} with no objective between",
            (name, *(link.target for link in links)),
            labels=tuple(Label(link.place, f"`{link.wording}`, too") for link in links[1:]),
            helps=('name the objective by which one would see it, or say `because "…"`',),
            question=f'Which result would show that "{source.title}" serves "{value.title}"?',
        )


def _without_results(graph: PurposeGraph, straight: dict[str, list[Link]]) -> Violation:
    links = [link for said in straight.values() for link in said]
    first = links[0]
    source, value = graph.element(first.source), graph.element(first.target)
    others = list(straight)[1:]
    return Violation(
        first.place,
        f"{call(source)} serves {call(value)} with no objective between: this map names none",
        tuple(straight),
        labels=tuple(Label(link.place, f"`{link.wording}`") for link in links[1:_MOST_LABELS]),
        helps=("name the objectives by which one would see that the values are reached",),
        notes=(f"the same is true of {listed(others)}",) if others else (),
        question=f'Which result would show that "{source.title}" serves "{value.title}"?',
    )
