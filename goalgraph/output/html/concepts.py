"""What of each concept is kept, and what for; what is dropped, and why; what is still weighed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goalgraph.graph.half_read import half_read
from goalgraph.graph.sorting import Sorting, sortings, used_though_dropped
from goalgraph.model.links import Link, Relation
from goalgraph.output.html.naming import Named, Naming, Phrase
from goalgraph.output.wording import short

_MOST_CONCEPTS = 40
_MOST_PARTS = 30
_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a concept and what is said of it; `amiss` what should not be as it is, in words."""

    part: Named
    said: Phrase
    amiss: Phrase


@dataclass(frozen=True, slots=True)
class Column:
    """The parts that are kept, dropped or weighed."""

    title: str
    parts: tuple[Part, ...]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.parts)


@dataclass(frozen=True, slots=True)
class SortedConcept:
    """One concept; `unsorted` says so where nothing of it is sorted."""

    concept: Named
    unsorted: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class SortedMap:
    """The concepts of one map."""

    title: str
    concepts: tuple[SortedConcept, ...]
    more: int


def keep_and_drop(maps: Iterable[Naming]) -> tuple[SortedMap, ...]:
    """The concepts of each map that has any."""
    return tuple(_map(each) for each in maps if sortings(each.graph))


def _map(naming: Naming) -> SortedMap:
    every = list(sortings(naming.graph).values())
    shown = tuple(_concept(naming, each) for each in every[:_MOST_CONCEPTS])
    return SortedMap(naming.title, shown, len(every) - len(shown))


def _concept(naming: Naming, sorting: Sorting) -> SortedConcept:
    graph, name = naming.graph, sorting.concept.name
    unread = graph.map.doubt.everything or name in half_read(graph)
    unsorted = "Not sorted: nothing of it is kept, dropped or weighed."
    if unread:
        unsorted = "Nothing of it that could be read is kept, dropped or weighed."
    links = {relation: _of(sorting, relation) for relation in (Relation.KEEP, Relation.DROP, Relation.WEIGH)}
    columns = tuple(
        Column(relation.capitalize(), tuple(_part(naming, link) for link in said[:_MOST_PARTS]), len(said))
        for relation, said in links.items()
    )
    return SortedConcept(naming.name(name), "" if sorting.parts else unsorted, columns if sorting.parts else ())


def _of(sorting: Sorting, relation: Relation) -> Sequence[Link]:
    """The parts of which one thing is said, each once, with those that are stopped."""
    links = (*sorting.kept, *sorting.dropped, *sorting.weighed, *sorting.stopped)
    found = {link.target: link for link in reversed(links) if link.relation is relation}
    return sorted(found.values(), key=lambda link: link.place.order)


def _part(naming: Naming, link: Link) -> Part:
    graph, element = naming.graph, naming.elements.get(link.target)
    part = naming.name(link.target)
    if element and element.stopped:
        return Part(part, ("stopped",), ())
    if link.relation is Relation.KEEP:
        purpose = naming.purpose(link.target)
        return Part(part, () if purpose.missed else purpose.said, purpose.said if purpose.missed else ())
    reason: Phrase = (short(link.because, _LONGEST_REASON),) if link.because else ()
    if link.relation is Relation.WEIGH:
        return Part(part, reason, ())
    used = used_though_dropped(graph).get(link.target)
    amiss: Phrase = ("used all the same: for ", *naming.row(used.uses)) if used else ()
    return Part(part, reason or ("no reason given",), amiss)
