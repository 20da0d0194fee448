"""Success is measured by how much the means is used."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.kinds import of_each
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.titles import backs, titles_within, words_of
from goalgraph.model.elements import Element, Kind, Measure
from goalgraph.rules.inversion.lexicon import lexicon
from goalgraph.rules.rule import rule


@rule(
    "use-as-success",
    Severity.WARNING,
    summary="A measure of an end counts how much a means of that end is used.",
    why="use says that a tool is there, not that anything is better for it",
)
def use_as_success(graph: PurposeGraph) -> Iterator[Violation]:
    words = lexicon(graph.words)
    for end in map(graph.element, graph.in_order(_counts_use(graph))):
        for measure in end.measures:
            word = words.use_in(measure.counted)
            everything = _used(graph, end, measure) if word and not measure.because else []
            if everything:
                used = everything[0]
                yield Violation(
                    measure.place,
                    f'"{end.title}" (`{end.name}`) counts as reached when its own means, '
                    f'"{used.title}" (`{used.name}`), is used',
                    (end.name, *(each.name for each in everything)),
                    labels=tuple(Label(each.place, f"{each.kind.phrase} that supports it") for each in everything),
                    helps=(
                        'measure what the use brings about; if use itself is the result, say why: `because "…"` '
                        "on the measure",
                    ),
                    notes=(f'"{measure.counted}" speaks of use: "{word}"',),
                    question=f'What gets better when everybody uses "{used.title}"?',
                    wording_of=end.name,
                )
                break


@of_each(Kind.VALUE, Kind.OBJECTIVE)
def _counts_use(graph: PurposeGraph, end: Element) -> bool | None:
    """Whether a measure of an end speaks of use."""
    words = lexicon(graph.words)
    return any(words.use_in(measure.counted) for measure in end.measures) or None


def _used(graph: PurposeGraph, end: Element, measure: Measure) -> list[Element]:
    """The means and concepts that are counted and support the end."""
    if measure.of:
        candidates = [measure.of] if measure.of in graph.elements else []
    else:
        candidates = [name for _, name in titles_within(graph, words_of(measure.counted))]
    elements = map(graph.element, candidates)
    return [
        element
        for element in elements
        if element.kind in (Kind.MEANS, Kind.CONCEPT) and backs(graph, element.name, end.name)
    ]
