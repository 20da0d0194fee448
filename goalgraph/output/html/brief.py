"""Findings in one line each: those for which the page has no card, and those that do not count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.finding import Finding
from goalgraph.output.html.cards import MARKS, titles_in
from goalgraph.output.html.places import Place, Places
from goalgraph.output.wording import sentence, short

_BY_BASELINE = "It is in the baseline."


@dataclass(frozen=True, slots=True)
class Line:
    """A finding in one line; `aside` is why it does not count, where it does not."""

    id: str
    mark: str
    word: str
    message: str
    where: Place
    aside: str = ""


def lines(
    findings: Iterable[tuple[Finding, Analysis]], addresses: Mapping[int, str], places: Places
) -> tuple[Line, ...]:
    """The findings that come after those with cards; `addresses` are by the identity of the finding."""
    return tuple(_line(finding, analysis, places, addresses[id(finding)]) for finding, analysis in findings)


def silenced(findings: Iterable[tuple[Finding, Analysis]], places: Places) -> tuple[Line, ...]:
    """The findings that an ignore or the baseline silences, with the reason that was given."""
    return tuple(_line(finding, analysis, places, aside=_why_silent(finding, places)) for finding, analysis in findings)


def _line(finding: Finding, analysis: Analysis, places: Places, address: str = "", aside: str = "") -> Line:
    message = sentence(finding.message, titles_in(finding, analysis))
    return Line(address, *MARKS[finding.severity], message, places.of(finding.place), aside)


def _why_silent(finding: Finding, places: Places) -> str:
    silence = finding.silence
    if silence is None or silence.by == "baseline":
        return _BY_BASELINE
    place = f" ({places.text(silence.place)})" if silence.place else ""
    return f"Ignored: {short(silence.reason, 300)}{place}" if silence.reason else f"Ignored without a reason{place}"
