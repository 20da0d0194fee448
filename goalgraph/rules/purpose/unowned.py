"""An objective or a means for which nobody answers."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.half_read import half_read
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Kind
from goalgraph.model.links import Link, Relation
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call


@rule(
    "unowned",
    Severity.OFF,
    summary="An objective or means has no owner.",
    why="what everybody answers for is put off by everybody",
)
def unowned(graph: PurposeGraph) -> Iterator[Violation]:
    owned = {link.source for link in graph.links[Relation.OWNER]}
    stopped = _owners_stopped(graph)
    for name, element in graph.elements.items():
        if element.kind in (Kind.OBJECTIVE, Kind.MEANS) and name not in owned and name not in half_read(graph):
            links = stopped.get(name, ())
            yield Violation(
                element.place,
                f"nobody answers for {call(element)}" + (": its owner is stopped" if links else ""),
                (name,),
                labels=tuple(Label(link.place, f"`{link.target}` is stopped") for link in links),
                helps=("name the unit that is its `owner`",),
                question=f'Who will be asked how "{element.title}" is going?',
            )


def _owners_stopped(graph: PurposeGraph) -> dict[str, list[Link]]:
    """The owners of each element that are stopped."""
    found: dict[str, list[Link]] = {}
    for link in graph.map.links:
        if link.relation is Relation.OWNER and graph.map.elements[link.target].stopped:
            found.setdefault(link.source, []).append(link)
    return found
