"""What serves what is of lower rank: a value an objective, an end anything else."""

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import of_links, remembered
from goalgraph.model.links import Link, Relation


@remembered
def running_down(graph: PurposeGraph) -> tuple[Link, ...]:
    """The links by which an end serves something of lower rank, in order of place."""
    return tuple(link for ends in _down(graph) for link in graph.arrows[ends].links if link.relation is Relation.SERVES)


@remembered
@of_links
def _down(graph: PurposeGraph) -> tuple[tuple[str, str], ...]:
    """The arrows from an end to something of lower rank. O(ends and their arrows)."""
    ranks = graph.ranks
    return tuple((end, target) for end in graph.end_names for target in graph.steps[end] if ranks[end] > ranks[target])
