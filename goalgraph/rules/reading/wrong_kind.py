"""A link joins kinds that its table does not admit."""

from collections.abc import Iterator, Sequence

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Kind
from goalgraph.model.problems import WrongKind
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call

_SAYS = {"keep": "keeps", "drop": "drops", "weigh": "weighs", "owner": "has as its owner"}


@rule(
    "wrong-kind",
    Severity.ERROR,
    summary="A link joins two kinds of element that can't be joined by it.",
    why="each link says one thing only, so that a map can be read and checked",
)
def wrong_kind(graph: PurposeGraph) -> Iterator[Violation]:
    for problem in graph.map.problems:
        if not isinstance(problem, WrongKind):
            continue
        source, target = problem.source, problem.target
        if target is None:
            yield Violation(
                problem.place,
                f"`{problem.keyword}` can't be said of {source.kind.phrase}, which {call(source)} is",
                (source.name,),
                detail=problem.keyword,
                labels=(Label(source.place, f"`{source.name}` is {source.kind.phrase}"),),
                helps=(f"`{problem.keyword}` is said of {_kinds(problem.admitted)}",),
            )
        else:
            says = _SAYS.get(problem.keyword, problem.keyword)
            yield Violation(
                problem.place,
                f"`{source.name}` {says} {call(target)}, which is {target.kind.phrase}",
                (source.name, target.name),
                detail=problem.keyword,
                labels=(Label(target.place, f"`{target.name}` is {target.kind.phrase}"),),
                helps=(f"`{problem.keyword}` names {_kinds(problem.admitted)}",),
            )


def _kinds(kinds: Sequence[Kind]) -> str:
    phrases = [kind.phrase for kind in Kind if kind in kinds]
    return " or ".join([", ".join(phrases[:-1]), phrases[-1]] if len(phrases) > 1 else phrases)
