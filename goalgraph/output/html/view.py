"""What the page shows, computed from the verdict: the template only lays it out."""

from collections.abc import Sequence
from dataclasses import dataclass

from goalgraph.analysis import Analysis, analyse
from goalgraph.finding import Finding, Severity
from goalgraph.output.html.cards import Group, grouped, sort_of
from goalgraph.output.html.circles import circles
from goalgraph.output.html.headline import Headline, headline
from goalgraph.output.html.table import Reach, Table, reach, table
from goalgraph.output.html.wording import Ids, short
from goalgraph.output.verdict import Verdict, counted

_MOST_FINDINGS = 1000


@dataclass(frozen=True, slots=True)
class Tile:
    """A number, what it counts, and where on the page that is."""

    number: int
    label: str
    href: str
    tone: str


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
    more_findings: int
    elements: int
    tables: tuple[Table, ...]
    reach: Reach
    summary: str


def page(verdict: Verdict) -> Page:
    """The page of a verdict; past a thousand findings the rest is counted only."""
    ids = Ids()
    element_ids = {id(analysis): _element_ids(analysis, ids) for analysis in verdict.analyses}
    findings = _at_home(verdict)
    finding_ids = [_finding_id(finding, ids) for finding, _ in findings]
    addresses = {
        id(finding): address for (finding, _), address in zip(findings[:_MOST_FINDINGS], finding_ids, strict=False)
    }
    tables = tuple(
        table(analysis, element_ids[id(analysis)])
        for analysis in verdict.analyses
        if len(analysis.map.elements) > bool(analysis.map.strategy)
    )
    reached = reach(tables)
    first = headline(verdict, circles(findings), reached, addresses)
    shown = findings[:_MOST_FINDINGS]
    name = _name(verdict)
    return Page(
        title=f"{name}: {short(first.text, 100)}",
        name=name,
        files=_files(verdict),
        headline=first,
        tiles=_tiles(verdict, reached, shown),
        unchecked=tuple(f"{text[:1].upper()}{text[1:]}." for text in verdict.unchecked),
        findings=len(findings),
        groups=grouped(shown, finding_ids[:_MOST_FINDINGS], element_ids),
        more_findings=len(findings) - len(shown),
        elements=sum(len(each.rows) for each in tables),
        tables=tables,
        reach=reached,
        summary=_summary(verdict),
    )


def _at_home(verdict: Verdict) -> list[tuple[Finding, Analysis]]:
    """Each finding with the map in whose files it lies."""
    homes = {}
    for analysis in verdict.analyses:
        for document in analysis.map.documents:
            homes[document.source] = analysis
        for unreadable in analysis.map.unreadable:
            homes[unreadable.place.source] = analysis
    nowhere = analyse([])
    return [(finding, homes.get(finding.place.source, nowhere)) for finding in verdict.findings]


def _finding_id(finding: Finding, ids: Ids) -> str:
    rule, elements, _ = finding.identity
    salt = f"{finding.place.path}\n{finding.message}\n{finding.place.text}"
    return ids.give(f"f-{rule}", elements, salt)


def _element_ids(analysis: Analysis, ids: Ids) -> dict[str, str]:
    return {
        name: ids.give("e", (name,), f"{element.place.path}\n{name}") for name, element in analysis.map.elements.items()
    }


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


def _tiles(verdict: Verdict, reached: Reach, shown: Sequence[tuple[Finding, Analysis]]) -> tuple[Tile, ...]:
    """Nothing is counted where nothing was read, and nothing praised where part was not."""
    if not reached.total:
        return ()
    well = "plain" if verdict.unchecked else "good"
    sorts = [sort_of(finding) for finding in verdict.findings]
    listed = {sort_of(finding) for finding, _ in shown}
    told = (
        ("loops", "loop", "loops"),
        ("means-as-goals", "means standing as a goal", "means standing as goals"),
        ("no-why", "without a why", "without a why"),
    )
    tiles = [
        Tile(count, one if count == 1 else many, sort if sort in listed else "findings", "bad" if count else well)
        for sort, one, many in told
        for count in (sorts.count(sort),)
    ]
    label = f"of {reached.total} {'reaches' if reached.total == 1 else 'reach'} a value"
    if reached.unnamed and not reached.reaching:
        label += ": none is named"
    elif reached.unclear:
        label += f", {reached.unclear} unclear"
    tiles.append(Tile(reached.reaching, label, "elements", well if reached.all else "plain"))
    return tuple(tiles)


def _summary(verdict: Verdict) -> str:
    told = [
        counted(verdict.counts[severity], word)
        for severity, word in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "hint"))
        if verdict.counts[severity]
    ]
    checked = f"Checked {counted(verdict.files, 'file')} in {counted(len(verdict.analyses), 'map')}"
    return f"{checked}: {', '.join(told) or 'no findings'}."
