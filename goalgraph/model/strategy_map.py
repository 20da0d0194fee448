"""A strategy map: its elements and links, and what was wrong with how they were written."""

from collections.abc import Mapping
from typing import NamedTuple

from goalgraph.model.changes import Changes
from goalgraph.model.declarations import Declaration
from goalgraph.model.elements import Element, Kind
from goalgraph.model.links import Link
from goalgraph.model.problems import Doubt, Problem
from goalgraph.source import Source, Unreadable
from goalgraph.syntax.nodes import Document


class StrategyMap(NamedTuple):
    """Everything one map says. Elements are in order of place, by name; so are links.

    `declared` is what each statement of each document declares, as written: also what makes no element and no link.
    `changes` is how it differs from what it was when it was read last, None where that is not known.
    """

    documents: tuple[Document, ...]
    unreadable: tuple[Unreadable, ...]
    stray: tuple[Source, ...]
    elements: Mapping[str, Element]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]
    doubt: Doubt
    declared: tuple[tuple[Declaration, ...], ...] = ()
    changes: Changes | None = None

    @property
    def strategy(self) -> Element | None:
        """The statement that names the map."""
        return next((element for element in self.elements.values() if element.kind is Kind.STRATEGY), None)

    @property
    def title(self) -> str:
        """What the map is called: its strategy's title, or nothing."""
        strategy = self.strategy
        return strategy.title if strategy else ""
