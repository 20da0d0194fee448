"""An end whose title contains the title of a means."""

from collections.abc import Iterable, Iterator, Mapping

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import patched, remembered
from goalgraph.graph.titles import TOOLS, Words, backs, contains, retitled, title_words, titles_within, words_of
from goalgraph.model.elements import Element, Kind
from goalgraph.rules.rule import rule
from goalgraph.syntax.vocabulary import KINDS, USUAL_KINDS

# Titles, by their words and the names of their elements.
Found = tuple[tuple[Words, str], ...]

_KIND_WORDS = frozenset((*KINDS, *USUAL_KINDS))


@rule(
    "named-after-its-means",
    Severity.WARNING,
    summary="An end's title, or the strategy's, contains the title of a means or concept.",
    why="a goal named after a tool can only be reached with that tool, whether it helps or not",
)
def named_after_its_means(graph: PurposeGraph) -> Iterator[Violation]:
    within = _titles_within(graph)
    for end in map(graph.element, graph.in_order(within)):
        named = list(_tied(graph, end, within[end.name]))
        if named:
            yield _told(end, named)
    strategy = graph.map.strategy
    found = tuple(titles_within(graph, words_of(strategy.title))) if strategy else ()
    named = list(_tied(graph, strategy, found)) if strategy else []
    if strategy and named:
        yield _told(strategy, named)


def _within_again(graph: PurposeGraph, known: Mapping[str, Found]) -> Mapping[str, Found]:
    """Looks again at ends whose own titles have changed, and at those in which a title stands or stood that has."""
    gone, come = retitled(graph, TOOLS)
    changes, ends = graph.changes, frozenset(graph.end_names)
    concerned = {element.name for element in (*changes.before, *changes.now)}
    names = {name for _, name in gone}
    concerned |= {end for end, found in known.items() if any(name in names for _, name in found)}
    titles = title_words(graph)
    concerned |= {end for title, _ in come for end in graph.end_names if contains(titles[end], title)}
    found = {name: each for name, each in known.items() if name not in concerned}
    return {**found, **_within(graph, concerned & ends)}


def _within(graph: PurposeGraph, ends: Iterable[str]) -> dict[str, Found]:
    titles = title_words(graph)
    within = {
        end: tuple((title, name) for title, name in titles_within(graph, titles[end]) if title != titles[end])
        for end in ends
    }
    return {end: found for end, found in within.items() if found}


@remembered
@patched(_within_again)
def _titles_within(graph: PurposeGraph) -> Mapping[str, Found]:
    """The titles of means and concepts that stand in that of an end and are not all of it, by the end's name."""
    return _within(graph, graph.end_names)


def _tied(graph: PurposeGraph, end: Element, found: Found) -> Iterator[Element]:
    """The means and concepts whose titles stand in a title, and not by chance.

    A single word stands there by chance if it says what kind of thing it is ("Data", "Project"), or if nothing but
    the word ties a means to what the map is for.
    """
    for title, name in found:
        element = graph.element(name)
        if len(title) == 1 and title[0] in _KIND_WORDS:
            continue
        if end.kind is Kind.OBJECTIVE:
            tied = backs(graph, name, end.name)
        else:
            tied = len(title) > 1 or element.kind is Kind.CONCEPT or name in graph.anchored
        if tied:
            yield element


def _told(end: Element, named: list[Element]) -> Violation:
    means = named[0]
    if end.kind is Kind.OBJECTIVE:
        words = f'"{end.title}" (`{end.name}`) is named after its means, "{means.title}" (`{means.name}`)'
    else:
        words = f'the {end.kind} "{end.title}" (`{end.name}`) is named after "{means.title}" (`{means.name}`)'
    return Violation(
        end.title_place,
        words,
        (end.name, *(each.name for each in named)),
        labels=tuple(Label(each.title_place, f"{each.kind.phrase} of the map") for each in named),
        helps=(f'say what would be better, so that it would still be true if "{means.title}" were replaced',),
        question=f'Is "{means.title}" for "{end.title}", or the other way round?',
        wording_of=end.name,
    )
