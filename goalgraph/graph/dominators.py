"""Dominators: what every way to something leads through."""

from collections.abc import Iterable, Mapping

from goalgraph.graph.reach import Adjacency


def immediate_dominators(steps: Adjacency, starts: Iterable[str]) -> dict[str, str | None]:
    """What the ways from any of `starts` to each element have last in common; None where that is nothing.

    Elements that can't be reached are left out. An element comes after what dominates it. After Lengauer and Tarjan,
    "A fast algorithm for finding dominators in a flowgraph", ACM TOPLAS 1, 1979, doi:10.1145/357062.357071, in
    O(arrows · log elements): their method in its simple form, under a root above all starts.
    """
    names, parents, sources = _numbered(steps, list(starts))
    count = len(names)
    semi, found = list(range(count)), [0] * count
    forest = _Forest(semi)
    waiting: list[list[int]] = [[] for _ in range(count)]
    for each in range(count - 1, 0, -1):
        semi[each] = min(semi[forest.least(source)] for source in sources[each])
        waiting[semi[each]].append(each)
        parent = parents[each]
        forest.hang(each, parent)
        for other in waiting[parent]:
            least = forest.least(other)
            found[other] = least if semi[least] < semi[other] else parent
        waiting[parent].clear()
    for each in range(1, count):
        if found[each] != semi[each]:
            found[each] = found[found[each]]
    return {names[each]: names[found[each]] if found[each] else None for each in range(1, count)}


def dominated(dominators: Mapping[str, str | None], name: str) -> set[str]:
    """The elements to which every way leads through this one, itself left out. O(elements)."""
    below = {name}
    for each, dominator in dominators.items():
        if dominator in below:
            below.add(each)
    return below - {name}


def _numbered(steps: Adjacency, starts: list[str]) -> tuple[list[str], list[int], list[list[int]]]:
    """What is reached, in the order of a walk into the depth; whence each was first reached, and whence it can be.

    Number 0 is the root above all starts.
    """
    names, parents = [""], [0]
    number: dict[str, int] = {}
    sources: list[list[int]] = [[]]
    path = [(0, iter(starts))]
    while path:
        current, following = path[-1]
        name = next(following, None)
        if name is None:
            path.pop()
        elif name in number:
            sources[number[name]].append(current)
        else:
            number[name] = len(names)
            names.append(name)
            parents.append(current)
            sources.append([current])
            path.append((number[name], iter(steps.get(name, ()))))
    return names, parents, sources


class _Forest:
    """The part of the walk that was looked at, hung together; ways up are shortened as they are asked for."""

    def __init__(self, semi: list[int]) -> None:
        self.semi = semi
        self.up = [-1] * len(semi)
        self.label = list(range(len(semi)))

    def hang(self, each: int, parent: int) -> None:
        self.up[each] = parent

    def least(self, each: int) -> int:
        """Of an element and what it hangs from, roots left out, the one with the least semidominator."""
        up, label, semi = self.up, self.label, self.semi
        if up[each] < 0:
            return each
        way = [each]
        while up[up[way[-1]]] >= 0:
            way.append(up[way[-1]])
        for lower in reversed(way[:-1]):
            above = up[lower]
            if semi[label[above]] < semi[label[lower]]:
                label[lower] = label[above]
            up[lower] = up[above]
        return label[each]
