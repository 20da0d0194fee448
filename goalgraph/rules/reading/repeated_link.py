"""The same property of the same element names the same element twice."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.problems import RepeatedLink
from goalgraph.rules.rule import rule


@rule(
    "repeated-link",
    Severity.WARNING,
    summary="The same property of the same element names the same element twice.",
    why="a link counts once however often it is written, and two copies drift apart",
)
def repeated_link(graph: PurposeGraph) -> Iterator[Violation]:
    for problem in graph.map.problems:
        if isinstance(problem, RepeatedLink):
            first, second = problem.first, problem.second
            yield Violation(
                second.name_place,
                f"`{second.wording}` is said twice",
                (second.source, second.target),
                detail=second.relation,
                labels=(Label(first.name_place, "it is first said here"),),
                helps=("remove the second",),
            )
