"""A line can't be read."""

from collections.abc import Iterator

from goalgraph.finding import Edit, Fix, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.problems import UnreadText
from goalgraph.rules.rule import rule
from goalgraph.source import Span


@rule(
    "syntax-error",
    Severity.ERROR,
    summary="A line can't be read.",
    why="what can't be read can't be checked; the rest of the file was checked",
)
def syntax_error(graph: PurposeGraph) -> Iterator[Violation]:
    for problem in graph.map.problems:
        if isinstance(problem, UnreadText):
            more = f"{problem.skipped} more line{'s' if problem.skipped > 1 else ''} could not be read because of it"
            yield Violation(
                problem.place,
                problem.message,
                (problem.element,) if problem.element else (),
                helps=(problem.hint,),
                detail=f"{problem.message}: {problem.place.source.line(problem.place.line).strip()[:200]}",
                notes=(more,) if problem.skipped else (),
                fixes=() if problem.instead is None else (_said(problem.place, problem.instead),),
            )


def _said(place: Span, instead: str) -> Fix:
    title = 'add the missing `"`' if instead == f'{place.text}"' else f"say `{instead}`"
    return Fix(title, (Edit(place, instead),))
