"""Branching: small tangles searched in full, by taking out each arc of a circle in turn."""

from collections.abc import Iterator

from goalgraph.graph.feedback_arcs.packing import packed
from goalgraph.graph.feedback_arcs.tangle import Tangle

# More than all weights of a tangle together: what is kept for good.
_KEPT = 1 << 100


class Branching:
    """Sets of arcs of a tangle, up to a weight, without which it has no circle: among them all of least weight.

    One arc of any circle has to go: each in turn is taken out, the latest first, and those before it are kept for
    good, so every set is met once. A branch is left when its weight and a packing of the rest exceed `most`, which
    may be lowered meanwhile. The search ends after about so many `steps`, counted in arcs looked at and never by a
    clock; `finished` tells whether it saw everything.
    """

    def __init__(self, tangle: Tangle, most: int, steps: int) -> None:
        self.most = most
        self.finished = False
        self._tangle = tangle
        self._nodes = steps // max(1, len(tangle))

    def __iter__(self) -> Iterator[tuple[int, ...]]:
        tangle = self._tangle
        waiting: list[tuple[tuple[int, ...], frozenset[int]]] = [((), frozenset())]
        for _ in range(self._nodes):
            if not waiting:
                break
            cut, kept = waiting.pop()
            left = [_KEPT if arc in kept else weight for arc, weight in enumerate(tangle.weights)]
            for arc in cut:
                left[arc] = 0
            packing = packed(tangle, left, 20 * len(tangle))
            if tangle.weight_of(cut) + packing.weight > self.most:
                continue
            if not packing.circles:
                yield tuple(sorted(cut))
                continue
            free = [sorted(set(circle) - kept, reverse=True) for circle in packing.circles]
            fewest = min(free, key=len)
            waiting += [((*cut, arc), kept.union(fewest[:index])) for index, arc in reversed(list(enumerate(fewest)))]
        self.finished = not waiting


def lightest_sets(tangle: Tangle, bound: int, limit: int, most: int, steps: int) -> list[tuple[int, ...]]:
    """Sets of least weight of a tangle, up to `most`, when that weight is between `bound` and `limit`.

    Within the effort these are all, or `most`; beyond it those found so far.
    """
    search = Branching(tangle, limit, steps)
    found: list[tuple[int, ...]] = []
    for cut in search:
        weight = tangle.weight_of(cut)
        if weight < search.most:
            search.most, found = weight, []
        if len(found) < most:
            found.append(cut)
        if len(found) == most and weight == bound:
            break
    return found
