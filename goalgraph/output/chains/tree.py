"""Chains drawn as a tree that stays narrow however long they are.

A chain that does not branch goes straight down. A branching is indented, in the order in which it is written; past a
certain depth the largest branch comes last and goes straight down, too, so that the depth of the rest is at most the
logarithm of its size.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from goalgraph.graph.chains import Chains, Meeting

_DEEPEST = 8
# From so many on, what an element leads to that is shown elsewhere stands on one line.
_MANY = 4

# What stands on one line: an element met for the first time, or elements that are shown elsewhere.
Line = tuple[int, ...]


class Drawn(NamedTuple):
    """The meetings of a line, by number; what stands before it and before the lines that belong to it."""

    line: Line
    before: str
    below: str


def drawn(chains: Chains) -> Iterator[Drawn]:
    """The meetings of chains from top to bottom."""
    following = _following(chains)
    sizes = _sizes(chains)
    waiting: list[tuple[Line, str, str, int]] = [((0,), "", "", 0)]
    while waiting:
        line, before, margin, depth = waiting.pop()
        branches = _lines(chains, following[line[0]])
        yield Drawn(line, before, margin + ("│ " if len(branches) > 1 else "  "))
        if len(branches) < 2:
            waiting += [(each, margin, margin, depth) for each in branches]
            continue
        trunk = depth >= _DEEPEST
        if trunk:
            largest = max(branches, key=lambda each: sizes[each[0]])
            branches = [*(each for each in branches if each != largest), largest]
        *others, last = branches
        placed = [(each, f"{margin}├─ ", f"{margin}│  ", depth + 1) for each in others]
        placed.append((last, margin, margin, depth) if trunk else (last, f"{margin}└─ ", f"{margin}   ", depth + 1))
        waiting += reversed(placed)


def _lines(chains: Chains, numbers: Sequence[int]) -> list[Line]:
    """The lines on which meetings stand: of those shown elsewhere, many that read alike share one."""
    alike: dict[tuple[Meeting, str, int], list[int]] = {}
    for number in numbers:
        name, arrow, _, meeting = chains.met[number]
        alone = number if meeting is Meeting.FIRST else -1
        alike.setdefault((meeting, arrow.reading if arrow else name, alone), []).append(number)
    found: list[Line] = []
    for each in alike.values():
        found += [tuple(each)] if len(each) >= _MANY else [(number,) for number in each]
    return sorted(found)


def _following(chains: Chains) -> list[list[int]]:
    following: list[list[int]] = [[] for _ in chains.met]
    for number, each in enumerate(chains.met):
        if each.before >= 0:
            following[each.before].append(number)
    return following


def _sizes(chains: Chains) -> list[int]:
    """How many meetings there are from each on."""
    sizes = [1] * len(chains.met)
    for index in range(len(sizes) - 1, 0, -1):
        sizes[chains.met[index].before] += sizes[index]
    return sizes
