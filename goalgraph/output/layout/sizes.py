"""How large boxes are, and the space around them."""

from dataclasses import dataclass

from goalgraph.output.drawing import one_line
from goalgraph.output.layout.measuring import lines
from goalgraph.output.layout.scene import Node

SIZE = 12.5
WIDTH = 144
LINE = 15
NOTE = 13
PADDING = 8
# Between boxes of a row, between rows, around the picture, and for the names of the strips at its left.
BESIDE = 22
BELOW = 48
AROUND = 14
GUTTER = 78
_MOST_LINES = 3
_LEAST = 42


@dataclass(frozen=True, slots=True)
class Size:
    """A node with the lines in its box, and its height."""

    node: Node
    lines: tuple[str, ...]
    height: int


def sized(node: Node) -> Size:
    """The size of a node's box. A circular one has a mark before its title."""
    mark = "↻ " if node.circular else ""
    shown = lines(f"{mark}{one_line(node.title)}", WIDTH - 2 * PADDING, SIZE, _MOST_LINES)
    return Size(node, shown, max(_LEAST, LINE * len(shown) + (NOTE if node.note else 0) + 12))
