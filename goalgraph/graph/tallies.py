"""How many supporters each element has, and which values it reaches: for all elements of a map at once."""

from collections.abc import Mapping
from operator import or_
from typing import NamedTuple

from goalgraph.graph.gathering import Course, course_of, gather
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import of_names, remembered


class Reached(NamedTuple):
    """How many values an element leads to, and one of them, which is empty where there are none."""

    number: int
    one: str


@remembered
@of_names
def supporter_counts(graph: PurposeGraph) -> Mapping[str, int]:
    """Of each element the number of its supporters. O(arrows · elements / 64), elements² bits at worst."""
    way = course_of(graph)
    # In this order the sets of what has few supporters are short.
    own = {name: 1 << index for index, name in enumerate(name for members in way.groups for name in members)}
    below = gather(way, own, or_, 0, graph.loop_of).below
    return {name: found.bit_count() for name, found in below.items()}


@remembered
@of_names
def values_counted(graph: PurposeGraph) -> Mapping[str, Reached]:
    """Of each element the values it leads to, a value itself included. O(arrows · values / 64)."""
    values = graph.values
    own = {value: 1 << index for index, value in enumerate(values)}
    downward = Course(graph.purposes, course_of(graph).groups[::-1])
    within = gather(downward, own, or_, 0).within
    return {
        name: Reached(found.bit_count(), values[found.bit_length() - 1] if found else "")
        for name, found in within.items()
    }
