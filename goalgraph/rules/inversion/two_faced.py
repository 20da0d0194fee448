"""The same title stands on a means and on an end."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.titles import same_titles
from goalgraph.model.elements import Kind
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
        for end in elements:
            if end.kind.is_end and tools:
                tool = tools[0]
                yield Violation(
                    end.title_place,
                    f'"{end.title}" is {end.kind.phrase} (`{end.name}`) and {tool.kind.phrase} (`{tool.name}`) at once',
                    (end.name, *(tool.name for tool in tools)),
                    labels=tuple(Label(tool.title_place, f"{tool.kind.phrase} of the same title") for tool in tools),
                    helps=(f"title `{end.name}` by what will be better when it is reached",),
                    question=f'What is better once there is "{tool.title}", and who would notice?',
                    wording_of=end.name,
                )
