"""What two sequences have in common."""

from collections.abc import Sequence


def same_ends(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """How many items two sequences share at the beginning, and of the rest at the end."""
    most = min(len(one), len(other))
    first = next((at for at in range(most) if one[at] != other[at]), most)
    left = most - first
    last = next((at for at in range(left) if one[-1 - at] != other[-1 - at]), left)
    return first, last
