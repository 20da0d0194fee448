"""The exact method for what is hard: linear programs in which circles are added as they matter, and branches.

Circles are added where a solution breaks them (Baharev, Schichl, Neumaier and Achterberg 2021,
doi:10.1145/3446429). The solver is not relied on for a proof: any values it gives, right or wrong, are made into a
bound that holds.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from goalgraph.graph.feedback.arcs import Arc, in_order, is_acyclic, weight_of
from goalgraph.graph.feedback.ordering import Shaking, good_arc_set, without_vain
from goalgraph.graph.feedback.relaxation import GRAIN, Numbers, Relaxation

# Past this many vertices, looking for broken circles would take all the time there is.
_MOST_VERTICES = 800
# Past so many circles those that no solution rests on are dropped.
_MOST_ROWS = 3_000
# So many arcs are tried before one is branched on; one that was tried so often is known well enough.
_CANDIDATES = 8
_RELIABLE = 4
# The solution of every so many nodes is rounded, to find lighter sets, and the order it gives is shaken.
_ROUNDED_EVERY = 16
_SHAKING = Shaking(1_000, 2_000_000)
_LITTLE_SHAKING = Shaking(100, 200_000)


class _Node(NamedTuple):
    """A branch: what any set in it weighs at least, in grains, and how far each arc is taken out at least and most."""

    bound: int
    low: Numbers
    high: Numbers


def solve(arcs: Sequence[Arc], chosen: Sequence[int], end: float) -> tuple[tuple[int, ...], int]:
    """A feedback arc set no heavier than `chosen`, and a bound that none is below; looks until the clock says `end`."""
    if len({arc.source for arc in arcs}) > _MOST_VERTICES:
        return tuple(chosen), 0
    return _Search(arcs, chosen, end).run()


class _Search:
    def __init__(self, arcs: Sequence[Arc], chosen: Sequence[int], end: float) -> None:
        self.arcs = arcs
        self.best = tuple(chosen)
        self.weight = weight_of(arcs, chosen)
        self.program = Relaxation(arcs, end)
        self.nodes = 0
        # By how much a bound rises where an arc is kept, and where it is taken out: sums and how often that was seen.
        self.rises = np.zeros((2, len(arcs)))
        self.seen = np.zeros((2, len(arcs)))

    def run(self) -> tuple[tuple[int, ...], int]:
        count = len(self.arcs)
        waiting = [_Node(0, np.zeros(count), np.ones(count))]
        while waiting:
            node = waiting.pop()
            if self.is_closed(node.bound):
                continue
            branches = self.branch(node)
            if branches is None:  # the time is up
                bound = min(each.bound for each in (*waiting, node))
                return self.best, min(_rounded_up(bound), self.weight)
            waiting += branches
        return self.best, self.weight

    def is_closed(self, bound: int) -> bool:
        """Whether nothing lighter than the best is to be found where this bound holds."""
        return _rounded_up(bound) >= self.weight

    def branch(self, node: _Node) -> list[_Node] | None:
        """What has to be looked at instead of a node; None where there was no time to find out."""
        program = self.program
        self.nodes += 1
        kept = [arc for arc, high in zip(self.arcs, node.high, strict=True) if high == 0]
        if not is_acyclic(kept):
            return []
        free = node.low < node.high
        if not free.any():
            self.take([int(index) for index in np.nonzero(node.low)[0]])
            return []
        program.confine(node.low, node.high)
        bound = max(node.bound, self.converged())
        if program.out_of_time:
            return None
        whole = (program.shares == np.rint(program.shares)).all()
        if whole or self.nodes % _ROUNDED_EVERY == 1:
            self.take_rounded()
        if self.is_closed(bound):
            return []
        shares = program.shares
        divided = np.nonzero((shares > 1e-6) & (shares < 1 - 1e-6) & free)[0]
        # Where all are whole, what they are was taken; that it is the least is shown by branching on.
        open_arcs = divided if len(divided) else np.nonzero(free)[0]
        low, high = self.fixed(node)
        branches = self.probe(_Node(bound, low, high), open_arcs)
        if len(program.rows) > _MOST_ROWS:
            program.confine(low, high)
            program.run()
            program.purge()
        return branches

    def converged(self) -> int:
        """The best bound that was met while circles were added until none is broken, or the node is closed."""
        best = 0
        while True:
            best = max(best, self.program.run())
            if self.program.out_of_time or self.is_closed(best):
                return best
            if not self.program.add(self.program.broken_circles()):
                return best

    def take(self, chosen: Sequence[int]) -> None:
        """Takes a set for the best, where it is lighter."""
        if weight_of(self.arcs, chosen) < self.weight:
            self.best, self.weight = tuple(chosen), weight_of(self.arcs, chosen)

    def take_rounded(self) -> None:
        """Takes what the solution rounds to, made better by moving vertices, for the best, where it is lighter."""
        shares = self.program.shares
        touched = [int(index) for index in np.nonzero(shares > 1e-6)[0]]
        rounded = without_vain(self.arcs, sorted(touched, key=lambda index: (shares[index], index)))
        order = in_order(self.arcs, rounded)
        if order:
            self.take(rounded)
            shaking = (_SHAKING if self.nodes == 1 else _LITTLE_SHAKING)._replace(end=self.program.end)
            self.take(good_arc_set(self.arcs, shaking, enough=self.weight - 1, start=order))

    def fixed(self, node: _Node) -> tuple[Numbers, Numbers]:
        """The node's limits, with arcs fixed that could only be otherwise in a set as heavy as the best."""
        room = (self.weight - 1) * GRAIN - self.program.bound
        low, high = node.low.copy(), node.high.copy()
        high[(self.program.reduced > room) & (low == 0)] = 0
        low[(-self.program.reduced > room) & (high == 1)] = 1
        return low, high

    def probe(self, node: _Node, open_arcs: Numbers) -> list[_Node] | None:
        """Branches on the arc by which bounds rise most, of a few that are tried (strong branching)."""
        shares = self.program.shares.copy()
        means = [(self.rises[way].sum() / max(1.0, self.seen[way].sum())) or 1.0 for way in (0, 1)]
        expected = [
            np.where(self.seen[way] > 0, self.rises[way] / np.maximum(1, self.seen[way]), means[way]) for way in (0, 1)
        ]
        score = np.maximum(1e-6, expected[0] * shares) * np.maximum(1e-6, expected[1] * (1 - shares))
        candidates = open_arcs[np.argsort(-score[open_arcs], kind="stable")][:_CANDIDATES]
        best: tuple[float, int, list[int]] | None = None
        for arc in map(int, candidates):
            bounds = []
            for way in (0, 1):
                if min(self.seen[0][arc], self.seen[1][arc]) >= _RELIABLE:
                    share = shares[arc] if way == 0 else 1 - shares[arc]
                    bounds.append(node.bound + int(expected[way][arc] * share * GRAIN))
                    continue
                bound = self.tried(node, arc, way, float(shares[arc]))
                if self.program.out_of_time:
                    return None
                if self.is_closed(bound):
                    # The other way is the only one left, and the node is looked at again with it.
                    return [_fixed(node, arc, 1 - way)]
                bounds.append(bound)
            gain = max(1, bounds[0] - node.bound) * max(1, bounds[1] - node.bound)
            if best is None or gain > best[0]:
                best = gain, arc, bounds
        assert best is not None
        _, arc, bounds = best
        ways = sorted((0, 1), key=lambda way: -bounds[way])
        return [_fixed(node, arc, way) for way in ways]

    def tried(self, node: _Node, arc: int, way: int, share: float) -> int:
        """The bound where an arc is kept (0) or taken out (1), and a note of how much it rose."""
        branch = _fixed(node, arc, way)
        self.program.confine(branch.low, branch.high)
        bound = self.program.run()
        moved = max(1e-6, share if way == 0 else 1 - share)
        self.rises[way][arc] += max(0, bound - node.bound) / GRAIN / moved
        self.seen[way][arc] += 1
        return bound


def _fixed(node: _Node, arc: int, way: int) -> _Node:
    low, high = node.low.copy(), node.high.copy()
    low[arc] = high[arc] = way
    return _Node(node.bound, low, high)


def _rounded_up(bound: int) -> int:
    """A bound in whole weights; sets have no others."""
    return -(-bound // GRAIN)
