"""An end whose title contains the title of a means."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.titles import backs, means_and_concepts, title_words, words_of
from goalgraph.model.elements import Element, Kind
from goalgraph.rules.rule import rule


@rule(
    "named-after-its-means",
    Severity.WARNING,
    summary="An end's title, or the strategy's, contains the title of a means or concept.",
    why="a goal named after a tool can only be reached with that tool, whether it helps or not",
)
def named_after_its_means(graph: PurposeGraph) -> Iterator[Violation]:
    for end in graph.ends:
        words = title_words(graph)[end.name]
        named = [
            graph.element(name)
            for title, name in means_and_concepts(graph).within(words)
            if title != words and (end.kind is Kind.VALUE or backs(graph, name, end.name))
        ]
        if named:
            yield _told(end, named)
    strategy = graph.map.strategy
    named = (
        [graph.element(name) for _, name in means_and_concepts(graph).within(words_of(strategy.title))]
        if strategy
        else []
    )
    if strategy and named:
        yield _told(strategy, named)


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
