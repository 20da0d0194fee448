"""Which row each node stands in: bands one below the other, in a band what serves below what it serves."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import ceil

from goalgraph.output.layout.scene import Band, Node, Scene

MOST_IN_A_ROW = 7
_NOWHERE = (1, 0)


@dataclass(frozen=True, slots=True)
class Ranks:
    """The nodes row by row, the topmost first, each row with its band; and those that are linked to nothing."""

    rows: tuple[tuple[Band, tuple[Node, ...]], ...]
    tray: tuple[Node, ...]


def ranks(scene: Scene, most: int = MOST_IN_A_ROW) -> Ranks:
    """The rows of a scene, with at most so many nodes in each. Linear but for the sorting."""
    linked = {end for edge in scene.edges for end in (edge.source, edge.target)}
    rows: list[tuple[Band, tuple[Node, ...]]] = []
    # Where what has its row stands: how far down, as a negative number, and which in its row.
    place: dict[str, tuple[int, int]] = {}
    for band in Band:
        members = [node for node in scene.nodes if node.band is band and (node.key in linked or band is Band.VALUES)]
        for row in _rows(members, scene, most, place):
            place |= {node.key: (-len(rows), index) for index, node in enumerate(row)}
            rows.append((band, row))
    tray = tuple(node for node in scene.nodes if node.key not in linked and node.band is not Band.VALUES)
    return Ranks(tuple(rows), tray)


def _rows(
    members: Sequence[Node], scene: Scene, most: int, placed: Mapping[str, tuple[int, int]]
) -> list[tuple[Node, ...]]:
    """The rows of one band: a node is ready when all that it serves there has its row.

    What serves the same in a band above comes together, so that the lines to it do.
    """
    by_key = {node.key: node for node in members}
    above: dict[str, list[str]] = {key: [] for key in by_key}
    for edge in scene.edges:
        if edge.source in by_key and edge.target in by_key and edge.source != edge.target:
            above[edge.source].append(edge.target)
    above = unlooped(above)
    purpose = _purposes(by_key, scene, placed)
    below: dict[str, list[str]] = {key: [] for key in by_key}
    for source, targets in above.items():
        for target in targets:
            below[target].append(source)
    depth = _depths(above, below)
    place = {key: index for index, key in enumerate(by_key)}
    waits = {key: len(targets) for key, targets in above.items()}
    ready = [(-depth[key], purpose.get(key, _NOWHERE), place[key], key) for key, count in waits.items() if not count]
    heapify(ready)
    rows = []
    while ready:
        taken = [heappop(ready)[-1] for _ in range(ceil(len(ready) / ceil(len(ready) / most)))]
        for key in taken:
            for source in below[key]:
                waits[source] -= 1
                if not waits[source]:
                    heappush(ready, (-depth[source], purpose.get(source, _NOWHERE), place[source], source))
        rows.append(tuple(by_key[key] for key in sorted(taken, key=place.__getitem__)))
    return rows


def _purposes(
    members: Mapping[str, Node], scene: Scene, placed: Mapping[str, tuple[int, int]]
) -> dict[str, tuple[int, int]]:
    """Where the nearest stands of what each member serves in the bands above."""
    nearest: dict[str, tuple[int, int]] = {}
    for edge in scene.edges:
        if edge.source in members and edge.target in placed:
            nearest[edge.source] = min(nearest.get(edge.source, _NOWHERE), placed[edge.target])
    return nearest


def unlooped(following: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Arrows with those turned round that close a circle, found by walking from what nothing leads to."""
    led_to = {target for targets in following.values() for target in targets}
    on_way, done = dict.fromkeys(following, False), dict.fromkeys(following, False)
    kept: dict[str, list[str]] = {key: [] for key in following}
    for first in sorted(following, key=led_to.__contains__):
        if done[first]:
            continue
        way = [(first, iter(following[first]))]
        on_way[first] = done[first] = True
        while way:
            key, others = way[-1]
            other = next(others, None)
            if other is None:
                on_way[key] = False
                way.pop()
            elif on_way[other]:
                kept[other].append(key)
            else:
                kept[key].append(other)
                if not done[other]:
                    on_way[other] = done[other] = True
                    way.append((other, iter(following[other])))
    return kept


def _depths(above: Mapping[str, Sequence[str]], below: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How long the longest chain is that hangs from each."""
    depth = dict.fromkeys(above, 0)
    waits = {key: len(sources) for key, sources in below.items()}
    free = deque(key for key, count in waits.items() if not count)
    while free:
        key = free.popleft()
        for target in above[key]:
            depth[target] = max(depth[target], depth[key] + 1)
            waits[target] -= 1
            if not waits[target]:
                free.append(target)
    return depth
