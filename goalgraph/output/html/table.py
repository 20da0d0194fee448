"""The tables of elements, one a map; of very many elements the first stand in the page and all in its data."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goalgraph.analysis import Analysis
from goalgraph.model.elements import Element, Kind
from goalgraph.output.html.rows import IS_ONE, MARKS, UNCLEAR, VALUES, YES, Row, Rows
from goalgraph.output.html.sources import SourceLines
from goalgraph.output.wording import clean, short

_PLURALS = {Kind.MEANS: "Means"}
# With more rows than this in all, the page has so many of each map.
_MOST_ROWS = 1000
_FIRST_ROWS = 100


@dataclass(frozen=True, slots=True)
class Group:
    """The elements of one kind: how many there are, and the rows that stand in the page."""

    title: str
    count: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The elements of one map, by kind. The first `listed` of the rows stand in the page."""

    title: str
    names_value: bool
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    listed: int


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables; `data` are all rows for the script, where not all stand in the page."""

    tables: tuple[Table, ...]
    total: int
    data: Mapping[str, Any] | None

    def listed(self) -> frozenset[str]:
        """The addresses of the rows that stand in the page."""
        return frozenset(row.id for table in self.tables for row in table.rows[: table.listed])


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
        sum(row.reaches in (YES, IS_ONE) for row in asked),
        sum(row.reaches == UNCLEAR for row in asked),
        len(rows) - len(asked),
        any(not table.names_value for table in tables if table.rows),
    )


def tables(analyses: Sequence[Analysis], ids: Mapping[int, Mapping[str, str]], lines: SourceLines) -> Tables:
    """The tables of the maps that have elements; `ids` are the addresses of elements, by analysis and name."""
    found = [analysis for analysis in analyses if len(analysis.map.elements) > bool(analysis.map.strategy)]
    total = sum(len(analysis.map.elements) - bool(analysis.map.strategy) for analysis in found)
    most = _FIRST_ROWS if total > _MOST_ROWS else total
    made = tuple(_table(analysis, ids[id(analysis)], lines, most) for analysis in found)
    return Tables(
        made,
        total,
        _data(made, lines) if total > _MOST_ROWS else None,
    )


def _table(analysis: Analysis, ids: Mapping[str, str], lines: SourceLines, most: int) -> Table:
    by_kind: defaultdict[Kind, list[Element]] = defaultdict(list)
    for element in analysis.map.elements.values():
        by_kind[element.kind].append(element)
    kinds = [kind for kind in Kind if kind is not Kind.STRATEGY and by_kind[kind]]
    ordered = [element for kind in kinds for element in by_kind[kind]]
    maker = Rows(analysis, {element.name: number for number, element in enumerate(ordered)})
    rows = tuple(
        maker.row(element, ids[element.name], lines.address(element.place.path, element.place.line))
        for element in ordered
    )
    groups, start = [], 0
    for kind in kinds:
        count = len(by_kind[kind])
        title = _PLURALS.get(kind, f"{kind.capitalize()}s")
        groups.append(Group(title, count, rows[start : min(start + count, most)]))
        start += count
    title = short(analysis.map.title or ordered[0].place.path)
    return Table(title, bool(analysis.graph.values), rows, tuple(groups), min(most, len(rows)))


def _data(made: Sequence[Table], lines: SourceLines) -> dict[str, Any]:
    """All rows as short as they can be told: what stands elsewhere by number, nothing where it is as usual."""
    told = []
    for table in made:
        paths = {path: number for number, path in enumerate(dict.fromkeys(row.path for row in table.rows))}
        told.append(
            {
                "groups": [[group.title, group.count] for group in table.groups],
                "files": [lines.bases.get(path, "") for path in paths],
                "rows": [_told(row, paths[row.path]) for row in table.rows],
            }
        )
    return {"marks": MARKS, "tables": told, "values": VALUES}


def _told(row: Row, path: int) -> list[Any]:
    return [
        _plain(row.name),
        "" if row.title == row.name else _plain(row.title),
        "" if row.id == f"e-{row.name}" else row.id,
        row.mark,
        _plain(row.facts),
        [_plain(url) for url in row.urls],
        [_plain(part) if isinstance(part, str) else part for part in row.purposes],
        row.helped,
        row.reaches,
        row.owners,
        path,
        row.line,
    ]


def _plain(text: str) -> str:
    return str(clean(text))
