"""A picture put together from boxes that have their places: strips around them, the tray below, room at the sides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goalgraph.output.layout.measuring import long
from goalgraph.output.layout.picture import Box, Picture, Point, Route, Strip
from goalgraph.output.layout.ranks import Ranks
from goalgraph.output.layout.scene import Band, Edge, Node, Scene
from goalgraph.output.layout.sizes import AROUND, BELOW, BESIDE, GUTTER, SIZE, WIDTH, Size, sized

_LABELS = {Band.VALUES: "Values", Band.OBJECTIVES: "Objectives", Band.MEANS: "Means and assets"}
_TRAY = "Linked to nothing"
_MOST_IN_A_ROW = 7
_HALF = BELOW // 2
# Where on a curve a mark is tried; in pictures of more boxes than these it is not looked whether one is in the way.
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7)
_MANY = 300


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
    boxes = [each.size.box(each.x + dx, each.y + dy) for each in placed.values()]
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
    lines = {id(edge): tuple((x + dx, y + dy) for x, y in route) for edge, route in routes}
    lines |= {id(edge): _arc(by_key[edge.source]) for edge in loops}
    shown = [Route(edge, lines[id(edge)], _mark(edge, lines[id(edge)], boxes)) for edge in scene.edges]
    return Picture(width, at, tuple(strips), tuple(boxes), tuple(shown), routed, GUTTER)


def _tray(nodes: Sequence[Node], room: int, top: int) -> list[Box]:
    """Boxes in rows that are no wider than the picture, unless it is very narrow."""
    most = min(max((room + BESIDE) // (WIDTH + BESIDE), 3), _MOST_IN_A_ROW)
    boxes: list[Box] = []
    y = top + _HALF
    for first in range(0, len(nodes), most):
        sizes = [sized(node) for node in nodes[first : first + most]]
        boxes += (size.box(GUTTER + index * (WIDTH + BESIDE), y) for index, size in enumerate(sizes))
        y += max(size.height for size in sizes) + BESIDE
    return boxes


def _arc(box: Box) -> tuple[Point, ...]:
    """From the right side of a box round its upper right corner to its top: what serves itself."""
    x, y = box.x + box.width, box.y
    return ((x, y + 16), (x + 20, y + 16), (x - 16, y - 22), (x - 16, y))


def _mark(edge: Edge, points: Sequence[Point], boxes: Sequence[Box]) -> Point | None:
    """Where beside its line the mark of an edge covers no box, near the middle if it can be."""
    if not edge.mark:
        return None
    curves = (len(points) - 1) // 3
    # Of two lines there and back each has its mark on the outer side.
    off = 5 + round(long(edge.mark, SIZE) / 2)
    sides = (off, -off) if points[-1][1] < points[0][1] else (-off, off)
    near = boxes if len(boxes) <= _MANY else ()
    middle = curves // 2
    for curve in sorted(range(curves), key=lambda curve: abs(curve - middle)):
        for share in _SHARES:
            x, y = _on_curve(points[3 * curve : 3 * curve + 4], share)
            for side in sides:
                if not any(_covers(box, x + side, y) for box in near):
                    return round(x + side), round(y + 4)
    x, y = _on_curve(points[3 * middle : 3 * middle + 4], 0.5)
    return round(x + sides[0]), round(y + 4)


def _on_curve(points: Sequence[Point], share: float) -> tuple[float, float]:
    rest = 1 - share
    shares = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
    x, y = (sum(part * point[axis] for part, point in zip(shares, points, strict=True)) for axis in (0, 1))
    return x, y


def _covers(box: Box, x: float, y: float) -> bool:
    return box.x - 8 < x < box.x + box.width + 8 and box.y - 7 < y < box.y + box.height + 7
