"""Where links lead, as pairs of ids: the one serves the other."""

from collections.abc import Iterable

from goalgraph.graph.reach import components


def circles(serving: Iterable[tuple[str, str]]) -> dict[str, int]:
    """What lies on circles, each with the number of its knot. What serves itself is no circle."""
    steps: dict[str, list[str]] = {}
    for one, other in serving:
        if one != other:
            steps.setdefault(other, [])
            steps.setdefault(one, []).append(other)
    return {name: number for number, found in enumerate(components(steps)) for name in found}
