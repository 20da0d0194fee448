"""A link names nothing."""

from collections.abc import Iterator

from goalgraph.finding import Edit, Fix, Label, NewStatement, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Kind
from goalgraph.model.problems import UnknownName
from goalgraph.rules.rule import rule

# What is mostly named by a property.
_KINDS = {"serves": Kind.OBJECTIVE, "feeds": Kind.OBJECTIVE, "hinders": Kind.OBJECTIVE, "owner": Kind.UNIT}


@rule(
    "unknown-name",
    Severity.ERROR,
    summary="A link names nothing that the map declares.",
    why="a link to nothing gives no purpose, and whoever reads the map looks for it in vain",
)
def unknown_name(graph: PurposeGraph) -> Iterator[Violation]:
    for problem in graph.map.problems:
        if isinstance(problem, UnknownName):
            yield _told(problem)


def _told(problem: UnknownName) -> Violation:
    near = problem.nearest
    helps, labels, fixes, notes = [], [], [], []
    if near:
        helps.append(f"did you mean `{near.name}`, {near.kind.phrase}? it is declared at {near.place.where}")
        labels.append(Label(near.place, f"`{near.name}` is declared here"))
        fixes.append(Fix(f"say `{near.name}`", (Edit(problem.place, near.name),)))
    elif problem.elsewhere:
        helps.append("put a `strategy` statement in a file above both: it would make them one map")
        notes.append(f"`{problem.name}` is declared in {problem.elsewhere}, which is not part of this map")
    else:
        helps.append(f"declare `{problem.name}`, or take the link away")
    if not problem.elsewhere:
        kind = _KINDS.get(problem.keyword, Kind.MEANS)
        declared = NewStatement(problem.place, f"{kind} {problem.name}")
        fixes.append(Fix(f"declare `{problem.name}` as {kind.phrase}", (declared,)))
    return Violation(
        problem.place,
        f"nothing is called `{problem.name}`",
        (problem.said_by, problem.name),
        detail=problem.keyword,
        labels=tuple(labels),
        helps=tuple(helps),
        notes=tuple(notes),
        fixes=tuple(fixes),
    )
