"""Arcs with weights, sets of them, and walks along them."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple


class Arc(NamedTuple):
    """From one vertex to another. `weight`, at least 1, is what it costs to take it out."""

    source: int
    target: int
    weight: int


class ArcSet(NamedTuple):
    """Arcs without which there is no circle, by their index; no such set weighs less than `bound`."""

    arcs: tuple[int, ...]
    weight: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether it is proven that there is no lighter one."""
        return self.weight == self.bound


def weight_of(arcs: Sequence[Arc], chosen: Iterable[int]) -> int:
    """What arcs weigh together."""
    return sum(arcs[index].weight for index in chosen)


def leaving(arcs: Sequence[Arc], without: Collection[int] = ()) -> dict[int, list[int]]:
    """The arcs that leave each vertex, by index; every vertex has an entry."""
    found: dict[int, list[int]] = {}
    for index, arc in enumerate(arcs):
        found.setdefault(arc.source, [])
        found.setdefault(arc.target, [])
        if index not in without:
            found[arc.source].append(index)
    return found


def in_order(arcs: Sequence[Arc], without: Collection[int] = ()) -> list[int] | None:
    """The vertices, sources before targets, once some arcs are taken out; None where a circle is left. O(arcs).

    Source: Kahn 1962, doi:10.1145/368996.369025.
    """
    out = leaving(arcs, without)
    entering = dict.fromkeys(out, 0)
    for indices in out.values():
        for index in indices:
            entering[arcs[index].target] += 1
    order = [vertex for vertex, count in entering.items() if count == 0]
    for vertex in order:
        for index in out[vertex]:
            target = arcs[index].target
            entering[target] -= 1
            if entering[target] == 0:
                order.append(target)  # the list is its own queue
    return order if len(order) == len(out) else None


def is_acyclic(arcs: Sequence[Arc], without: Collection[int] = ()) -> bool:
    """Whether there is no circle once some arcs are taken out. O(arcs)."""
    return in_order(arcs, without) is not None
