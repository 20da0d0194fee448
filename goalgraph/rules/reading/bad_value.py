"""A value that does not exist, is given twice, or contradicts another."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.problems import BadValue
from goalgraph.rules.rule import rule


@rule(
    "bad-value",
    Severity.ERROR,
    summary="A date, quantity, sphere, nature or status does not exist, is given twice, or runs backwards.",
    why="a value that can't be understood or contradicts another is no ground for any judgement",
)
def bad_value(graph: PurposeGraph) -> Iterator[Violation]:
    for problem in graph.map.problems:
        if isinstance(problem, BadValue):
            labels = (Label(problem.first, problem.first_says),) if problem.first else ()
            yield Violation(
                problem.place,
                problem.message,
                (problem.element,),
                labels=labels,
                helps=(problem.hint,),
                detail=problem.message,
            )
