"""A tangle: one part of a digraph that is looked at on its own, with its vertices and arcs numbered from 0."""

from collections.abc import Collection, Sequence
from math import gcd

from goalgraph.graph.feedback_arcs.arcs import Arc


class Tangle:
    """Some arcs of a digraph, their weights divided by what divides all of them.

    `numbers` are the indices of its arcs where they were taken from, and `unit` is what the weights were divided by.
    `leaving` and `entering` hold the arcs at every vertex, ascending.
    """

    def __init__(self, arcs: Sequence[Arc], numbers: Sequence[int], weights: Sequence[int]) -> None:
        self.numbers = tuple(numbers)
        vertices = sorted({end for number in numbers for end in arcs[number][:2]})
        rank = {vertex: index for index, vertex in enumerate(vertices)}
        self.count = len(vertices)
        self.sources = [rank[arcs[number].source] for number in numbers]
        self.targets = [rank[arcs[number].target] for number in numbers]
        self.unit = gcd(*(weights[number] for number in numbers))
        self.weights = [weights[number] // self.unit for number in numbers]
        self.leaving: list[list[int]] = [[] for _ in vertices]
        self.entering: list[list[int]] = [[] for _ in vertices]
        for arc, (source, target) in enumerate(zip(self.sources, self.targets, strict=True)):
            self.leaving[source].append(arc)
            self.entering[target].append(arc)

    def __len__(self) -> int:
        """How many arcs it has."""
        return len(self.sources)

    def weight_of(self, chosen: Collection[int]) -> int:
        return sum(self.weights[arc] for arc in chosen)

    def backward(self, order: Sequence[int]) -> list[int]:
        """The arcs that run backwards in an order of the vertices: without them there is no circle. O(arcs)."""
        place = [0] * self.count
        for index, vertex in enumerate(order):
            place[vertex] = index
        return [arc for arc in range(len(self)) if place[self.sources[arc]] > place[self.targets[arc]]]

    def order_without(self, removed: Collection[int]) -> list[int] | None:
        """The vertices in an order in which every arc but the removed runs forward, None if there is a circle.

        O(arcs), after Kahn 1962, DOI 10.1145/368996.369025.
        """
        gone = set(removed)
        entering = [sum(arc not in gone for arc in arcs) for arcs in self.entering]
        order = [vertex for vertex in range(self.count) if not entering[vertex]]
        for vertex in order:  # grows while it is walked
            for arc in self.leaving[vertex]:
                if arc not in gone:
                    target = self.targets[arc]
                    entering[target] -= 1
                    if not entering[target]:
                        order.append(target)
        return order if len(order) == self.count else None
