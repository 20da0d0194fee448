"""The same property of the same element names the same element twice."""

from collections.abc import Iterator

from goalgraph.finding import Fix, Label, Severity, Unlink, Violation
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
            # What the second says of its own would be lost with it.
            safe = not (second.strength or second.because)
            yield Violation(
                second.name_place,
                f"`{second.wording}` is said twice",
                (second.source, second.target),
                detail=second.relation,
                labels=(Label(first.name_place, "it is first said here"),),
                helps=("remove the second",),
                fixes=(Fix("remove the second", (Unlink(second.name_place),), safe=safe),),
            )
