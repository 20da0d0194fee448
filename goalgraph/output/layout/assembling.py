"""A picture put together from boxes that have their places: strips around them, the tray below, room at the sides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goalgraph.output.layout.picture import Box, Picture, Point, Route, Strip
from goalgraph.output.layout.ranks import Ranks
from goalgraph.output.layout.scene import Band, Edge, Node, Scene
from goalgraph.output.layout.sizes import AROUND, BELOW, BESIDE, GUTTER, WIDTH, Size, sized

_LABELS = {Band.VALUES: "Values", Band.OBJECTIVES: "Objectives", Band.MEANS: "Means and assets"}
_TRAY = "Linked to nothing"
_MOST_IN_A_ROW = 7
_HALF = BELOW // 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A box at its place, counted from any corner."""

    size: Size
    x: int
    y: int


def assembled(  # noqa: PLR0913  # each is one thing known of the picture
    scene: Scene,
    ranked: Ranks,
    bands: Sequence[Band],
    placed: Mapping[str, Placed],
    routes: Sequence[tuple[Edge, tuple[Point, ...]]],
    *,
    routed: bool,
) -> Picture:
    """The picture of boxes and routes, moved to where its own corner is the top left one."""
    points = [point for _, route in routes for point in route]
    left = min([box.x for box in placed.values()] + [x for x, _ in points], default=0)
    top = min((box.y for box in placed.values()), default=0)
    right = max([box.x + WIDTH for box in placed.values()] + [x for x, _ in points], default=0)
    loops = [edge for edge in scene.edges if edge.source == edge.target]
    right += 24 if loops else 0
    dx, dy = GUTTER - left, _HALF - top
    boxes = [
        Box(each.size.node, each.x + dx, each.y + dy, WIDTH, each.size.height, each.size.lines)
        for each in placed.values()
    ]
    strips: list[Strip] = []
    at = 0
    for band in sorted(set(bands)):
        keys = {node.key for other, row in ranked.rows if other is band for node in row}
        bottom = max(box.y + box.height for box in boxes if box.node.key in keys) + _HALF
        strips.append(Strip(_LABELS[band], at, bottom - at))
        at = bottom
    tray = _tray(ranked.tray, right - left, at)
    boxes += tray
    if tray:
        bottom = max(box.y + box.height for box in tray) + _HALF
        strips.append(Strip(_TRAY, at, bottom - at))
        at = bottom
    width = max([right + dx] + [box.x + box.width for box in tray]) + AROUND
    by_key = {box.node.key: box for box in boxes}
    shown = [Route(edge, tuple((x + dx, y + dy) for x, y in route)) for edge, route in routes]
    shown += [Route(edge, _arc(by_key[edge.source])) for edge in loops]
    return Picture(width, at, tuple(strips), tuple(boxes), tuple(shown), routed)


def _tray(nodes: Sequence[Node], room: int, top: int) -> list[Box]:
    """Boxes in rows that are no wider than the picture, unless it is very narrow."""
    most = min(max((room + BESIDE) // (WIDTH + BESIDE), 3), _MOST_IN_A_ROW)
    boxes: list[Box] = []
    y = top + _HALF
    for first in range(0, len(nodes), most):
        sizes = [sized(node) for node in nodes[first : first + most]]
        boxes += (
            Box(size.node, GUTTER + index * (WIDTH + BESIDE), y, WIDTH, size.height, size.lines)
            for index, size in enumerate(sizes)
        )
        y += max(size.height for size in sizes) + BESIDE
    return boxes


def _arc(box: Box) -> tuple[Point, ...]:
    """From the right side of a box round its upper right corner to its top: what serves itself."""
    x, y = box.x + box.width, box.y
    return ((x, y + 16), (x + 20, y + 16), (x - 16, y - 22), (x - 16, y))
