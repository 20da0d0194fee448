"""The verdict in one sentence. Every sentence stands only where it is true."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.finding import Finding, Severity
from goalgraph.output.html.cards import titles_in
from goalgraph.output.html.circles import Circle
from goalgraph.output.html.ring import Ring, ring
from goalgraph.output.html.sorts import weight
from goalgraph.output.html.table import Reach
from goalgraph.output.verdict import Verdict, counted
from goalgraph.output.wording import sentence, short
from goalgraph.rules.telling import times

_LONGEST = 90
_UNREAD = ("syntax-error", "unreadable-file")
_ENDINGS = {
    "means-as-end": ("has become a goal in itself.", "have become goals in themselves."),
    "no-why": ("has no why.", "have no why."),
    "unanchored": ("leads to no value.", "lead to no value."),
    "idle-intangible": ("leads to no value.", "lead to no value."),
}


@dataclass(frozen=True, slots=True)
class Headline:
    """The badge and the sentence, `title` being the part of it that is an element's; then what more is to be said."""

    tone: str
    mark: str
    badge: str
    before: str
    more: tuple[str, ...]
    title: str = ""
    after: str = ""
    href: str = ""
    change: str = ""
    chain: tuple[str, ...] = ()
    ring: Ring | None = None
    centre: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return f"{self.before}{self.title}{self.after}"


def headline(verdict: Verdict, circles: Sequence[Circle], reach: Reach, addresses: Mapping[int, str]) -> Headline:
    """What the page says first; `addresses` are those of the findings, by their identity."""
    if circles:
        return _of_circle(circles, addresses, several=len(verdict.analyses) > 1)
    return _of_worst(verdict, reach, addresses) or _of_nothing(verdict, reach)


def _of_worst(verdict: Verdict, reach: Reach, addresses: Mapping[int, str]) -> Headline | None:
    """What is gravest, among errors and else among warnings, in the order in which the page shows them."""
    grave = [finding for finding in verdict.findings if finding.severity > Severity.INFO]
    if not grave:
        return None
    worst = min(grave, key=weight)
    href = addresses.get(id(worst), "")
    if worst.severity is Severity.WARNING and reach.all and not verdict.unchecked:
        worth = f"{counted(len(grave), 'warning')} {'is' if len(grave) == 1 else 'are'} worth a look."
        return Headline("warn", "▲", _badge(verdict), _all(reach), (worth,), href=href)
    tone, mark = ("bad", "■") if worst.severity is Severity.ERROR else ("warn", "▲")
    alike = sum(finding.rule == worst.rule and finding.severity == worst.severity for finding in grave)
    more = (f"{len(verdict.findings)} findings are below.",) if len(verdict.findings) > 1 else ()
    home = next((analysis for analysis in verdict.analyses if worst in analysis.findings), None)
    before, title, after = _told(worst, home, alike, reach, verdict)
    change = _change(worst, home) if home else ""
    return Headline(tone, mark, _badge(verdict), before, more, title, after, href, change)


def _told(worst: Finding, home: Analysis | None, alike: int, reach: Reach, verdict: Verdict) -> tuple[str, str, str]:
    """The gravest finding in plain words, with how many more there are of its rule."""
    titles = titles_in(worst, home) if home else []
    endings = _ENDINGS.get(worst.rule)
    if endings and titles:
        return (
            "“",
            short(titles[0], _LONGEST),
            f"” {endings[0]}" if alike == 1 else f"” and {alike - 1} more {endings[1]}",
        )
    if worst.rule in _UNREAD and verdict.unchecked:
        whole = "Part of the map" if reach.total else "The map"
        return f"{whole} could not be read.", "", ""
    return sentence(worst.message, titles), "", ""


def _change(finding: Finding, analysis: Analysis) -> str:
    """The first thing to try."""
    return next((sentence(text, titles_in(finding, analysis)) for text in finding.violation.helps), "")


def _badge(verdict: Verdict) -> str:
    counts = verdict.counts
    if counts[Severity.ERROR]:
        return counted(counts[Severity.ERROR], "error")
    return counted(counts[Severity.WARNING], "warning")


