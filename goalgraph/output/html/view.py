"""What the page shows, computed from the verdict: the template only lays it out."""

from dataclasses import dataclass
from typing import Any

from goalgraph.finding import Severity
from goalgraph.output.html.addresses import addresses, at_home
from goalgraph.output.html.alignment import AlignedMap, alignment
from goalgraph.output.html.assets import AssetsOfMap, assets
from goalgraph.output.html.brief import Line, lines, silenced
from goalgraph.output.html.cards import Group, grouped
from goalgraph.output.html.circles import circles
from goalgraph.output.html.concepts import SortedMap, keep_and_drop
from goalgraph.output.html.data import data
from goalgraph.output.html.headline import Headline, headline
from goalgraph.output.html.map import Pictures, pictures
from goalgraph.output.html.naming import namings
from goalgraph.output.html.places import Places
from goalgraph.output.html.sorts import rank, weight
from goalgraph.output.html.sources import Sources, source_lines, sources
from goalgraph.output.html.spheres import SpheresOfMap, two_spheres
from goalgraph.output.html.table import Reach, Tables, reach, tables
from goalgraph.output.html.tiles import Tile, tiles
from goalgraph.output.html.workshop import Workshop, workshop
from goalgraph.output.verdict import Verdict, counted
from goalgraph.output.wording import short

_MOST_CARDS = 200


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page, in its order."""

    title: str
    name: str
    files: str
    headline: Headline
    tiles: tuple[Tile, ...]
    unchecked: tuple[str, ...]
    findings: int
    groups: tuple[Group, ...]
    further: tuple[Line, ...]
    silenced: tuple[Line, ...]
    pictures: Pictures
    alignment: tuple[AlignedMap, ...]
    keep_and_drop: tuple[SortedMap, ...]
    two_spheres: tuple[SpheresOfMap, ...]
    assets: tuple[AssetsOfMap, ...]
    workshop: Workshop
    elements: Tables
    reach: Reach
    sources: Sources
    data: dict[str, Any]
    summary: str


def page(verdict: Verdict) -> Page:
    """The page of a verdict; the gravest findings have cards, the others a line each."""
    places = addresses(verdict)
    lines_shown = source_lines(verdict)
    findings = at_home(verdict, verdict.findings)
    ordered = sorted(findings, key=lambda pair: weight(pair[0]))
    shown = sorted(ordered[:_MOST_CARDS], key=lambda pair: rank(pair[0]))
    elements = tables(verdict.analyses, places.elements, lines_shown)
    listed = elements.listed()
    reached = reach(elements.tables)
    first = headline(verdict, circles(findings), reached, places.findings)
    drawn = pictures(verdict.analyses, shown, places, listed)
    shown_at = Places(lines_shown)
    groups = grouped(shown, places, shown_at, drawn.near)
    named = namings(verdict, places.elements, listed)
    name = _name(verdict)
    return Page(
        title=f"{name}: {short(first.text, 100)}",
        name=name,
        files=_files(verdict),
        headline=first,
        tiles=tiles(verdict, reached, {group.id for group in groups}),
        unchecked=tuple(f"{text[:1].upper()}{text[1:]}." for text in verdict.unchecked),
        findings=len(verdict.findings),
        groups=groups,
        further=lines(ordered[_MOST_CARDS:], places.findings, shown_at),
        silenced=silenced(at_home(verdict, verdict.silenced), shown_at),
        pictures=drawn,
        alignment=alignment(named),
        keep_and_drop=keep_and_drop(named),
        two_spheres=two_spheres(named),
        assets=assets(named),
        workshop=workshop(named, ordered, places.findings),
        elements=elements,
        reach=reached,
        sources=sources(verdict, lines_shown),
        data=data(groups, drawn),
        summary=_summary(verdict),
    )


def _name(verdict: Verdict) -> str:
    titles = [analysis.map.title for analysis in verdict.analyses]
    if len(titles) == 1:
        return short(titles[0]) or "Strategy map"
    return counted(len(titles), "strategy map")


def _files(verdict: Verdict) -> str:
    """The one file by its path, several by their number."""
    paths = [document.source.path for analysis in verdict.analyses for document in analysis.map.documents]
    paths += [unreadable.path for analysis in verdict.analyses for unreadable in analysis.map.unreadable]
    return short(paths[0]) if len(paths) == 1 else counted(len(paths), "file")


def _summary(verdict: Verdict) -> str:
    told = [
        counted(verdict.counts[severity], word)
        for severity, word in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "hint"))
        if verdict.counts[severity]
    ]
    checked = f"Checked {counted(verdict.files, 'file')} in {counted(len(verdict.analyses), 'map')}"
    return f"{checked}: {', '.join(told) or 'no findings'}."
