"""An end whose title states an activity, not a result."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.kinds import of_each
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Element, Kind
from goalgraph.rules.inversion.lexicon import lexicon
from goalgraph.rules.rule import rule


@rule(
    "activity-as-objective",
    Severity.WARNING,
    summary="An end's title states an activity and not a result.",
    why="an activity can be finished with nothing better for it, and then nobody knows whether it was a success",
)
def activity_as_objective(graph: PurposeGraph) -> Iterator[Violation]:
    activities = _activity(graph)
    for end in map(graph.element, graph.in_order(activities)):
        evidence = activities[end.name]
        yield Violation(
            end.title_place,
            f'"{end.title}" (`{end.name}`) says what is done, not what it is done for',
            (end.name,),
            notes=(f'"{evidence}" names something that is done or made',),
            helps=("say what will be different when it is done; or make it a `means` that serves such a result",),
            question=f'What will be better, and for whom, once "{end.title}" is done?',
            wording_of=end.name,
        )


@of_each(Kind.VALUE, Kind.OBJECTIVE)
def _activity(graph: PurposeGraph, end: Element) -> str | None:
    """The words that name an activity in the title of an end."""
    return lexicon(graph.words).activity_in(end.title, names_value=end.kind is Kind.VALUE)
