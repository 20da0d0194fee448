"""Walks along arrows, one step at a time and never recursive: a chain may have 100,000 links."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

# A rest of so many elements is taken apart without networkx.
_SMALL = 200

Adjacency = Mapping[str, Sequence[str]]
Ends = tuple[str, str]


def reachable(steps: Adjacency, starts: Iterable[str], avoid: Collection[str] = ()) -> set[str]:
    """All that can be reached from `starts`, they themselves included, without stepping on `avoid`. O(arrows)."""
    seen = {start for start in starts if start not in avoid}
    waiting = list(seen)
    while waiting:
        for following in steps.get(waiting.pop(), ()):
            if following not in seen and following not in avoid:
                seen.add(following)
                waiting.append(following)
    return seen


def turned_round(steps: Adjacency) -> dict[str, list[str]]:
    """The same arrows, from their targets to their sources. O(arrows)."""
    backwards: dict[str, list[str]] = {name: [] for name in steps}
    for source, targets in steps.items():
        for target in targets:
            backwards[target].append(source)
    return backwards


def nearest(steps: Adjacency, starts: Iterable[str]) -> dict[str, str]:
    """For all that can be reached from `starts` the nearest of them; of several the one from which it is met first.

    O(arrows).
    """
    found = {start: start for start in starts}
    waiting = deque(found)
    while waiting:
        current = waiting.popleft()
        for following in steps.get(current, ()):
            if following not in found:
                found[following] = found[current]
                waiting.append(following)
    return found


def shortest_path(
    steps: Adjacency, start: str, goal: str, within: Collection[str], limit: int | None = None
) -> list[str] | None:
    """A path of fewest steps from `start` to a different or the same `goal`, inside `within`; None if none is short.

    From an element to itself the path is the shortest circle through it. `limit` bounds the number of steps.
    """
    came_from: dict[str, str] = {}
    waiting = deque([(start, 0)])
    while waiting:
        current, length = waiting.popleft()
        if limit is not None and length >= limit:
            return None
        for following in steps.get(current, ()):
            if following == goal:
                path = [goal, current]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if following in within and following not in came_from and following != start:
                came_from[following] = current
                waiting.append((following, length + 1))
    return None


def components(steps: Adjacency) -> list[frozenset[str]]:
    """The strongly connected components of two or more elements.

    What can't be circular is peeled off from both ends first (Kahn 1962). A small rest is taken apart by walks
    forward and back; only a large one is handed to networkx (Tarjan 1972, with Nuutila's modification), which takes
    longer to import than most maps to check.
    """
    core = _peel(steps)
    if len(core) <= _SMALL:
        return _small_components({name: [each for each in steps[name] if each in core] for name in core})
    import networkx

    rest: networkx.DiGraph[str] = networkx.DiGraph()
    rest.add_edges_from((source, target) for source in core for target in steps.get(source, ()) if target in core)
    return [frozenset(found) for found in networkx.strongly_connected_components(rest) if len(found) > 1]


class Turned(NamedTuple):
    """Arrows that were cut and added, by their ends."""

    cut: frozenset[Ends]
    added: frozenset[Ends]

    def __bool__(self) -> bool:
        return bool(self.cut or self.added)


def difference(before: Adjacency, now: Adjacency, names: Iterable[str]) -> Turned:
    """The arrows that some elements have lost and gained."""
    pairs = [(name, set(before.get(name, ())), set(now.get(name, ()))) for name in names]
    return Turned(
        frozenset((name, target) for name, old, new in pairs for target in old - new),
        frozenset((name, target) for name, old, new in pairs for target in new - old),
    )


def turned_again(backwards: Adjacency, turned: Turned) -> Adjacency:
    """What leads to each element, by what it was before arrows turned. What has been added stands at the end."""
    targets = {target for ends in turned for _, target in ends}
    leading = {
        target: [
            *(source for source in backwards.get(target, ()) if (source, target) not in turned.cut),
            *(source for source, end in turned.added if end == target),
        ]
        for target in targets
    }
    return {**backwards, **leading}


def components_again(found: Sequence[frozenset[str]], steps: Adjacency, turned: Turned) -> list[frozenset[str]]:
    """The components of a graph of which some were `found`, before arrows turned.

    What a cut has left of a component lies within it. What an added arrow has closed lies ahead of it, and so does all
    of every component of which a part does: all others are as they were.
    """
    within = {name: members for members in found for name in members}
    concerned: set[str] = set()
    for source, target in turned.cut:
        if target in within.get(source, ()):
            concerned |= within[source]
    for source, target in turned.added:
        ahead = reachable(steps, [target])
        if source in ahead:
            concerned |= ahead
    kept = [members for members in found if members.isdisjoint(concerned)]
    return kept + components(
        {name: [each for each in steps[name] if each in concerned] for name in concerned & steps.keys()}
    )


def reachable_again(
    found: Collection[str], steps: Adjacency, backwards: Adjacency, goals: AbstractSet[str], turned: Turned
) -> set[str]:
    """All that leads to one of the goals, where that was `found` before arrows turned. They lead `backwards` too."""
    leading = set(found)
    leading.intersection_update(steps)
    cut_off = {source for source, _ in turned.cut if source in leading and goals.isdisjoint(reachable(steps, [source]))}
    # Each of these has lost its way, and so has all that had no other.
    if cut_off:
        doubtful = reachable(backwards, cut_off, avoid=goals) & leading
        leading -= doubtful
        leading |= reachable(backwards, [name for name in doubtful if not leading.isdisjoint(steps[name])], leading)
    for source, target in turned.added:
        if target in leading and source not in leading:
            leading |= reachable(backwards, [source], avoid=leading)
    return leading


def _small_components(steps: Adjacency) -> list[frozenset[str]]:
    """The components of a small graph: what an element reaches and is reached from (Fleischer et al. 2000)."""
    found = []
    backwards = turned_round(steps)
    left = dict.fromkeys(steps)
    while left:
        start = next(iter(left))
        component = reachable(steps, [start]) & reachable(backwards, [start])
        if len(component) > 1:
            found.append(frozenset(component))
        for name in component:
            del left[name]
    return found


def _peel(steps: Adjacency) -> dict[str, None]:
    """The elements left when those that no arrow enters, or no arrow leaves, are taken away again and again."""
    left = _entered(steps, steps)
    if not left:
        return left
    backwards: dict[str, list[str]] = {name: [] for name in left}
    for source in left:
        for target in steps[source]:
            if target in left:
                backwards[target].append(source)
    return _entered(backwards, left)


def _entered(steps: Adjacency, names: Iterable[str]) -> dict[str, None]:
    """The elements left when those that no arrow enters are taken away again and again. O(arrows)."""
    entering = dict.fromkeys(names, 0)
    left = dict.fromkeys(entering)
    for targets in map(steps.__getitem__, left):
        for target in targets:
            entering[target] = entering.get(target, 0) + 1
    waiting = [name for name, count in entering.items() if not count]
    for name in waiting:
        del left[name]
        for target in steps[name]:
            entering[target] -= 1
            if not entering[target] and target in left:
                waiting.append(target)
    return left
