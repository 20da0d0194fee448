"""The elements of a map by what they are."""

from collections.abc import Mapping, Sequence

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from goalgraph.model.elements import Element, Kind


def of_kind(graph: PurposeGraph, kind: Kind) -> Sequence[Element]:
    """The elements of a kind, in order of place. O(elements) for all kinds of a map."""
    return _by_kind(graph)[kind]


@remembered
def _by_kind(graph: PurposeGraph) -> Mapping[Kind, Sequence[Element]]:
    found: dict[Kind, list[Element]] = {kind: [] for kind in Kind}
    for element in graph.elements.values():
        found[element.kind].append(element)
    return found
