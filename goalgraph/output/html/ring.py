"""A circle as boxes on an ellipse, with arrows from each to what it is for. Positions only: the template draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from goalgraph.output.layout.measuring import lines as broken
from goalgraph.output.wording import clean

MOST = 8
_STEPS = 720
_HEAD = 14
_ROOMY = 66
_FONT = 13.5


@dataclass(frozen=True, slots=True)
class Box:
    """A member of the ring; `lines` are the title, broken to fit, each with its own height."""

    x: float
    y: float
    middle: float
    kind: str
    kind_y: float
    lines: tuple[tuple[float, str], ...]
    end: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """An arrow along the ellipse: the path of its line, the corners of its head, the place of its word if roomy."""

    path: str
    head: str
    x: float
    y: float
    roomy: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """All that is drawn."""

    width: int
    height: int
    box_width: int
    box_height: int
    boxes: tuple[Box, ...]
    arcs: tuple[Arc, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """The ellipse and the size of the boxes, as many members need them.

    `spread` moves what stands near the top and the bottom towards the sides, where wide boxes have more room.
    """

    rx: int
    ry: int
    box_width: int = 172
    box_height: int = 66
    spread: float = 0.0

    @property
    def centre(self) -> tuple[float, float]:
        return self.rx + self.box_width / 2 + 2, self.ry + self.box_height / 2 + 2

    def at(self, angle: float) -> tuple[float, float]:
        """The point at an angle, which runs clockwise from the top."""
        angle += self.spread * sin(2 * angle)
        return self.centre[0] + self.rx * sin(angle), self.centre[1] - self.ry * cos(angle)

    def covers(self, box: tuple[float, float], point: tuple[float, float], margin: float) -> bool:
        """Whether a box, with a margin around it, covers a point."""
        return (
            abs(point[0] - box[0]) < self.box_width / 2 + margin
            and abs(point[1] - box[1]) < self.box_height / 2 + margin
        )


def ring(members: Sequence[tuple[str, str, bool]]) -> Ring | None:
    """The ring of members, each with its title, its kind, and whether it is an end; None where it would not help."""
    if not 2 <= len(members) <= MOST:
        return None
    if len(members) == 2:
        shape = _Shape(150, 118)
    else:
        shape = _Shape(202, 146) if len(members) <= 5 else _Shape(256, 226, 160, 66, 0.19)
    turn = 2 * pi / len(members)
    places = [shape.at(index * turn) for index in range(len(members))]
    boxes = tuple(_box(shape, place, *member) for place, member in zip(places, members, strict=True))
    arcs = tuple(
        _arc(shape, index * turn, turn, places[index], places[(index + 1) % len(places)])
        for index in range(len(members))
    )
    width, height = (round(2 * side) for side in shape.centre)
    return Ring(width, height, shape.box_width, shape.box_height, boxes, arcs)


def _box(shape: _Shape, place: tuple[float, float], title: str, kind: str, end: bool) -> Box:
    x, y = place
    lines = broken(str(clean(title)), shape.box_width - 18, _FONT, 2)
    top = y - (len(lines) + 1) * 8 + 7
    return Box(
        round(x - shape.box_width / 2, 1),
        round(y - shape.box_height / 2, 1),
        round(x, 1),
        kind,
        round(top + 4, 1),
        tuple((round(top + 21 + 16 * index, 1), line) for index, line in enumerate(lines)),
        end,
    )


def _arc(shape: _Shape, start: float, turn: float, leaving: tuple[float, float], entering: tuple[float, float]) -> Arc:
    angles = [start + turn * step / _STEPS for step in range(_STEPS + 1)]
    free = [
        angle
        for angle in angles
        if not shape.covers(leaving, shape.at(angle), 5) and not shape.covers(entering, shape.at(angle), 5)
    ] or [start + turn / 2]
    tip = shape.at(free[-1])
    line_end = next((angle for angle in reversed(free) if _distance(shape.at(angle), tip) >= _HEAD), free[0])
    base, first = shape.at(line_end), shape.at(free[0])
    length = _distance(base, tip) or 1
    across = (base[1] - tip[1]) / length * 7, (tip[0] - base[0]) / length * 7
    corners = (tip, (base[0] + across[0], base[1] + across[1]), (base[0] - across[0], base[1] - across[1]))
    middle = shape.at((free[0] + line_end) / 2)
    return Arc(
        f"M{_point(first)}A{shape.rx} {shape.ry} 0 0 1 {_point(base)}",
        " ".join(map(_point, corners)),
        round(middle[0], 1),
        round(middle[1], 1),
        _distance(first, tip) > _ROOMY,
    )


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _point(point: tuple[float, float]) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"
