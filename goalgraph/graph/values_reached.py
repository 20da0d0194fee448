"""Which values each element comes to in the end."""

from collections.abc import Mapping

from goalgraph.graph.gathering import Few, course, few, gather
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import turned_round
from goalgraph.graph.remembering import of_names, remembered

# So many values of an element are known by name.
MOST_NAMED = 3


@remembered
@of_names
def values_reached(graph: PurposeGraph) -> Mapping[str, Few]:
    """The first few values that each element leads to, a value itself included. O(elements + arrows)."""
    own = {value: (value,) for value in graph.values}
    downward = course(turned_round(graph.purposes), graph.turning_sets)
    return gather(downward, own, few(MOST_NAMED), ()).within
