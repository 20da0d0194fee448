"""Arrows of purpose, and what it costs to cut one."""

from typing import NamedTuple

from goalgraph.model.links import Link, Relation

_DOWNWARD = 1
_SERVES = {"weakly": 2, None: 4, "strongly": 8}
# A need is a fact and not a wish.
_NEEDS = 8

_READINGS = {Relation.NEEDS: "is needed by", Relation.JOINS: "joins what supports"}


class Arrow(NamedTuple):
    """One arrow of purpose and every link that says it: `A serves B` and `B needs A` are one arrow.

    `weight` is what it costs to cut it, the sum where it is said more than once; 0 for `feeds` and `joins`, which are
    not cut.
    """

    source: str
    target: str
    links: tuple[Link, ...]
    weight: int

    def says(self, relation: Relation) -> bool:
        """Whether one of the links that say it is of a kind."""
        return any(link.relation is relation for link in self.links)

    @property
    def reading(self) -> str:
        """The arrow as it is read along purpose."""
        relation = self.links[0].relation
        return _READINGS.get(relation, str(relation))


def ends_of(link: Link) -> tuple[str, str]:
    """The source and target of the arrow that a link says: what is needed is for the sake of what needs it."""
    return (link.target, link.source) if link.relation is Relation.NEEDS else (link.source, link.target)


def weight(link: Link, *, runs_down: bool) -> int:
    """What it costs to cut a link: 1 where a `serves` runs down, 2 weakly, 4 plain, 8 strongly, 8 for a need."""
    if link.relation is Relation.NEEDS:
        return _NEEDS
    return _DOWNWARD if runs_down else _SERVES[link.strength]


def said_too(arrow: Arrow, link: Link, cost: int) -> Arrow:
    """An arrow that one more link says, at what it costs to cut that."""
    return arrow._replace(links=(*arrow.links, link), weight=arrow.weight + cost)
