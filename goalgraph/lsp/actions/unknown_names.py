"""What is offered for a name that nothing declares: the nearest names, and to declare it."""

from bisect import bisect_right
from collections.abc import Iterator

from goalgraph.finding import Edit, Finding, Fix, NewStatement
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from goalgraph.lsp.actions.offers import Offer
from goalgraph.lsp.view import View
from goalgraph.model.elements import Kind
from goalgraph.model.links import ADMISSIONS, Relation
from goalgraph.model.problems import UnknownName
from goalgraph.model.said import inside_unclosed
from goalgraph.model.suggesting import Suggestions
from goalgraph.syntax.editing import with_statement_below
from goalgraph.syntax.nodes import Document

_MOST_NEAR = 3


def name_offers(view: View, finding: Finding) -> list[Offer]:
    """What is offered for an unknown name, the best first."""
    problem = next(
        each for each in view.analysis.map.problems if isinstance(each, UnknownName) and each.place == finding.place
    )
    fixes = [*_near(view.graph, problem), *_declaring(view, problem, finding.violation.fixes)]
    return [Offer.of(fix, finding, fix.title) for fix in fixes]


def _near(graph: PurposeGraph, problem: UnknownName) -> Iterator[Fix]:
    if problem.elsewhere:
        return
    near = [problem.nearest.name] if problem.nearest else []
    elements = graph.map.elements
    admitted = ADMISSIONS[Relation(problem.keyword)].names if problem.keyword != "of" else frozenset(Kind)
    for name in _suggestions(graph).near(problem.name):
        if name not in near and name != problem.said_by and elements[name].kind in admitted:
            near.append(name)
    for name in near[:_MOST_NEAR]:
        yield Fix(f"Change to `{name}`", (Edit(problem.place, name),))


@remembered
def _suggestions(graph: PurposeGraph) -> Suggestions:
    return Suggestions(graph.map.elements)


def _declaring(view: View, problem: UnknownName, fixes: tuple[Fix, ...]) -> Iterator[Fix]:
    """Declares the name as what the rule takes it for, below the statement that names it."""
    kinds = [
        Kind(change.said.split()[0]) for fix in fixes for change in fix.changes if isinstance(change, NewStatement)
    ]
    if kinds and problem.keyword == Relation.SERVES:
        # A value is for the sake of values at most.
        by_value = view.analysis.map.elements[problem.said_by].kind is Kind.VALUE
        kinds = [Kind.VALUE, *kinds] if by_value else [*kinds, Kind.VALUE]
    below = _last_of_statement(view, problem)
    title = problem.name.replace("-", " ").replace("_", " ").replace(".", " ").strip()
    quoted = f' "{title[:1].upper()}{title[1:]}"' if title else ""
    for kind in kinds:
        edit = with_statement_below(*below, f"{kind} {problem.name}{quoted}")
        yield Fix(f"Declare `{problem.name}` as {kind.phrase}", (edit,))


def _last_of_statement(view: View, problem: UnknownName) -> tuple[Document, int]:
    """The file in which a name is used, and where the statement there goes on last: a text that is not closed does."""
    read = view.analysis.map
    at = next(at for at, each in enumerate(read.documents) if each.source is problem.place.source)
    document = read.documents[at]
    index = bisect_right(document.starts, problem.place.start) - 1
    inside = inside_unclosed(document, read.declared[at])
    while index + 1 in inside:
        index += 1
    return document, document.starts[index]
