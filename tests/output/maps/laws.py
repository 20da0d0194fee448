"""What holds of every scene of a map, whole or in part."""

from collections.abc import Iterator

from goalgraph.analysis import Analysis, analyse
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Kind
from goalgraph.output.layout.scene import Scene
from goalgraph.source import Source


def analysed(*texts: str) -> Analysis:
    """A map, each text a file of it."""
    return analyse(Source(f"{number}.strat", text) for number, text in enumerate(texts))


def goes_on(graph: PurposeGraph) -> list[str]:
    """The elements that are to have a place on the map, in order: a unit only where it turns."""
    turning = {*graph.loop_of, *(link.source for link in graph.self_links)}
    return [
        name
        for name, element in graph.elements.items()
        if element.kind not in (Kind.UNIT, Kind.CONCEPT) or name in turning
    ]


def keys(scene: Scene) -> list[str]:
    return [node.key for node in scene.nodes]


def pairs(scene: Scene) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in scene.edges]


def is_sound(scene: Scene) -> None:
    """Asserts that no box and no arrow is there twice, and that no arrow ends in nothing."""
    assert len(set(keys(scene))) == len(scene.nodes)
    assert len(set(pairs(scene))) == len(scene.edges)
    assert {end for pair in pairs(scene) for end in pair} <= set(keys(scene))
    assert all(node.title for node in scene.nodes)


def many(kind: str, count: int, more: str = "") -> Iterator[str]:
    """So many elements of a kind; `{0}` in the further lines is the number of each, `{1}` that of the next."""
    for number in range(count):
        lines = more.format(number, (number + 1) % count)
        yield f'{kind} {kind}-{number} "The {kind} of number {number}"\n{lines}'
