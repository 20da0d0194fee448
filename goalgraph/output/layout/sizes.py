"""How large boxes are, and the space around them."""

from dataclasses import dataclass

from goalgraph.output.drawing import one_line
from goalgraph.output.layout.measuring import fitted, lines
from goalgraph.output.layout.picture import Box
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
# How wide the boxes and lines of a picture may be, so that it is no wider than a page.
ROOM = 1160 - GUTTER - AROUND
_MOST_LINES = 3
_NOTE_SIZE = 10.5
_TEXT = WIDTH - 2 * PADDING
_LEAST = 42


@dataclass(frozen=True, slots=True)
class Size:
    """A node with the lines in its box, and its height."""

    node: Node
    lines: tuple[str, ...]
    note: str
    height: int

    def box(self, x: int, y: int) -> Box:
        """The box at a place."""
        return Box(self.node, x, y, WIDTH, self.height, self.lines, self.note)


def sized(node: Node) -> Size:
    """The size of a node's box. A circular one has a mark before its title."""
    mark = "↻ " if node.circular else ""
    shown = lines(f"{mark}{one_line(node.title)}", _TEXT, SIZE, _MOST_LINES)
    note = fitted(one_line(node.note), _TEXT, _NOTE_SIZE)
    return Size(node, shown, note, max(_LEAST, LINE * len(shown) + (NOTE if note else 0) + 12))
