"""What holds of every picture, seen without a browser."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from goalgraph.analysis import Analysis, analyse
from goalgraph.output.layout.picture import Box, Picture, Route
from goalgraph.output.layout.scene import Band, Edge, Node, Scene
from goalgraph.output.maps.whole import whole_map
from goalgraph.source import Source

EXAMPLES = sorted(path for path in (Path(__file__).parents[3] / "examples").iterdir() if path.is_dir())
_LABELS = ("Values", "Objectives", "Means and assets", "Linked to nothing")
_STEPS = 40


def example(folder: Path) -> Analysis:
    return analyse([Source(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.strat"))])


def cut(scene: Scene, most: int = 100) -> Scene:
    """The first nodes of a scene, and the edges between them."""
    nodes = scene.nodes[:most]
    keys = {node.key for node in nodes}
    return Scene(nodes, tuple(edge for edge in scene.edges if {edge.source, edge.target} <= keys))


def whole(analysis: Analysis) -> Scene:
    return whole_map(analysis)


def ring(bands: str, loop: str = "") -> Scene:
    """Nodes in bands (v, o, m), each serving the next and the last the first."""
    kinds = {"v": ("value", Band.VALUES), "o": ("objective", Band.OBJECTIVES), "m": ("means", Band.MEANS)}
    nodes = tuple(
        Node(f"{letter}{at}", f"Element {at}", kinds[letter][0], kinds[letter][1], circular=True)
        for at, letter in enumerate(bands)
    )
    keys = [node.key for node in nodes]
    edges = tuple(Edge(one, other, circular=True) for one, other in pairwise([*keys, keys[0]]))
    more = tuple(Edge(one, keys[0]) for one in loop.split())
    return Scene(nodes, edges + more)


def holds(picture: Picture, scene: Scene) -> None:
    """Asserts all that is promised of a picture of a scene."""
    assert [box.node.key for box in picture.boxes].count("") == 0
    assert sorted(box.node.key for box in picture.boxes) == sorted(node.key for node in scene.nodes)
    assert [route.edge for route in picture.routes] == list(scene.edges)
    _boxes_stand_apart(picture)
    _strips_hold_their_boxes(picture, scene)
    for box in picture.boxes:
        assert picture.gutter <= box.x
        assert box.x + box.width <= picture.width
    for route in picture.routes:
        assert len(route.points) % 3 == 1
        assert all(0 <= x <= picture.width and 0 <= y <= picture.height for x, y in route.points), route
    _ends_touch(picture)
    if picture.routed:
        _lines_pass_by(picture)


def _boxes_stand_apart(picture: Picture) -> None:
    boxes = sorted(picture.boxes, key=lambda box: box.y)
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            if other.y >= one.y + one.height:
                break
            assert one.x + one.width < other.x or other.x + other.width < one.x, (one, other)


def _strips_hold_their_boxes(picture: Picture, scene: Scene) -> None:
    assert [strip.label for strip in picture.strips] == [
        label for label in _LABELS if label in {strip.label for strip in picture.strips}
    ]
    for upper, lower in pairwise(picture.strips):
        assert upper.y + upper.height <= lower.y
    linked = {end for edge in scene.edges for end in (edge.source, edge.target)}
    strips = {strip.label: strip for strip in picture.strips}
    used = set()
    for box in picture.boxes:
        loose = box.node.key not in linked and box.node.band is not Band.VALUES
        label = _LABELS[3] if loose else _LABELS[box.node.band]
        strip = strips[label]
        used.add(label)
        assert strip.y <= box.y
        assert box.y + box.height <= strip.y + strip.height <= picture.height
    assert used == strips.keys()


def _ends_touch(picture: Picture) -> None:
    boxes = {box.node.key: box for box in picture.boxes}
    for route in picture.routes:
        for key, (x, y) in ((route.edge.source, route.points[0]), (route.edge.target, route.points[-1])):
            box = boxes[key]
            assert box.x - 2 <= x <= box.x + box.width + 2, route
            assert box.y - 2 <= y <= box.y + box.height + 2, route
            assert not _inside(box, x, y, 2), route


def _lines_pass_by(picture: Picture) -> None:
    for route in picture.routes:
        points = list(points_of(route))
        for box in picture.boxes:
            own = box.node.key in (route.edge.source, route.edge.target)
            assert not any(_inside(box, x, y, 3 if own else 1) for x, y in points), (route, box)


def _inside(box: Box, x: float, y: float, margin: int) -> bool:
    return box.x + margin < x < box.x + box.width - margin and box.y + margin < y < box.y + box.height - margin


def points_of(route: Route) -> Iterator[tuple[float, float]]:
    """Points along a route, close to one another."""
    for first in range(0, len(route.points) - 1, 3):
        ends = route.points[first : first + 4]
        for step in range(_STEPS + 1):
            share = step / _STEPS
            rest = 1 - share
            parts = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
            x, y = (sum(part * end[axis] for part, end in zip(parts, ends, strict=True)) for axis in (0, 1))
            yield x, y
