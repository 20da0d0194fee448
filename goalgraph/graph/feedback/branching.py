"""Feedback arc sets of a small graph, by trying what can't be ruled out.

From any circle one arc has to go. Each of its arcs in turn is taken out, and those tried before it are kept for good,
so that every set is met once. What can't lead to a light enough set, by a packing of circles, is left.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from goalgraph.graph.feedback.arcs import Arc
from goalgraph.graph.feedback.packing import packing_bound, shortest_circle

Chosen = tuple[int, ...]


class Trial:
    """How heavy a set may be that is looked for, and how much may be tried.

    The effort is counted in arcs looked at and not in seconds, so that the same is tried on every machine.
    """

    def __init__(self, at_most: int, effort: int) -> None:
        self.at_most = at_most
        self.effort = effort

    @property
    def given_up(self) -> bool:
        return self.effort < 0


def lightest(arcs: Sequence[Arc], trial: Trial) -> Chosen | None:
    """A feedback arc set of least weight, if one is as light as asked for; of a trial given up, the lightest met."""
    found = None
    for chosen, weight in _light_sets(arcs, trial):
        found, trial.at_most = chosen, weight - 1
    return found


def all_as_light(arcs: Sequence[Arc], trial: Trial, most: int) -> list[Chosen]:
    """Up to `most` feedback arc sets as light as asked for: all there are, if no more are and nothing is given up."""
    return [chosen for chosen, _ in islice(_light_sets(arcs, trial), most)]


def _light_sets(arcs: Sequence[Arc], trial: Trial) -> Iterator[tuple[Chosen, int]]:
    """Feedback arc sets with their weights, less those that are not light enough or hold an arc in vain."""
    # An arc that is kept is made so heavy that no set may hold it.
    heavy = sum(arc.weight for arc in arcs) + 1
    waiting: list[tuple[frozenset[int], frozenset[int], int]] = [(frozenset(), frozenset(), 0)]
    while waiting:
        gone, kept, weight = waiting.pop()
        if weight > trial.at_most:
            continue
        trial.effort -= len(arcs) + (len(arcs) - len(gone)) ** 2 // 4
        if trial.given_up:
            return
        circle = shortest_circle(arcs, gone)
        if not circle:
            yield tuple(sorted(gone)), weight
            continue
        rest = [
            arc._replace(weight=heavy) if index in kept else arc for index, arc in enumerate(arcs) if index not in gone
        ]
        if weight + packing_bound(rest) > trial.at_most:
            continue
        # The first arc of the circle is tried last, and so on: what is put on the stack last is taken first.
        for place in range(len(circle) - 1, -1, -1):
            index = circle[place]
            if index not in kept:
                waiting.append((gone | {index}, kept.union(circle[:place]), weight + arcs[index].weight))
