"""Rows in bands, laid out without Graphviz: no edge is led around a box, and no scene is too large."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from goalgraph.output.layout.assembling import Placed, assembled
from goalgraph.output.layout.picture import Picture, Point
from goalgraph.output.layout.ranks import ranks
from goalgraph.output.layout.scene import Edge, Node, Scene
from goalgraph.output.layout.sizes import BELOW, BESIDE, WIDTH, sized

_SWEEPS = 4


def in_rows(scene: Scene) -> Picture:
    """A scene laid out in rows."""
    ranked = ranks(scene)
    rows = _ordered([row for _, row in ranked.rows], scene)
    widest = max(map(len, rows), default=0)
    placed: dict[str, Placed] = {}
    row_of: dict[str, int] = {}
    y = 0
    for number, row in enumerate(rows):
        sizes = [sized(node) for node in row]
        height = max(size.height for size in sizes)
        left = (widest - len(row)) * (WIDTH + BESIDE) // 2
        for index, size in enumerate(sizes):
            x = left + index * (WIDTH + BESIDE)
            placed[size.node.key] = Placed(size, x, y + (height - size.height) // 2)
            row_of[size.node.key] = number
        y += height + BELOW
    bands = tuple(band for band, _ in ranked.rows)
    return assembled(scene, ranked, bands, placed, _routes(scene, placed, row_of), routed=False)


def _ordered(rows: Sequence[Sequence[Node]], scene: Scene) -> list[list[Node]]:
    """Rows in which each node stands about where its neighbours in the rows before stand."""
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for edge in scene.edges:
        beside[edge.source].append(edge.target)
        beside[edge.target].append(edge.source)
    ordered = [list(row) for row in rows]
    at: dict[str, float] = {}
    for row in ordered:
        _number(row, at)
    row_of = {node.key: number for number, row in enumerate(ordered) for node in row}
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for row in ordered if down else reversed(ordered):
            mean = {node.key: _mean(node.key, beside, at, row_of, down=down) for node in row}
            row.sort(key=lambda node: mean[node.key])
            _number(row, at)
    return ordered


def _number(row: Sequence[Node], at: dict[str, float]) -> None:
    for index, node in enumerate(row):
        at[node.key] = index - (len(row) - 1) / 2


def _mean(
    key: str, beside: Mapping[str, Sequence[str]], at: Mapping[str, float], row_of: Mapping[str, int], *, down: bool
) -> float:
    """Where the neighbours above or below stand on the average, or the node itself where it has none."""
    row = row_of[key]
    places = [at[other] for other in beside[key] if (row_of[other] < row if down else row_of[other] > row)]
    return sum(places) / len(places) if places else at[key]


def _routes(
    scene: Scene, placed: Mapping[str, Placed], row_of: Mapping[str, int]
) -> list[tuple[Edge, tuple[Point, ...]]]:
    """A curve for each edge, those of one side of a box spread along it."""
    sides: defaultdict[tuple[str, bool], list[tuple[int, int, bool]]] = defaultdict(list)
    for number, edge in enumerate(scene.edges):
        if edge.source == edge.target:
            continue
        rises = row_of[edge.source] > row_of[edge.target]
        sides[edge.source, rises].append((placed[edge.target].x, number, True))
        sides[edge.target, not rises].append((placed[edge.source].x, number, False))
    ends: dict[tuple[int, bool], Point] = {}
    for (key, top), leaving in sides.items():
        box = placed[key]
        for index, (_, number, is_source) in enumerate(sorted(leaving)):
            x = box.x + WIDTH * (index + 1) // (len(leaving) + 1)
            ends[number, is_source] = (x, box.y if top else box.y + box.size.height)
    routes: list[tuple[Edge, tuple[Point, ...]]] = []
    for number, edge in enumerate(scene.edges):
        if edge.source == edge.target:
            continue
        (x1, y1), (x2, y2) = ends[number, True], ends[number, False]
        bend = (y2 - y1) * 2 // 5
        routes.append((edge, ((x1, y1), (x1, y1 + bend), (x2, y2 - bend), (x2, y2))))
    return routes
