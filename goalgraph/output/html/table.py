"""The table of elements: what each is for, and whether that comes to a value."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.graph.reach import reachable
from goalgraph.model.elements import Element, Kind
from goalgraph.model.links import Relation
from goalgraph.output.html.wording import short

# Of these a way to a value is asked; a unit or a concept may stand for itself.
PURPOSEFUL = (Kind.VALUE, Kind.OBJECTIVE, Kind.MEANS, Kind.ASSET, Kind.BRIDGE)
_PLURALS = {Kind.MEANS: "Means"}
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)
_MOST_TARGETS = 12


@dataclass(frozen=True, slots=True)
class Target:
    """What an element is directly for; `reading` says how, where it is not by `serves`."""

    title: str
    href: str
    reading: str


@dataclass(frozen=True, slots=True)
class Row:
    """One element. `reaches` is "yes", "no" or "unclear", and "value" for one that is a value.

    It is empty where no value is asked for, or none is named.
    """

    id: str
    title: str
    name: str
    owner: str
    targets: tuple[Target, ...]
    more_targets: int
    supporters: int
    reaches: str
    purposeful: bool
    stopped: bool
    urls: tuple[tuple[str, str], ...]
    where: str


@dataclass(frozen=True, slots=True)
class Table:
    """The elements of one map, by kind."""

    title: str
    names_value: bool
    groups: tuple[tuple[str, tuple[Row, ...]], ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for _, rows in self.groups for row in rows)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of the elements that ask for a purpose lead to a value, values included."""

    total: int
    reaching: int
    unclear: int
    aside: int
    unnamed: bool

    @property
    def all(self) -> bool:
        return 0 < self.total == self.reaching


def reach(tables: Sequence[Table]) -> Reach:
    """What the tables come to. `aside` are units and concepts, `unnamed` says that some map names no value."""
    rows = [row for table in tables for row in table.rows if not row.stopped]
    asked = [row for row in rows if row.purposeful]
    return Reach(
        len(asked),
        sum(row.reaches in ("yes", "value") for row in asked),
        sum(row.reaches == "unclear" for row in asked),
        len(rows) - len(asked),
        any(not table.names_value for table in tables if table.rows),
    )


def table(analysis: Analysis, ids: Mapping[str, str]) -> Table:
    """The table of a map that has elements; `ids` are the addresses of its elements, by name."""
    graph = analysis.graph
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for link in analysis.map.links:
        if link.relation is Relation.OWNER and link.target in analysis.map.elements:
            owners[link.source].append(short(analysis.map.elements[link.target].title))
    doubt = graph.map.doubt
    doubtful = reachable(graph.served_by, doubt.why & graph.elements.keys())
    rows: defaultdict[Kind, list[Row]] = defaultdict(list)
    for name, element in analysis.map.elements.items():
        if element.kind is not Kind.STRATEGY:
            unsure = doubt.everything or name in doubtful
            owner = ", ".join(owners[name])
            rows[element.kind].append(_row(analysis, element, ids, owner, unsure=unsure))
    groups = tuple((_PLURALS.get(kind, f"{kind.capitalize()}s"), tuple(rows[kind])) for kind in Kind if rows[kind])
    title = short(analysis.map.title or next(iter(analysis.map.elements.values())).place.path)
    return Table(title, bool(graph.values), groups)


def _row(analysis: Analysis, element: Element, ids: Mapping[str, str], owner: str, *, unsure: bool) -> Row:
    graph, name = analysis.graph, element.name
    purposes = () if element.stopped else graph.purposes[name]
    targets = []
    for target in purposes[:_MOST_TARGETS]:
        reading = graph.purpose_arrow(name, target).reading
        targets.append(Target(short(graph.title(target)), ids[target], "" if reading == "serves" else reading))
    return Row(
        ids[name],
        short(element.title),
        name,
        owner,
        tuple(targets),
        len(purposes) - len(targets),
        0 if element.stopped else len(graph.served_by[name]),
        _reaches(analysis, element, unsure=unsure),
        element.kind in PURPOSEFUL,
        element.stopped,
        tuple((url, short(url, 60)) for url in element.urls if _LINK.fullmatch(url)),
        f"{element.place.path}:{element.place.line}",
    )


def _reaches(analysis: Analysis, element: Element, *, unsure: bool) -> str:
    graph = analysis.graph
    if element.stopped or not graph.values:
        return ""
    if element.kind is Kind.VALUE:
        return "value"
    if element.name in graph.anchored:
        return "yes"
    if element.kind not in PURPOSEFUL:
        return ""
    return "unclear" if unsure else "no"
