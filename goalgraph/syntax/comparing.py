"""What two sequences have in common."""

from collections.abc import Callable
from typing import TypeVar

Items = TypeVar("Items", str, list[str], tuple[str, ...], list[int], tuple[int, ...])


def same_ends(one: Items, other: Items) -> tuple[int, int]:
    """How many items two sequences share at the beginning, and of the rest at the end.

    O(items), in a few comparisons of slices: an item that is the same object is not looked into.
    """
    most = min(len(one), len(other))
    first = _longest(most, lambda start, stop: one[start:stop] == other[start:stop])
    ends = len(one), len(other)
    last = _longest(
        most - first,
        lambda start, stop: one[ends[0] - stop : ends[0] - start] == other[ends[1] - stop : ends[1] - start],
    )
    return first, last


def _longest(most: int, is_same: Callable[[int, int], bool]) -> int:
    """How many items are the same from the first on, where it can be asked whether those of a stretch are."""
    if is_same(0, most):
        return most
    same, other = 0, most
    while other - same > 1:
        middle = (same + other) // 2
        if is_same(same, middle):
            same = middle
        else:
            other = middle
    return same
