"""What is asked and what is answered: arcs, and a set of them."""

from typing import NamedTuple


class Arc(NamedTuple):
    """An arc between two different vertices; it weighs 1 or more. No two arcs have the same ends."""

    source: int
    target: int
    weight: int


class ArcSet(NamedTuple):
    """Arcs without which no circle is left, by index, ascending; their weight; and a weight no such set is below."""

    arcs: tuple[int, ...]
    weight: int
    bound: int

    @property
    def proven(self) -> bool:
        return self.weight == self.bound
