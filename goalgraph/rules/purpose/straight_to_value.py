"""A means that serves a value with no result between."""

from collections.abc import Iterator, Sequence

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.kinds import of_kind
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.remembering import of_links, remembered
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
    straight: dict[str, list[Link]] = {}
    for ends in _straight(graph):
        for link in graph.arrows[ends].links:
            if link.relation is Relation.SERVES and not link.because and not graph.element(link.source).because:
                straight.setdefault(link.source, []).append(link)
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


@remembered
@of_links
def _straight(graph: PurposeGraph) -> Sequence[tuple[str, str]]:
    """The arrows from a means or bridge to a value to which no objective leads on from it, in order of place."""
    found = []
    straight = {source for value in graph.values for source in graph.served_by[value]}
    for name in graph.in_order({name for name in straight if graph.element(name).kind in (Kind.MEANS, Kind.BRIDGE)}):
        results = [each for each in graph.purposes[name] if graph.element(each).kind is Kind.OBJECTIVE]
        reached = reachable(graph.purposes, results)
        found += [
            (name, target)
            for target in graph.steps[name]
            if graph.element(target).kind is Kind.VALUE and target not in reached
        ]
    return found


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