def _of_circle(circles: Sequence[Circle], addresses: Mapping[int, str], *, several: bool) -> Headline:
    circle = circles[0]
    graph, rule = circle.analysis.graph, circle.finding.rule
    chain = tuple(short(graph.title(name), _LONGEST) for name in circle.names)
    badge, before, after = "Circular reasons", "The reasons for ", " go round in a circle."
    if rule == "deadlock" and not circle.closed:
        badge, before, after = "Deadlock", "", " waits for itself: nothing here can start."
    elif rule == "idle-flywheel" and circle.closed:
        badge, before, after = "Idle flywheel", "", " drives nothing but itself."
    elif circle.closed:
        badge, before, after = "Circular goal", "", " exists to justify itself."
    return Headline(
        "bad" if circle.finding.severity is Severity.ERROR else "warn",
        "↻",
        badge,
        f"{before}“",
        (*_of_map(circle, several=several), *_of_way_round(circles)),
        chain[0],
        f"”{after}",
        addresses.get(id(circle.finding), ""),
        _change(circle.finding, circle.analysis),
        chain,
        ring([
            (graph.title(name), str(graph.element(name).kind), graph.element(name).kind.is_end)
            for name in circle.names
        ]),
        _in_the_middle(circle),
    )  # fmt: skip


def _in_the_middle(circle: Circle) -> tuple[str, ...]:
    if circle.fruitless:
        return "No value", "is ever reached"
    return ("A value is", "still reached") if circle.ends and circle.analysis.graph.values else ()


def _of_map(circle: Circle, *, several: bool) -> tuple[str, ...]:
    """Which map it is, where there are several."""
    title = short(circle.analysis.map.title, _LONGEST)
    return (f"This is in “{title}”.",) if several and title else ()


def _of_way_round(circles: Sequence[Circle]) -> tuple[str, ...]:
    circle = circles[0]
    graph = circle.analysis.graph
    back = f"Ask “why?” {times(len(circle.names))} and you are back where you began"
    ends = [f"“{short(graph.title(name), _LONGEST)}”" for name in circle.holds or circle.ends]
    rest = f" and {len(ends) - 1} more" if len(ends) > 1 else ""
    if circle.holds:
        said = [f"{back}, though {ends[0]}{rest} {'stand' if rest else 'stands'} on the circle itself."]
    elif circle.ends:
        said = [f"{back}, though {'a value' if graph.values else 'an objective'} is still reached: {ends[0]}{rest}."]
    elif circle.unsure:
        said = [f"{back}. Whether a value is reached all the same can't be told: part of the map was not read."]
    else:
        said = [f"{back}."]
    tangled = circle.size - len(circle.names)
    if tangled:
        said.append(f"{counted(tangled, 'more element')} {'is' if tangled == 1 else 'are'} tangled in it.")
    led = len(circle.finding.violation.leads_in)
    if led:
        said.append(f"{counted(led, 'more element')} {'has' if led == 1 else 'have'} a why only through it.")
    others = len(circles) - 1
    if others:
        said.append(f"{counted(others, 'more circle')} {'is' if others == 1 else 'are'} told below.")
    return tuple(said)


def _of_nothing(verdict: Verdict, reach: Reach) -> Headline:
    hints = len(verdict.findings)
    more = [f"{counted(hints, 'hint')} {'is' if hints == 1 else 'are'} below."] if hints else []
    badge = counted(hints, "hint") if hints else "No findings"
    if not reach.total:
        return Headline("plain", "○", badge, "There is nothing here to judge.", ("No element is declared.", *more))
    if verdict.unchecked:
        return Headline("plain", "○", badge, f"What could be read: {_share(reach)}", tuple(more))
    if reach.unnamed and not reach.reaching:
        said = "No value is named, so nothing here can lead to one."
        return Headline("plain", "○", badge, said, tuple(more))
    if reach.aside and reach.all:
        more.insert(0, "Units and concepts aside, of which no purpose is asked.")
    if not reach.all:
        more.insert(0, "The table below tells which do not.")
    return Headline("good", "✓", badge, _share(reach), tuple(more))


def _share(reach: Reach) -> str:
    if reach.all:
        return _all(reach)
    lead = "leads" if reach.reaching == 1 else "lead"
    return f"{reach.reaching} of {counted(reach.total, 'element')} {lead} to a value."


def _all(reach: Reach) -> str:
    return "The one element is a value." if reach.total == 1 else f"All {reach.total} elements lead to a value."
