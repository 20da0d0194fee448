"""A means of yesterday is an end today."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.titles import Words, same_titles, words_of
from goalgraph.model.elements import DOERS, Element
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call


@rule(
    "promoted-over-time",
    Severity.WARNING,
    summary="What was a means, asset or bridge at an earlier revision is an end now, by its name or by its title.",
    why="when a tool becomes a goal, nobody asks any more what it was for",
    compares=True,
)
def promoted_over_time(graph: PurposeGraph) -> Iterator[Violation]:
    before = graph.before
    if before is None:
        return
    bearers = _bearers(before)
    for end in graph.ends:
        old = before.elements.get(end.name)
        if old is None and not before.doubt.anything:
            old = bearers.get(words_of(end.title))
            # Where it is still a means under its old title, the two are told as one title on both.
            if old and words_of(end.title) in same_titles(graph):
                old = None
        if old and old.kind in DOERS:
            yield _told(end, old)


def _bearers(before: StrategyMap) -> dict[Words, Element]:
    """The first means with each title."""
    found: dict[Words, Element] = {}
    for element in before.elements.values():
        if element.kind in DOERS:
            found.setdefault(words_of(element.title), element)
    found.pop((), None)
    return found


def _told(end: Element, old: Element) -> Violation:
    same = end.name == old.name
    return Violation(
        end.place if same else end.title_place,
        f"{call(end)} is {end.kind.phrase} now, and was {old.kind.phrase}{'' if same else f' (`{old.name}`)'}",
        (end.name,),
        helps=("keep it as what it was, and say which result it serves; or title the end by what is better for it",),
        notes=(f"it was {old.kind.phrase} at {old.place.where}",),
        question=f'What was "{old.title}" for, before it became a goal?',
    )
