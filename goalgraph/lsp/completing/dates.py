"""Dates that a map leads one to think of. No clock is asked: the day is the one that is set, if any."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from lsprotocol.types import CompletionItemKind

from goalgraph.lsp.completing.offers import Offer
from goalgraph.lsp.view import View
from goalgraph.model.elements import Element
from goalgraph.model.values import read_date
from goalgraph.output.verdict import counted


def dates(view: View, keyword: str, not_before: str = "") -> Iterator[Offer]:
    """Dates for `since`, or for an end, each as short as it can be written and once.

    `not_before` is a date as written, before which an end can't lie.
    """
    as_end = keyword != "since"
    earliest = read_date(not_before, as_end=False) if as_end else None
    seen: set[str] = set()
    for said, what in _thought_of(view, as_end=as_end):
        day = read_date(said, as_end=as_end)
        if day is None or said in seen or (earliest and day < earliest):
            continue
        seen.add(said)
        when = f"{'until' if as_end else 'from'} {day.isoformat()}"
        yield Offer(said, CompletionItemKind.Constant, f"{what} · {when}" if what else when)


def _thought_of(view: View, *, as_end: bool) -> Iterator[tuple[str, str]]:
    """Dates as they are written, and what each is; some more than once."""
    elements = view.analysis.map.elements.values()
    strategy, today = view.analysis.map.strategy, view.analysis.config.today
    if strategy and strategy.horizon and as_end:
        yield shortest(strategy.horizon, as_end=True), "the horizon of the strategy"
    if today:
        edge = "end" if as_end else "beginning"
        yield today.isoformat(), "today"
        yield f"{today.year:04d}-Q{(today.month + 2) // 3}", f"the {edge} of this quarter"
        yield f"{today.year:04d}", f"the {edge} of this year"
    starts = Counter(element.since for element in elements if element.since)
    ends = Counter(day for element in elements for day in _ends(element))
    for day, count in sorted((ends if as_end else starts).items()):
        yield shortest(day, as_end=as_end), f"said {counted(count, 'time')} in this map"
    years = sorted({day.year for day in (*starts, *ends)} | ({today.year} if today else set()))
    for year in years:
        for quarter in range(1, 5):
            yield f"{year:04d}-Q{quarter}", ""
    for year in years:
        yield f"{year:04d}", ""


def _ends(element: Element) -> Iterator[date]:
    yield from (day for day in (element.until, element.horizon) if day)
    yield from (measure.by for measure in element.measures if measure.by)


def shortest(day: date, *, as_end: bool) -> str:
    """A date as short as it can be written: a year, a quarter or a month where it is the edge of one."""
    year, quarter = f"{day.year:04d}", (day.month + 2) // 3
    longer = (year, f"{year}-Q{quarter}", f"{year}-{day.month:02d}")
    return next((said for said in longer if read_date(said, as_end=as_end) == day), day.isoformat())
