"""What findings about a concept have in common."""

from goalgraph.finding import Label
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.sorting import Sorting, namesakes
from goalgraph.model.elements import Element

MOST_PLACES = 20
# Of two parts both may well be wanted.
_MANY = 3


def is_whole(sorting: Sorting) -> bool:
    """Whether a bundle of three parts or more is kept as it came."""
    return sorting.keeps_all and len(sorting.parts) >= _MANY


def namesake_labels(graph: PurposeGraph, concept: Element) -> tuple[Label, ...]:
    """The means that bear a concept's title."""
    group = namesakes(graph).get(concept.name)
    means = map(graph.element, group.means[:MOST_PLACES]) if group else ()
    return tuple(Label(each.title_place, "a means of the same title") for each in means)
