"""The same title stands on a means and on an end."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.titles import same_titles
from goalgraph.model.elements import Element, Kind
from goalgraph.rules.rule import rule


@rule(
    "two-faced",
    Severity.WARNING,
    summary="The same title stands on a means or concept and on an end.",
    why="when a tool and a result have one name, having the tool is taken for having the result",
)
def two_faced(graph: PurposeGraph) -> Iterator[Violation]:
    for names in same_titles(graph).values():
        elements = [graph.element(name) for name in names]
        tools = [element for element in elements if element.kind in (Kind.MEANS, Kind.CONCEPT)]
        ends = [element for element in elements if element.kind.is_end]
        if tools and ends:
            yield _told(graph, ends, tools)


def _told(graph: PurposeGraph, ends: list[Element], tools: list[Element]) -> Violation:
    """One finding a title, at its first end; what is said of an end that leads to no value may be left unsaid."""
    end = next((each for each in ends if each.name in graph.anchored), ends[0])
    tool = tools[0]
    others = [each for each in (*tools, *ends) if each is not end]
    return Violation(
        end.title_place,
        f'"{end.title}" is {end.kind.phrase} (`{end.name}`) and {tool.kind.phrase} (`{tool.name}`) at once',
        (end.name, *(each.name for each in others)),
        labels=tuple(Label(each.title_place, f"{each.kind.phrase} of the same title") for each in others),
        helps=(f"title `{end.name}` by what will be better when it is reached",),
        question=f'What is better once there is "{tool.title}", and who would notice?',
        wording_of=end.name,
    )
