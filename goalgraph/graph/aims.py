"""What an element comes to: the nearest objective it is for, and the value that is reached."""

from collections.abc import Mapping
from typing import NamedTuple

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import nearest
from goalgraph.graph.remembering import remembered
from goalgraph.model.elements import Kind


class Aim(NamedTuple):
    """The nearest objective that an element is for, and the value nearest to that, or to the element without one.

    Where a value is reached, the objective is one on the way to it. Where none is, `unsure` says that part of the map
    was not read and that one may be reached for all we know.
    """

    objective: str | None
    value: str | None
    unsure: bool = False


def aim(graph: PurposeGraph, name: str) -> Aim:
    """What an element that is neither value nor objective is for in the end. O(arrows) for all of a map."""
    objective = (_fruitful if name in graph.anchored else _any)(graph).get(name)
    value = _values(graph).get(objective or name)
    return Aim(objective, value, value is None and graph.is_uncertain(name))


@remembered
def _values(graph: PurposeGraph) -> Mapping[str, str]:
    return nearest(graph.served_by, graph.values)


@remembered
def _fruitful(graph: PurposeGraph) -> Mapping[str, str]:
    """The nearest objective with a way to a value."""
    return nearest(graph.served_by, [name for name in _objectives(graph) if name in graph.anchored])


@remembered
def _any(graph: PurposeGraph) -> Mapping[str, str]:
    return nearest(graph.served_by, _objectives(graph))


def _objectives(graph: PurposeGraph) -> list[str]:
    return [end.name for end in graph.ends if end.kind is Kind.OBJECTIVE]
