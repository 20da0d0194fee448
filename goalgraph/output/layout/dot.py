"""Laying out by Graphviz, in one child process for all scenes."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from goalgraph.output.layout.picture import Picture
from goalgraph.output.layout.scene import Scene
from goalgraph.output.layout.stems import Graph

MOST_NODES = 120
SECONDS = 5.0
PROGRAM = Path(__file__).with_name("graphviz_child.py")
# How many boxes a row may have. The first with which a picture is no wider than a page is taken, else the narrowest.
_MOST_IN_A_ROW = (7, 6, 5, 4)
# For a scene of more nodes and edges than these that would take long; short rows suit it best.
_MANY = 120
_MOST_OF_MANY = (5, 4)
_VERY_MANY = 200
_MOST_OF_VERY_MANY = (5,)


def is_available() -> bool:
    """Whether Graphviz is to be had."""
    return find_spec("pygraphviz") is not None


def by_dot(scenes: Sequence[Scene], program: Path = PROGRAM, seconds: float = SECONDS) -> list[Picture | None]:
    """Each scene as dot lays it out; None where it does not, cannot, or not in time."""
    if not is_available():
        return [None for _ in scenes]
    graphs = [_graphs(scene) for scene in scenes]
    asked = [[graph.question for graph in tried] for tried in graphs if tried]
    answers: Iterator[Any] = iter(_answers(asked, program, seconds) if asked else ())
    return [_picture(tried, next(answers, None)) if tried else None for tried in graphs]


def _graphs(scene: Scene) -> list[Graph]:
    """The scene with ever shorter rows; nothing for a scene that is too large."""
    if not 0 < len(scene.nodes) <= MOST_NODES:
        return []
    graphs: list[Graph] = []
    size = len(scene.nodes) + len(scene.edges)
    tried = _MOST_IN_A_ROW if size <= _MANY else _MOST_OF_MANY if size <= _VERY_MANY else _MOST_OF_VERY_MANY
    for most in tried:
        graph = Graph(scene, most)
        if graph.row and all(graph.row != other.row for other in graphs):
            graphs.append(graph)
    return graphs


def _picture(tried: Sequence[Graph], answer: Any) -> Picture | None:
    """The picture that the child has found best."""
    return None if answer is None else tried[answer["best"]].picture(answer)


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
