"""Sorting: what of each concept is kept, dropped and weighed, and which means bear its title."""

from collections import defaultdict
from typing import NamedTuple

from goalgraph.graph.purpose_graph import PurposeGraph, remembered
from goalgraph.graph.titles import same_titles
from goalgraph.model.elements import Element, Kind
from goalgraph.model.links import Link, Relation

_SORTING = (Relation.KEEP, Relation.DROP, Relation.WEIGH)


class Sorting(NamedTuple):
    """One concept and the links by which its parts are kept, dropped and weighed, in order of place.

    Links to parts that are stopped stand apart in `stopped`, whatever they say of these.
    """

    concept: Element
    kept: tuple[Link, ...] = ()
    dropped: tuple[Link, ...] = ()
    weighed: tuple[Link, ...] = ()
    stopped: tuple[Link, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """All its parts, in order of first place."""
        links = sorted(self.kept + self.dropped + self.weighed + self.stopped, key=lambda link: link.place.order)
        return tuple(dict.fromkeys(link.target for link in links))

    @property
    def keeps_all(self) -> bool:
        """Whether every part is kept and none is stopped, there being at least one."""
        return bool(self.kept) and not (self.dropped or self.weighed or self.stopped)


@remembered
def sortings(graph: PurposeGraph) -> dict[str, Sorting]:
    """How each concept is sorted, by its name, concepts in order of place. O(links)."""
    said: defaultdict[tuple[str, Relation | None], list[Link]] = defaultdict(list)
    for link in graph.map.links:
        if link.relation in _SORTING:
            part = graph.map.elements.get(link.target)
            said[link.source, None if part and part.stopped else link.relation].append(link)
    return {
        name: Sorting(element, *(tuple(said.get((name, relation), ())) for relation in (*_SORTING, None)))
        for name, element in graph.elements.items()
        if element.kind is Kind.CONCEPT
    }


class Namesakes(NamedTuple):
    """Concepts of one title but for case, punctuation and articles, and the means that bear it too."""

    concepts: tuple[str, ...]
    means: tuple[str, ...]


@remembered
def namesakes(graph: PurposeGraph) -> dict[str, Namesakes]:
    """The namesakes of each concept that has any, by its name.

    A title that an end bears too is left out, and so is a means that some concept of its title has sorted as one
    part among others.
    """
    found = {}
    for names in same_titles(graph).values():
        kinds = {name: graph.element(name).kind for name in names}
        concepts = tuple(name for name, kind in kinds.items() if kind is Kind.CONCEPT)
        if not concepts or any(kind.is_end for kind in kinds.values()):
            continue
        sorted_here = [sortings(graph)[name] for name in concepts]
        taken_apart = {
            part for sorting in sorted_here if not sorting.keeps_all or len(sorting.parts) > 1 for part in sorting.parts
        }
        means = tuple(name for name, kind in kinds.items() if kind is Kind.MEANS and name not in taken_apart)
        if means:
            found.update(dict.fromkeys(concepts, Namesakes(concepts, means)))
    return found
