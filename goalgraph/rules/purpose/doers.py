"""Who does something for an end."""

from goalgraph.graph.kinds import of_kind
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.ranks import running_down
from goalgraph.graph.remembering import of_fields, of_names, remembered
from goalgraph.model.elements import DOERS
from goalgraph.model.links import Relation


@remembered
@of_fields()
def doers(graph: PurposeGraph) -> frozenset[str]:
    """The means, assets and bridges."""
    return frozenset(element.name for kind in DOERS for element in of_kind(graph, kind))


@remembered
@of_names
def serving_doers(graph: PurposeGraph) -> frozenset[str]:
    """What serves a means, asset or bridge, and the values that serve an objective.

    An end that does is told as that: its own support is what it serves.
    """
    working = doers(graph)
    serving = frozenset(link.source for link in graph.links[Relation.SERVES] if link.target in working)
    return serving | {link.source for link in running_down(graph)}
