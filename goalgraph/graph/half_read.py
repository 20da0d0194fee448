"""What is not fully known of an element itself, whatever its links are."""

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.remembering import remembered
from goalgraph.model.problems import BadValue, DeclaredTwice, UnreadText


@remembered
def half_read(graph: PurposeGraph) -> frozenset[str]:
    """The elements of which a line was not read, a value makes no sense, or there are several statements.

    What they do not say, they may have said: an owner, a measure, a date, that they are stopped.
    """
    found = set(graph.map.doubt.why)
    for problem in graph.map.problems:
        if isinstance(problem, BadValue | UnreadText) and problem.element:
            found.add(problem.element)
        elif isinstance(problem, DeclaredTwice):
            found.add(problem.name)
    return frozenset(found)


@remembered
def half_supported(graph: PurposeGraph) -> frozenset[str]:
    """The elements that may have other supporters than are known, or be other than is known themselves."""
    doubt = graph.map.doubt
    if doubt.everything:
        return frozenset(graph.elements)
    return frozenset(reachable(graph.purposes, graph.elements.keys() & (half_read(graph) | doubt.how)))
