"""What titles have in common: the same words, or one within the other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import of_fields, remembered
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]|[^\W_])*")
_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
_TOOLS = frozenset((Kind.MEANS, Kind.CONCEPT))
_COMPARED = _TOOLS | {kind for kind in Kind if kind.is_end}
ARTICLES = frozenset(("the", "a", "an", "le", "la", "les", "l", "un", "une", "des", "du"))
# What is found in so many texts is kept for the next map, or for the same one after an edit.
MOST_REMEMBERED = 50_000

Words = tuple[str, ...]


@lru_cache(MOST_REMEMBERED)
def words_of(text: str) -> Words:
    """The words of a title, without case, punctuation and articles."""
    return tuple([word for word in _split(text) if word not in ARTICLES])


def all_words_of(text: str) -> Words:
    """The words of a title, articles included, without case and punctuation."""
    return tuple(_split(text))


def _split(text: str) -> list[str]:
    if text.isascii():
        # The same, and several times faster.
        return text.encode().translate(_PLAIN).decode().split()
    return _WORD.findall(text.casefold())


def contains(outer: Words, inner: Words) -> bool:
    """Whether the words of `inner` stand in `outer`, whole and in a row."""
    length = len(inner)
    return length > 0 and any(outer[at : at + length] == inner for at in range(len(outer) - length + 1))


class TitleIndex:
    """Titles to be found within other texts: all of them at once, however many they are."""

    def __init__(self, titles: Iterable[tuple[Words, str]]) -> None:
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._bearers: defaultdict[Words, list[tuple[int, str]]] = defaultdict(list)
        for rank, (words, name) in enumerate(titles):
            self._lengths[words[0]].add(len(words))
            self._bearers[words].append((rank, name))

    def within(self, words: Words) -> Iterator[tuple[Words, str]]:
        """Every title that stands in a text, as its words and the name of its element, in order."""
        told = set()
        for at, word in enumerate(words):
            if word not in self._lengths:
                continue
            found = {words[at : at + length] for length in self._lengths[word]}
            here = [(rank, name, title) for title in found for rank, name in self._bearers.get(title, ())]
            for _, name, title in sorted(here):
                if name not in told:
                    told.add(name)
                    yield title, name


@remembered
@of_fields("title")
def title_words(graph: PurposeGraph) -> dict[str, Words]:
    """The words of the titles of ends, means and concepts, by name: those that are compared with one another."""
    return {name: words_of(element.title) for name, element in graph.elements.items() if element.kind in _COMPARED}


@remembered
@of_fields("title")
def means_and_concepts(graph: PurposeGraph) -> TitleIndex:
    """The titles of the map's means and concepts."""
    elements = graph.elements
    return TitleIndex(
        (words, name) for name, words in title_words(graph).items() if words and elements[name].kind in _TOOLS
    )


@remembered
@of_fields("title")
def same_titles(graph: PurposeGraph) -> dict[Words, list[str]]:
    """The ends, means and concepts that share a title but for case, punctuation and articles, by its words."""
    bearers = Counter(title_words(graph).values())
    sharing: dict[Words, list[str]] = {words: [] for words, count in bearers.items() if words and count > 1}
    for name, words in title_words(graph).items() if sharing else ():
        if words in sharing:
            sharing[words].append(name)
    return sharing


def backs(graph: PurposeGraph, name: str, end: str) -> bool:
    """Whether a means supports an end or stands on a loop with it; for a concept, whether a part that it keeps does."""
    if graph.element(name).kind is Kind.CONCEPT:
        return any(link.source == name and backs(graph, link.target, end) for link in graph.links[Relation.KEEP])
    return graph.supports(name, end) or name in graph.loop_of.get(end, ())
