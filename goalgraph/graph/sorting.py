"""Sorting: what of each concept is kept, dropped and weighed, and which means bear its title."""

from collections import defaultdict
from typing import NamedTuple

from goalgraph.graph.half_read import half_read
from goalgraph.graph.kinds import of_kind
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
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
    concepts = of_kind(graph, Kind.CONCEPT)
    said: defaultdict[tuple[str, Relation | None], list[Link]] = defaultdict(list)
    for link in graph.map.links if concepts else ():
        if link.relation in _SORTING:
            part = graph.map.elements.get(link.target)
            said[link.source, None if part and part.stopped else link.relation].append(link)
    return {
        concept.name: Sorting(concept, *(tuple(said.get((concept.name, each), ())) for each in (*_SORTING, None)))
        for concept in concepts
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


class Used(NamedTuple):
    """A declared part that is dropped by `drops`, and what it is for all the same."""

    part: str
    drops: tuple[Link, ...]
    uses: tuple[str, ...]


@remembered
def used_though_dropped(graph: PurposeGraph) -> dict[str, Used]:
    """The parts that are dropped, kept by no other concept, and lead to a value, by name. O(links).

    What is used by dropped parts alone is left out, and so is what was not read whole.
    """
    drops = _dropped(graph)
    found = {}
    for part, links in drops.items():
        uses = tuple(each for each in graph.purposes[part] if each not in drops)
        if uses and part in graph.anchored and part not in half_read(graph):
            found[part] = Used(part, tuple(links), uses)
    return found


def _dropped(graph: PurposeGraph) -> dict[str, list[Link]]:
    """The declared parts that a concept drops and no other keeps, with the links that say so."""
    keepers: dict[str, set[str]] = {}
    for sorting in sortings(graph).values():
        for link in sorting.kept:
            keepers.setdefault(link.target, set()).add(link.source)
    found: dict[str, list[Link]] = {}
    for sorting in sortings(graph).values():
        for link in sorting.dropped:
            if link.target in graph.elements and keepers.get(link.target, set()) <= {link.source}:
                found.setdefault(link.target, []).append(link)
    return found
