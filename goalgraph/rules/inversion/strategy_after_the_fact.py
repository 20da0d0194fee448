"""The work began long before the objective that it is said to be for."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.kinds import of_each
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.model.elements import Element, Kind
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed, on_day

_BEFORE = timedelta(days=90)


@rule(
    "strategy-after-the-fact",
    Severity.WARNING,
    summary="A means began 90 days or more before every dated objective it supports.",
    why="an objective written for work that was already under way justifies the work and does not direct it",
)
def strategy_after_the_fact(graph: PurposeGraph) -> Iterator[Violation]:
    # From the earliest objective on, each takes those of its supporters that no earlier one has.
    dated = sorted((day, name) for name, day in _since(graph).items())
    rounds = _planning_rounds([day for day, _ in dated])
    taken: set[str] = set()
    for since, name in dated:
        objective = graph.element(name)
        on_one_loop = graph.loop_of.get(objective.name, frozenset())
        supporters = reachable(graph.served_by, [objective.name], avoid=taken) - {objective.name} - on_one_loop
        taken |= supporters
        if since in rounds:
            continue
        # What may also support something that was not read may be younger than that.
        known = graph.in_order(supporters - graph.uncertain)
        older = [means for means in map(graph.element, known) if _is_older(means, since)]
        if older:
            yield _told(objective, older)


@of_each(Kind.OBJECTIVE)
def _since(_: PurposeGraph, objective: Element) -> date | None:
    """When an objective was first sought."""
    return objective.since


def _is_older(means: Element, since: date) -> bool:
    return means.kind is Kind.MEANS and means.since is not None and since - means.since >= _BEFORE


def _planning_rounds(dates: list[date]) -> set[date]:
    """The days on which half or more of the dated objectives, and at least two, were first sought."""
    return {day for day, sharing in Counter(dates).items() if sharing > 1 and 2 * sharing >= len(dates)}


def _told(objective: Element, older: list[Element]) -> Violation:
    first = min(older, key=lambda means: (means.since, means.place.order))
    sought, begun = objective.written("since"), first.written("since")
    all_older = listed(means.name for means in older)
    return Violation(
        sought,
        f"{call(objective)} was first sought {on_day(sought.text)}, when {call(first)} was under way "
        f"since {begun.text}",
        (objective.name, *(means.name for means in older)),
        labels=tuple(Label(means.written("since"), f"`{means.name}` began here") for means in older),
        helps=("if the objective is older, give its first date; else ask whether the work would be chosen today",),
        notes=(f"older than every dated objective they support: {all_older}",) if len(older) > 1 else (),
        question=f'Would you start "{first.title}" today to reach "{objective.title}"?',
    )
