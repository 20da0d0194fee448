"""An objective for which work was once meant, and all of it is stopped."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.doers import serving_doers
from goalgraph.graph.half_read import half_read
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.stopped import only_stopped_support
from goalgraph.model.elements import Element
from goalgraph.model.links import Link
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed


@rule(
    "dead-support",
    Severity.WARNING,
    summary="All that would support an objective is stopped.",
    why="work is stopped in one meeting, and the objective it was for goes on being reported in another",
)
def dead_support(graph: PurposeGraph) -> Iterator[Violation]:
    doubt = graph.map.doubt
    if doubt.everything:
        return
    silent = doubt.how | half_read(graph) | serving_doers(graph)
    for name, links in only_stopped_support(graph).items():
        objective = graph.element(name)
        # What leads to no value is told at its dead end; what is reached needs no support any more.
        if name in graph.anchored and objective.status != "done" and name not in silent:
            stopped = [graph.map.elements[_other(link, name)] for link in links]
            if not any(each.name in half_read(graph) for each in stopped):
                yield _told(objective, stopped)


def _other(link: Link, name: str) -> str:
    return link.target if link.source == name else link.source


def _told(objective: Element, stopped: list[Element]) -> Violation:
    supporters = {each.name: each for each in stopped}
    first = stopped[0]
    is_one = len(supporters) == 1
    return Violation(
        objective.place,
        f"all that was to support {call(objective)} is stopped: {call(first) if is_one else listed(supporters)}",
        (objective.name, *supporters),
        labels=tuple(Label(each.written("status"), f"`{each.name}` is stopped") for each in supporters.values()),
        helps=(f"say what takes {'its' if is_one else 'their'} place, or stop `{objective.name}`, too",),
        question=f'Is "{objective.title}" still sought, now that "{first.title}" is stopped?',
    )
