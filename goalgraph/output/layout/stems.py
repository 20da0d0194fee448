"""A scene as Graphviz is asked about it, and its answer as a picture.

We fix the rows; dot orders boxes, places them and leads lines around them.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from goalgraph.output.layout.assembling import Placed, assembled
from goalgraph.output.layout.picture import Picture, Point
from goalgraph.output.layout.ranks import Ranks, ranks
from goalgraph.output.layout.scene import Edge, Scene
from goalgraph.output.layout.sizes import BELOW, BESIDE, ROOM, WIDTH, sized

# Lines may run closer to one another than boxes, so dot takes boxes to be wider than they are.
_BESIDE = 12


class Graph:
    """A scene as dot is asked about it. Every line runs from a row to a lower one, so no rank is in doubt.

    Plain edges that come to the same box from further than the next row share a stem: each joins it where it gets
    there. So a wide band on many rows is not torn apart by lines beside one another.
    """

    def __init__(self, scene: Scene, most: int) -> None:
        self.scene = scene
        self.ranked: Ranks = ranks(scene, most)
        self.sizes = {node.key: sized(node) for _, row in self.ranked.rows for node in row}
        self.name = {key: str(index) for index, key in enumerate(self.sizes)}
        self.row = {node.key: number for number, (_, row) in enumerate(self.ranked.rows) for node in row}
        self.edges = [edge for edge in scene.edges if edge.source != edge.target]
        self.heights = [max(self.sizes[node.key].height for node in row) for _, row in self.ranked.rows]
        self.stems: list[list[str]] = [[] for _ in self.heights]
        self.lines: list[tuple[str, str, dict[str, str]]] = []
        # For each edge the lines it is made of, from the upper end down.
        self.made_of: dict[int, list[int]] = {}
        self._draw()

    def _draw(self) -> None:
        shared: dict[str, list[int]] = {}
        for number, edge in enumerate(self.edges):
            upper, lower = self._turned(edge)
            span = self.row[lower] - self.row[upper]
            if upper == edge.target and span > 1 and not edge.circular and not edge.informal:
                shared.setdefault(upper, []).append(number)
            else:
                self.made_of[number] = [self._line(self.name[upper], self.name[lower], 3 if edge.circular else 1)]
        for target, numbers in shared.items():
            if len(numbers) == 1:
                lower = self.edges[numbers[0]].source
                self.made_of[numbers[0]] = [self._line(self.name[target], self.name[lower], 1)]
                continue
            top = self.row[target]
            deepest = max(self.row[self.edges[number].source] for number in numbers)
            stem: list[int] = []
            above = self.name[target]
            made = {}
            for row in range(top + 1, deepest):
                joint = f"{self.name[target]}s{row}"
                self.stems[row].append(joint)
                stem.append(self._line(above, joint, 4, headport="n", **({"tailport": "s"} if row > top + 1 else {})))
                above = joint
                made[row] = (joint, list(stem))
            for number in numbers:
                source = self.edges[number].source
                joint, lines = made[self.row[source] - 1]
                self.made_of[number] = [*lines, self._line(joint, self.name[source], 1, tailport="s")]

    def _line(self, upper: str, lower: str, weight: int, **more: str) -> int:
        self.lines.append((upper, lower, {"weight": str(weight), **more}))
        return len(self.lines) - 1

    @property
    def question(self) -> Mapping[str, Any]:
        """What the child is asked."""
        rows = [
            [(self.name[node.key], WIDTH + BESIDE - _BESIDE, self.sizes[node.key].height) for node in row]
            + [(joint, 2, self.heights[number]) for joint in self.stems[number]]
            for number, (_, row) in enumerate(self.ranked.rows)
        ]
        firsts = [row[0][0] for row in rows]
        return {
            "beside": _BESIDE,
            "below": BELOW,
            "room": ROOM,
            "rows": rows,
            "ties": list(pairwise(firsts)),
            "edges": self.lines,
        }

    def _turned(self, edge: Edge) -> tuple[str, str]:
        """The upper end and the lower end."""
        upper, lower = sorted((edge.source, edge.target), key=self.row.__getitem__)
        return upper, lower

    def picture(self, answer: Any) -> Picture | None:
        """What the child has answered, as a picture."""
        if answer is None:
            return None
        placed = {}
        for key, size in self.sizes.items():
            x, y = answer["nodes"][self.name[key]]
            placed[key] = Placed(size, round(x - WIDTH / 2), round(y - size.height / 2))
        routes: list[tuple[Edge, tuple[Point, ...]]] = []
        for number, edge in enumerate(self.edges):
            points: list[Point] = []
            for line in self.made_of[number]:
                following = [(round(x), round(y)) for x, y in answer["edges"][line]]
                if points:
                    # Straight down through the row in which the joint stands.
                    points += [points[-1], following[0]]
                points += following
            upper, lower = self._turned(edge)
            points[0] = _at(placed[upper], points[0])
            points[-1] = _at(placed[lower], points[-1])
            routes.append((edge, tuple(points if upper == edge.source else points[::-1])))
        bands = tuple(band for band, _ in self.ranked.rows)
        return assembled(self.scene, self.ranked, bands, placed, routes, routed=True)


def _at(box: Placed, point: Point) -> Point:
    """The end of a line, moved to the box where dot, for which boxes are wider, has left a gap."""
    return min(max(point[0], box.x), box.x + WIDTH), point[1]
