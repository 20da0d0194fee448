"""Links between elements: what may be said of which kinds."""

from enum import StrEnum
from typing import NamedTuple

from goalgraph.model.declarations import Stretch
from goalgraph.model.elements import Kind
from goalgraph.model.placing import Placed
from goalgraph.source import Span


class Relation(StrEnum):
    """The properties that name other elements."""

    SERVES = "serves"
    NEEDS = "needs"
    FEEDS = "feeds"
    HINDERS = "hinders"
    JOINS = "joins"
    KEEP = "keep"
    DROP = "drop"
    WEIGH = "weigh"
    OWNER = "owner"

    # An enumeration's own is written in Python, and relations are looked up often.
    __hash__ = str.__hash__


class Admission(NamedTuple):
    """The kinds a relation may stand on and the kinds it may name; `words` says that it may name no element at all."""

    on: frozenset[Kind]
    names: frozenset[Kind]
    words: bool = False


_ALL = frozenset(Kind)
_NO_STRATEGY = _ALL - {Kind.STRATEGY}
_PURPOSEFUL = _NO_STRATEGY - {Kind.CONCEPT}
_CONCEPT = frozenset({Kind.CONCEPT})
_PARTS = frozenset({Kind.MEANS, Kind.ASSET, Kind.BRIDGE})

ADMISSIONS = {
    Relation.SERVES: Admission(_PURPOSEFUL, _NO_STRATEGY),
    Relation.NEEDS: Admission(_PURPOSEFUL, _PURPOSEFUL),
    Relation.FEEDS: Admission(_PURPOSEFUL, _PURPOSEFUL),
    Relation.HINDERS: Admission(_PURPOSEFUL, _PURPOSEFUL),
    Relation.JOINS: Admission(frozenset({Kind.BRIDGE}), frozenset({Kind.MEANS, Kind.ASSET, Kind.UNIT, Kind.OBJECTIVE})),
    Relation.KEEP: Admission(_CONCEPT, _PARTS),
    Relation.DROP: Admission(_CONCEPT, _NO_STRATEGY, words=True),
    Relation.WEIGH: Admission(_CONCEPT, _NO_STRATEGY, words=True),
    Relation.OWNER: Admission(_NO_STRATEGY, frozenset({Kind.UNIT})),
}


class Link(NamedTuple):
    """One link, from the element on which it is written to the one it names.

    `at` is where it stands in its statement: the link line from its keyword to the name, or the name alone on a line
    that names several. It ends with the name, which is `name_length` characters long as written.
    """

    relation: Relation
    source: str
    target: str
    placed: Placed
    at: Stretch
    name_length: int
    strength: str | None = None
    because: str | None = None

    @property
    def place(self) -> Span:
        """Where the link stands."""
        return self.placed.span(self.at)

    @property
    def name_place(self) -> Span:
        """Where the name stands."""
        return self.placed.span((self.at[1] - self.name_length, self.at[1]))

    @property
    def wording(self) -> str:
        """The link as its author wrote it, without strength and reason."""
        return f"{self.source} {self.relation} {self.target}"
