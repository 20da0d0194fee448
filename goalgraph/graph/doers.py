"""Who does something for an end."""

from goalgraph.graph.kinds import names_of_kind
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import patched, remembered
from goalgraph.model.elements import DOERS
from goalgraph.model.links import Relation


def _doers_again(graph: PurposeGraph, known: frozenset[str]) -> frozenset[str]:
    gone = (element.name for element in graph.changes.gone)
    come = (element.name for element in graph.changes.come if element.kind in DOERS)
    return known if graph.changes.same_names else known.difference(gone).union(come)


@remembered
@patched(_doers_again)
def doers(graph: PurposeGraph) -> frozenset[str]:
    """The means, assets and bridges."""
    return frozenset(name for kind in DOERS for name in names_of_kind(graph)[kind])


def _serving_again(graph: PurposeGraph, known: frozenset[str]) -> frozenset[str]:
    sources = {link.source for link in (*graph.changes.unlinked, *graph.changes.linked)}
    serving = {name for name in sources if name in graph.elements and _serves_doers(graph, name)}
    return known.difference(sources).union(serving) if sources else known


def _serves_doers(graph: PurposeGraph, name: str) -> bool:
    """Whether an element serves one of the doers, or an end of lower rank than its own."""
    working = doers(graph)
    serves = (target for target in graph.steps[name] if graph.arrows[name, target].says(Relation.SERVES))
    return any(target in working or graph.rank(name) > graph.rank(target) for target in serves)


@remembered
@patched(_serving_again)
def serving_doers(graph: PurposeGraph) -> frozenset[str]:
    """What serves a means, asset or bridge, and the values that serve an objective.

    An end that does is told as that: its own support is what it serves.
    """
    sources = {link.source for link in graph.links[Relation.SERVES]}
    return frozenset(name for name in sources if _serves_doers(graph, name))
