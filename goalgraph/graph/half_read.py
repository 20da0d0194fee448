"""What is not fully known of an element itself, whatever its links are."""

from goalgraph.graph.purpose_graph import PurposeGraph, remembered
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
