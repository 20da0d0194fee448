"""A means that comes after all that it could help with is due."""

from collections.abc import Iterator, Sequence
from datetime import date

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.due import Due, due
from goalgraph.graph.half_read import half_read
from goalgraph.graph.kinds import of_each
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Element, Kind
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed, on_day

_MOST_PLACES = 20
_VERBS = {"since": "begins", "until": "ends"}
_EARLIER = {"since": "let it begin earlier", "until": "let it end earlier"}


@rule(
    "too-late",
    Severity.WARNING,
    summary="A means begins or ends after every objective it supports directly is due.",
    why="what is finished after the day of reckoning can't have helped to reach the result",
)
def too_late(graph: PurposeGraph) -> Iterator[Violation]:
    if graph.map.doubt.everything:
        return
    for name in _late(graph):
        means = graph.element(name)
        # What leads to no value is told at its dead end; what is done is no more in time for being told.
        if means.status == "done" or name not in graph.anchored or name in half_read(graph):
            continue
        objectives = _objectives(graph, name)
        dues = [due(graph, objective) for objective in objectives]
        known = [each for each in dues if each]
        if known and len(known) == len(objectives) and all(each.status != "done" for each in objectives):
            last = max(each.day for each in known)
            if means.since and means.since > last:
                yield _told(means, "since", objectives, known)
            elif means.until and means.until > last:
                yield _told(means, "until", objectives, known)


def _late(graph: PurposeGraph) -> Sequence[str]:
    """The means that begin or end after the first day on which anything may be due, in order of place."""
    dated = _last_date(graph)
    if not dated:
        return ()
    strategy = graph.map.strategy
    horizon = strategy.horizon if strategy else None
    first = min([*_first_due(graph).values(), horizon or date.max])
    return graph.in_order({name for name, day in dated.items() if day > first})


@of_each(Kind.MEANS)
def _last_date(_: PurposeGraph, means: Element) -> date | None:
    """The later of the days on which a means begins and ends, as far as it has any."""
    return max(filter(None, (means.since, means.until)), default=None)


@of_each(Kind.VALUE, Kind.OBJECTIVE)
def _first_due(_: PurposeGraph, end: Element) -> date | None:
    """The first day on which an end may be due."""
    return min(filter(None, (end.until, *(measure.by for measure in end.measures))), default=None)


def _objectives(graph: PurposeGraph, name: str) -> list[Element]:
    """The objectives to which an arrow leads straight from a means, but for those on a loop with it."""
    loop = graph.loop_of.get(name, frozenset())
    straight = [graph.element(each) for each in graph.purposes[name] if each not in loop]
    return [each for each in straight if each.kind is Kind.OBJECTIVE]


def _told(means: Element, keyword: str, objectives: list[Element], dues: list[Due]) -> Violation:
    last, objective = max(zip(dues, objectives, strict=True), key=lambda pair: pair[0].day)
    written = means.written(keyword)
    call_last = call(objective)
    if len(objectives) == 1:
        after = f"after {call_last} is due ({last.day})"
    else:
        after = f"after every objective that it supports is due, the last of them {call_last} ({last.day})"
    by_place: dict[Due, list[str]] = {}
    for each, of in zip(dues, objectives, strict=True):
        by_place.setdefault(each, []).append(of.name)
    return Violation(
        written,
        f"{call(means)} {_VERBS[keyword]} {on_day(written.text)}, {after}",
        (means.name, *(each.name for each in objectives)),
        labels=tuple(
            Label(each.place, f"{listed(names)} {'is' if len(names) == 1 else 'are'} due on {each.day}")
            for each, names in list(by_place.items())[:_MOST_PLACES]
        ),
        helps=(
            f"say by when the result is really expected, or which later objective it serves; or {_EARLIER[keyword]}",
        ),
        question=f'What of "{means.title}" is there in time for "{objective.title}"?',
    )
