"""What is drawn, with its place. Lengths are in pixels at full size, from the top left corner."""

from collections.abc import Sequence
from dataclasses import dataclass

from goalgraph.output.layout.measuring import lines
from goalgraph.output.layout.scene import Edge, Node

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A node and the corner, size and lines of its box; `note` is the node's, cut to fit."""

    node: Node
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    note: str = ""

    @property
    def middle(self) -> int:
        """Where its lines have their middle."""
        return self.x + self.width // 2


@dataclass(frozen=True, slots=True)
class Route:
    """An edge as a chain of cubic Bézier curves: the first point, then three for each. The head is at the last.

    `mark` is where there is room beside it for the sign of a circular edge or for how many are folded into one.
    """

    edge: Edge
    points: tuple[Point, ...]
    mark: Point | None = None

    @property
    def path(self) -> str:
        """The curves as SVG writes them, in as few characters as may be."""
        (x, y), *others = self.points
        written, last = [f"M{x} {y}"], "M"
        for a, b, c in zip(*[iter(others)] * 3, strict=True):
            straight = a[0] == b[0] == c[0] == x
            numbers = [c[1] - y] if straight else [each for px, py in (a, b, c) for each in (px - x, py - y)]
            command = "v" if straight else "c"
            written.append(_joined(numbers, command if command != last else ""))
            last, (x, y) = command, c
        return "".join(written)


def _joined(numbers: Sequence[int], command: str) -> str:
    """Numbers after a command, or after other numbers, with no more spaces than needed."""
    text = " ".join(map(str, numbers)).replace(" -", "-")
    return command + text if command or text.startswith("-") else f" {text}"


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of a picture in which the boxes of one band stand."""

    label: str
    y: int
    height: int

    @property
    def words(self) -> tuple[str, ...]:
        """The label in lines that fit beside the boxes."""
        return lines(self.label, 76, 11, 3)


@dataclass(frozen=True, slots=True)
class Picture:
    """A laid-out scene. `boxes` includes those in the tray; `routed` says that edges were led around foreign boxes.

    Left of `gutter` stand the names of the strips and nothing else.
    """

    width: int
    height: int
    strips: tuple[Strip, ...]
    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]
    routed: bool
    gutter: int = 0
