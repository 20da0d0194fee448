"""An end whose title states an activity, not a result."""

from collections.abc import Iterator, Mapping

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import of_fields, remembered
from goalgraph.model.elements import Kind
from goalgraph.rules.inversion.lexicon import lexicon
from goalgraph.rules.rule import rule


@rule(
    "activity-as-objective",
    Severity.WARNING,
    summary="An end's title states an activity and not a result.",
    why="an activity can be finished with nothing better for it, and then nobody knows whether it was a success",
)
def activity_as_objective(graph: PurposeGraph) -> Iterator[Violation]:
    for name, evidence in _activities(graph).items():
        end = graph.element(name)
        yield Violation(
            end.title_place,
            f'"{end.title}" (`{end.name}`) says what is done, not what it is done for',
            (end.name,),
            notes=(f'"{evidence}" names something that is done or made',),
            helps=("say what will be different when it is done; or make it a `means` that serves such a result",),
            question=f'What will be better, and for whom, once "{end.title}" is done?',
            wording_of=end.name,
        )


@remembered
@of_fields("title")
def _activities(graph: PurposeGraph) -> Mapping[str, str]:
    """The words that name an activity in titles of ends, by the names of these."""
    words = lexicon(graph.words)
    found = {end.name: words.activity_in(end.title, names_value=end.kind is Kind.VALUE) for end in graph.ends}
    return {name: evidence for name, evidence in found.items() if evidence}
