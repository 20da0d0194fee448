"""Graphs to be cut, and the check that something is a feedback arc set."""

import random
from collections.abc import Hashable, Iterable, Sequence
from itertools import product

from goalgraph.graph.feedback.arcs import Arc


def graph(text: str) -> list[Arc]:
    """Arcs from pairs of letters, each with its weight or 1: `ab bc2 ca`."""
    return [Arc(ord(word[0]) - 97, ord(word[1]) - 97, int(word[2:] or 1)) for word in text.split()]


def complete(size: int, weights: Sequence[int] = (1,)) -> list[Arc]:
    """Every arc between so many vertices, with weights that take turns."""
    return [
        Arc(one, other, weights[(one * size + other) % len(weights)])
        for one, other in product(range(size), repeat=2)
        if one != other
    ]


def woven(size: int, degree: int, weights: Sequence[int] = (1,)) -> list[Arc]:
    """A generalised de Bruijn graph: hard, as everything is a few steps from everything."""
    ends = dict.fromkeys(
        (one, (one * degree + step) % size)
        for one in range(size)
        for step in range(degree)
        if one != (one * degree + step) % size
    )
    return [Arc(*pair, weights[number % len(weights)]) for number, pair in enumerate(ends)]


def drawn(chance: random.Random, most_vertices: int, most_arcs: int) -> list[Arc]:
    """A small graph at random, weights 1, 2, 4 and 8."""
    size = chance.randint(2, most_vertices)
    pairs = [(one, other) for one in range(size) for other in range(size) if one != other]
    chosen = chance.sample(pairs, min(len(pairs), chance.randint(1, most_arcs)))
    return [Arc(*pair, chance.choice((1, 2, 4, 4, 8))) for pair in chosen]


def goes_round(arcs: Sequence[Arc], without: Iterable[int]) -> bool:
    """Whether a circle is left once some arcs are taken out."""
    gone = set(without)
    return pairs_go_round({(arc.source, arc.target) for index, arc in enumerate(arcs) if index not in gone})


def pairs_go_round(pairs: Iterable[tuple[Hashable, Hashable]]) -> bool:
    """Whether pairs of a source and a target hold a circle, found out in another way than the product does."""
    left = set(pairs)
    while left:
        sources = {source for source, _ in left}
        kept = {pair for pair in left if pair[1] in sources}
        if kept == left:
            return True
        left = kept
    return False


def least_sets(arcs: Sequence[Arc]) -> tuple[int, set[tuple[int, ...]]]:
    """The least weight of a feedback arc set, and all sets of that weight: every order of the vertices is tried.

    The arcs that run backwards in an order are such a set, and each least set is what runs backwards in some order.
    Orders are built vertex by vertex over subsets, so that the same subset is looked at once (Held and Karp 1962).
    """
    vertices = sorted({end for arc in arcs for end in arc[:2]})
    number = {vertex: 1 << place for place, vertex in enumerate(vertices)}
    best: dict[int, tuple[int, set[frozenset[int]]]] = {0: (0, {frozenset()})}
    for subset in range(1, 1 << len(vertices)):
        weight = sum(arc.weight for arc in arcs) + 1
        sets: set[frozenset[int]] = set()
        for vertex in vertices:
            if not subset & number[vertex]:
                continue
            before = subset ^ number[vertex]
            # The vertex stands last of the subset: what leads from it to the others runs backwards.
            back = [index for index, arc in enumerate(arcs) if arc.source == vertex and number[arc.target] & before]
            heavy = best[before][0] + sum(arcs[index].weight for index in back)
            if heavy < weight:
                weight, sets = heavy, set()
            if heavy == weight:
                sets |= {each | frozenset(back) for each in best[before][1]}
        best[subset] = weight, sets
    least, found = best[(1 << len(vertices)) - 1]
    return least, {tuple(sorted(each)) for each in found}
