"""Where on the page findings and elements stand: addresses that edits elsewhere in the map leave as they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from goalgraph.analysis import Analysis, analyse
from goalgraph.finding import Finding
from goalgraph.output.verdict import Verdict
from goalgraph.output.wording import Ids


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of elements, by the identity of their analysis and by name; of findings, by their identity."""

    elements: Mapping[int, Mapping[str, str]]
    findings: Mapping[int, str]


def addresses(verdict: Verdict) -> Addresses:
    """The address of each element and finding, every one given once."""
    ids = Ids()
    elements = {id(analysis): _of_elements(analysis, ids) for analysis in verdict.analyses}
    return Addresses(elements, {id(finding): _of_finding(finding, ids) for finding in verdict.findings})


def at_home(verdict: Verdict, findings: tuple[Finding, ...]) -> list[tuple[Finding, Analysis]]:
    """Each finding with the map in whose files it lies."""
    homes = {}
    for analysis in verdict.analyses:
        for document in analysis.map.documents:
            homes[document.source] = analysis
        for unreadable in analysis.map.unreadable:
            homes[unreadable.place.source] = analysis
    nowhere = analyse([])
    return [(finding, homes.get(finding.place.source, nowhere)) for finding in findings]


def _of_elements(analysis: Analysis, ids: Ids) -> dict[str, str]:
    return {
        name: ids.give("e", (name,), f"{element.place.path}\n{name}") for name, element in analysis.map.elements.items()
    }


def _of_finding(finding: Finding, ids: Ids) -> str:
    rule, elements, _ = finding.identity
    return ids.give(f"f-{rule}", elements, f"{finding.place.path}\n{finding.message}\n{finding.place.text}")
