"""Pictures of a purpose graph: what is to be drawn goes in, where everything stands comes out. A template draws it."""

from collections.abc import Sequence

from goalgraph.output.layout.picture import Picture
from goalgraph.output.layout.rows import in_rows
from goalgraph.output.layout.scene import Scene


def lay_out(scenes: Sequence[Scene]) -> tuple[Picture, ...]:
    """Every scene as a picture, in order."""
    return tuple(in_rows(scene) for scene in scenes)
