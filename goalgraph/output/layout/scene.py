"""What is to be drawn, before it has a place."""

from dataclasses import dataclass
from enum import IntEnum
from math import log2


class Band(IntEnum):
    """The bands of a map, the topmost first."""

    VALUES = 0
    OBJECTIVES = 1
    MEANS = 2


@dataclass(frozen=True, slots=True)
class Node:
    """A box: an element of a map, or many folded into one.

    `key` is what edges and scripts call it by, `href` the address on the page that tells more. `kind` is the word of
    the language; `note` a small second line. A node without edges stands in the tray, unless it is a value. `chosen` is
    what a picture is about.
    """

    key: str
    title: str
    kind: str
    band: Band
    note: str = ""
    href: str = ""
    circular: bool = False
    informal: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow of purpose between two nodes; `circular` where it turns in a loop. `count` says how many are folded."""

    source: str
    target: str
    circular: bool = False
    informal: bool = False
    count: int = 1

    @property
    def mark(self) -> str:
        """What stands beside it, as colour alone is not seen by all."""
        return "↻" if self.circular else ""

    @property
    def thickness(self) -> float:
        """How wide the line is that stands for so many."""
        return round(min((2.2 if self.circular else 0.7) + 0.5 * log2(self.count + 1), 5), 1)


@dataclass(frozen=True, slots=True)
class Scene:
    """The nodes and edges of one picture, in order of place. The ends of every edge are among the nodes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
