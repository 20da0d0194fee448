"""What is drawn, with its place. Lengths are in pixels at full size, from the top left corner."""

from dataclasses import dataclass

from goalgraph.output.layout.scene import Edge, Node

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A node and the corner, size and lines of its box."""

    node: Node
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """An edge as a chain of cubic Bézier curves: the first point, then three for each. The head is at the last."""

    edge: Edge
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of a picture in which the boxes of one band stand."""

    label: str
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A laid-out scene. `boxes` includes those in the tray; `routed` says that edges were led around foreign boxes."""

    width: int
    height: int
    strips: tuple[Strip, ...]
    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]
    routed: bool
