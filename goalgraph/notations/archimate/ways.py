"""Where links lead, as pairs of ids: the one serves the other."""

from collections.abc import Iterable

from goalgraph.graph.reach import components, reachable


def circles(serving: Iterable[tuple[str, str]]) -> dict[str, int]:
    """What lies on circles, each with the number of its knot. What serves itself is no circle."""
    steps: dict[str, list[str]] = {}
    for one, other in serving:
        if one != other:
            steps.setdefault(other, [])
            steps.setdefault(one, []).append(other)
    return {name: number for number, found in enumerate(components(steps)) for name in found}


def leading_to(ends: Iterable[str], serving: Iterable[tuple[str, str]]) -> set[str]:
    """The ends and whatever has a way to one of them."""
    backwards: dict[str, list[str]] = {}
    for one, other in serving:
        backwards.setdefault(other, []).append(one)
    return reachable(backwards, ends)
