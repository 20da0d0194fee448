"""Pictures of a purpose graph: what is to be drawn goes in, where everything stands comes out. A template draws it."""

from collections.abc import Sequence

from goalgraph.output.layout.dot import by_dot
from goalgraph.output.layout.picture import Picture
from goalgraph.output.layout.rows import in_rows
from goalgraph.output.layout.scene import Scene


def lay_out(scenes: Sequence[Scene]) -> tuple[Picture, ...]:
    """Every scene as a picture, in order: by Graphviz where that is to be had and answers in time, else in rows."""
    return tuple(drawn or in_rows(scene) for scene, drawn in zip(scenes, by_dot(scenes), strict=True))
