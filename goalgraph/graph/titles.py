"""What titles have in common: the same words, or one within the other."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from goalgraph.graph.kinds import of_each
from goalgraph.graph.purpose_graph import PurposeGraph, takes_part
from goalgraph.graph.remembering import patched, remembered
from goalgraph.model.elements import Element, Kind
from goalgraph.model.links import Relation

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]|[^\W_])*")
_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
TOOLS = frozenset((Kind.MEANS, Kind.CONCEPT))
_COMPARED = tuple(kind for kind in Kind if kind in TOOLS or kind.is_end)
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
    if not length or inner[0] not in outer:
        return False
    return any(outer[at : at + length] == inner for at in range(len(outer) - length + 1))


class TitleIndex:
    """Titles to be found within other texts: all of them at once, however many they are.

    Of a title the elements that bear it are known, and how many bearers the titles of each length have that begin with
    a word.
    """

    def __init__(
        self,
        titles: Iterable[tuple[Words, str]],
        bearers: Mapping[Words, tuple[str, ...]] = MappingProxyType({}),
        lengths: Mapping[str, Mapping[int, int]] = MappingProxyType({}),
    ) -> None:
        self._bearers = dict(bearers)
        self._lengths = {word: dict(counts) for word, counts in lengths.items()}
        for words, name in titles:
            self._bearers[words] = (*self._bearers.get(words, ()), name)
            counts = self._lengths.setdefault(words[0], {})
            counts[len(words)] = counts.get(len(words), 0) + 1

    def changed(self, gone: Iterable[tuple[Words, str]], come: Iterable[tuple[Words, str]]) -> "TitleIndex":
        """The same with some titles less, and some more."""
        bearers, lengths = dict(self._bearers), dict(self._lengths)
        for words, name in gone:
            bearers[words] = tuple(each for each in bearers[words] if each != name)
            counts = lengths[words[0]]
            lengths[words[0]] = {**counts, len(words): counts[len(words)] - 1}
        return TitleIndex(come, bearers, lengths)

    def within(self, words: Words, order: Mapping[str, int]) -> Iterator[tuple[Words, str]]:
        """Every title that stands in a text, as its words and the name of its element.

        They go by where they begin, and of those that begin together by the `order` of the elements.
        """
        told = set()
        for at, word in enumerate(words):
            if word not in self._lengths:
                continue
            found = {words[at : at + length] for length, count in self._lengths[word].items() if count}
            here = [(order[name], name, title) for title in found for name in self._bearers.get(title, ())]
            for _, name, title in sorted(here):
                if name not in told:
                    told.add(name)
                    yield title, name


@of_each(*_COMPARED)
def title_words(_: PurposeGraph, element: Element) -> Words:
    """The words of the titles of ends, means and concepts, by name: those that are compared with one another."""
    return words_of(element.title)


def retitled(graph: PurposeGraph, kinds: Collection[Kind]) -> tuple[list[tuple[Words, str]], list[tuple[Words, str]]]:
    """The titles of some kinds that are gone since an edit, and those that have come, with the names of the elements.

    Titles of no words are left out.
    """
    changes = graph.changes
    same = {name for name, (old, new) in changes.written.items() if old.title == new.title}
    gone, come = (
        [
            (words, each.name)
            for each in elements
            if each.kind in kinds and takes_part(each) and each.name not in same and (words := words_of(each.title))
        ]
        for elements in (changes.before, changes.now)
    )
    return gone, come


def _index_again(graph: PurposeGraph, known: TitleIndex) -> TitleIndex:
    gone, come = retitled(graph, TOOLS)
    return known.changed(gone, come) if gone or come else known


@remembered
@patched(_index_again)
def means_and_concepts(graph: PurposeGraph) -> TitleIndex:
    """The titles of the map's means and concepts."""
    titles, elements = title_words(graph), graph.elements
    return TitleIndex((words, name) for name, words in titles.items() if words and elements[name].kind in TOOLS)


def titles_within(graph: PurposeGraph, words: Words) -> Iterator[tuple[Words, str]]:
    """The titles of means and concepts that stand in a text, as their words and the names of their elements."""
    return means_and_concepts(graph).within(words, graph.order)


def _bearers_again(graph: PurposeGraph, known: Mapping[Words, tuple[str, ...]]) -> Mapping[Words, tuple[str, ...]]:
    gone, come = retitled(graph, _COMPARED)
    if not gone and not come:
        return known
    found = dict(known)
    for words, name in gone:
        found[words] = tuple(each for each in found[words] if each != name)
    for words, name in come:
        found[words] = (*found.get(words, ()), name)
    return found


@remembered
@patched(_bearers_again)
def _bearers(graph: PurposeGraph) -> Mapping[Words, tuple[str, ...]]:
    """The ends, means and concepts that bear a title, by its words."""
    found: dict[Words, tuple[str, ...]] = {}
    for name, words in title_words(graph).items():
        if words:
            found[words] = (*found[words], name) if words in found else (name,)
    return found


def _same_again(graph: PurposeGraph, known: dict[Words, tuple[str, ...]]) -> dict[Words, tuple[str, ...]] | None:
    return None if any(retitled(graph, _COMPARED)) else known


@remembered
@patched(_same_again)
def same_titles(graph: PurposeGraph) -> dict[Words, tuple[str, ...]]:
    """The ends, means and concepts that share a title but for case, punctuation and articles, by its words."""
    sharing = {words: graph.in_order(names) for words, names in _bearers(graph).items() if len(names) > 1}
    return dict(sorted(sharing.items(), key=lambda title: graph.order[title[1][0]]))


def backs(graph: PurposeGraph, name: str, end: str) -> bool:
    """Whether a means supports an end or stands on a loop with it; for a concept, whether a part that it keeps does."""
    if graph.element(name).kind is Kind.CONCEPT:
        return any(link.source == name and backs(graph, link.target, end) for link in graph.links[Relation.KEEP])
    return graph.supports(name, end) or name in graph.loop_of.get(end, ())
