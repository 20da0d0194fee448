"""Laying out by Graphviz in a child process. We fix the rows; it orders boxes, places them and leads lines around them."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from goalgraph.output.layout.assembling import Placed, assembled
from goalgraph.output.layout.picture import Picture, Point
from goalgraph.output.layout.ranks import Ranks, ranks
from goalgraph.output.layout.scene import Edge, Scene
from goalgraph.output.layout.sizes import BELOW, BESIDE, WIDTH, sized

MOST_NODES = 120
SECONDS = 5.0
PROGRAM = Path(__file__).with_name("graphviz_child.py")


def is_available() -> bool:
    """Whether Graphviz is to be had."""
    return find_spec("pygraphviz") is not None


def by_dot(scenes: Sequence[Scene], program: Path = PROGRAM, seconds: float = SECONDS) -> list[Picture | None]:
    """Each scene as dot lays it out; None where it does not, cannot, or not in time."""
    graphs = [_Graph(scene) if 0 < len(scene.nodes) <= MOST_NODES else None for scene in scenes]
    asked = [graph.question for graph in graphs if graph]
    if not asked or not is_available():
        return [None for _ in scenes]
    answers = iter(_answers(asked, program, seconds))
    return [graph.picture(next(answers, None)) if graph else None for graph in graphs]


def _answers(questions: Sequence[Any], program: Path, seconds: float) -> list[Any]:
    """What the child says to each question, as far as it comes."""
    try:
        child = subprocess.Popen(
            [sys.executable, "-P", str(program)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return []
    with child:
        try:
            said, _ = child.communicate(json.dumps(questions).encode(), timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            said, _ = child.communicate()
        except BaseException:
            child.kill()
            raise
    answers = []
    for line in said.split(b"\n"):
        try:
            answers.append(json.loads(line))
        except ValueError:
            break
    return answers


class _Graph:
    """A scene as dot is asked about it. Every edge runs from the upper row to the lower one, so no rank is in doubt."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.ranked: Ranks = ranks(scene)
        self.sizes = {node.key: sized(node) for _, row in self.ranked.rows for node in row}
        self.name = {key: str(index) for index, key in enumerate(self.sizes)}
        self.row = {node.key: number for number, (_, row) in enumerate(self.ranked.rows) for node in row}
        self.edges = [edge for edge in scene.edges if edge.source != edge.target]

    @property
    def question(self) -> Mapping[str, Any]:
        tied = {
            self.row[upper] for upper, lower in map(self._turned, self.edges) if self.row[lower] == self.row[upper] + 1
        }
        firsts = [self.name[row[0].key] for _, row in self.ranked.rows]
        return {
            "beside": BESIDE,
            "below": BELOW,
            "width": WIDTH,
            "esep": "+3",
            "rows": [
                [(self.name[node.key], self.sizes[node.key].height) for node in row] for _, row in self.ranked.rows
            ],
            "ties": [(firsts[number], firsts[number + 1]) for number in range(len(firsts) - 1) if number not in tied],
            "edges": [
                (self.name[u], self.name[l], 2 if edge.circular else 1)
                for edge in self.edges
                for u, l in [self._turned(edge)]
            ],
        }

    def _turned(self, edge: Edge) -> tuple[str, str]:
        """The upper end and the lower end."""
        upper, lower = sorted((edge.source, edge.target), key=self.row.__getitem__)
        return upper, lower

    def picture(self, answer: Any) -> Picture | None:
        if answer is None:
            return None
        placed = {}
        for key, size in self.sizes.items():
            x, y = answer["nodes"][self.name[key]]
            placed[key] = Placed(size, round(x - WIDTH / 2), round(y - size.height / 2))
        routes: list[tuple[Edge, tuple[Point, ...]]] = []
        for edge, points in zip(self.edges, answer["edges"], strict=True):
            route = tuple((round(x), round(y)) for x, y in points)
            routes.append((edge, route if self._turned(edge)[0] == edge.source else route[::-1]))
        bands = tuple(band for band, _ in self.ranked.rows)
        return assembled(self.scene, self.ranked, bands, placed, routes, routed=True)
