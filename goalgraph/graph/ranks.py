"""What serves what is of lower rank: a value an objective, an end anything else."""

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from goalgraph.model.links import Link, Relation


@remembered
def running_down(graph: PurposeGraph) -> tuple[Link, ...]:
    """The links by which an end serves something of lower rank, in order of place."""
    ends = frozenset(end.name for end in graph.ends)
    return tuple([link for link in graph.links[Relation.SERVES] if link.source in ends and graph.runs_down(link)])
