"""The elements of a map by what they are."""

from collections.abc import Mapping, Sequence

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import of_fields, remembered
from goalgraph.model.elements import Element, Kind


def of_kind(graph: PurposeGraph, kind: Kind) -> Sequence[Element]:
    """The elements of a kind, in order of place. O(elements) for all kinds of a map."""
    return [graph.element(name) for name in names_of_kind(graph)[kind]]


@remembered
@of_fields()
def names_of_kind(graph: PurposeGraph) -> Mapping[Kind, Sequence[str]]:
    """The names of the elements of each kind, in order of place. O(elements)."""
    found: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for name, element in graph.elements.items():
        found[element.kind].append(name)
    return found
