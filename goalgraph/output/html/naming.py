"""The elements of a map as other sections name them: by title, with the address of their row."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.graph.aims import aim
from goalgraph.output.verdict import Verdict
from goalgraph.output.wording import short


@dataclass(frozen=True, slots=True)
class Named:
    """An element by its title; its address is empty where the page has no row of it."""

    title: str
    href: str


# Words of ours and elements, in the order in which they are read.
Phrase = tuple[str | Named, ...]


@dataclass(frozen=True, slots=True)
class Purpose:
    """What an element is for, as it is said; `missed` where that comes to no value for certain."""

    said: Phrase
    missed: bool


class Naming:
    """Names the elements of one map. `title` is the map's, where the page has several."""

    def __init__(self, analysis: Analysis, title: str, addresses: Mapping[str, str], listed: Collection[str]) -> None:
        self.graph = analysis.graph
        self.elements = analysis.map.elements
        self.title = title
        self._addresses = addresses
        self._listed = listed

    def name(self, name: str, *, linked: bool = True) -> Named:
        """An element, or a word that stands for none."""
        element = self.elements.get(name)
        address = self._addresses.get(name, "")
        return Named(short(element.title if element else name), address if linked and address in self._listed else "")

    def row(self, names: Iterable[str], most: int = 3, *, linked: bool = True) -> Phrase:
        """Elements in a row, the rest counted: "A, B and 2 more"."""
        every = tuple(names)
        # A single one takes no more room than its count.
        shown = every if len(every) == most + 1 else every[:most]
        return tuple(joined([(self.name(name, linked=linked),) for name in shown], len(every) - len(shown)))

    def purpose(self, name: str) -> Purpose:
        """The nearest objective of what is neither value nor objective, and the value that is reached."""
        found = aim(self.graph, name)
        if found.objective is None and found.value is None:
            return Purpose(("it is unclear what for",) if found.unsure else ("for no objective",), not found.unsure)
        said: Phrase = ("for ", self.name(found.objective or found.value or ""))
        if not self.graph.values or not found.objective:
            return Purpose(said, missed=False)
        if found.value:
            return Purpose((*said, ", and so for ", self.name(found.value)), missed=False)
        if found.unsure:
            return Purpose((*said, "; whether a value is reached is unclear"), missed=False)
        return Purpose((*said, ", which reaches no value"), missed=True)


def joined(phrases: Iterable[Phrase], more: int = 0) -> Iterator[str | Named]:
    """Phrases as a list that is read out, with `more` that are only counted."""
    every = [*phrases, *([(f"{more} more",)] if more else [])]
    for at, phrase in enumerate(every):
        if at:
            yield " and " if at == len(every) - 1 else ", "
        yield from phrase


def namings(
    verdict: Verdict, addresses: Mapping[int, Mapping[str, str]], listed: Collection[str]
) -> tuple[Naming, ...]:
    """How the elements of each map are named.

    `addresses` are by the identity of the analysis and by name, `listed` those of which the page has a row.
    """
    several = len(verdict.analyses) > 1
    return tuple(
        Naming(analysis, _title(analysis) if several else "", addresses[id(analysis)], listed)
        for analysis in verdict.analyses
    )


def _title(analysis: Analysis) -> str:
    """What a map is called, or its first file."""
    return short(analysis.map.title or next(iter(analysis.paths), ""))
