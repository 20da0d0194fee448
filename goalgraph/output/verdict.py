"""What a run of lint comes to: the maps that were checked, their findings, and the count of everything."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from goalgraph.analysis import Analysis
from goalgraph.finding import Finding, Severity
from goalgraph.model.elements import Kind


class Verdict:
    """All that the output formats show. `findings` are in order of path and place."""

    def __init__(self, analyses: Sequence[Analysis], findings: Sequence[Finding]) -> None:
        self.analyses = tuple(analyses)
        self.findings = tuple(sorted(findings, key=lambda finding: finding.order))

    @property
    def files(self) -> int:
        return sum(analysis.files for analysis in self.analyses)

    @property
    def elements(self) -> int:
        """How many elements the maps have; a strategy is the map itself and does not count."""
        return sum(
            element.kind is not Kind.STRATEGY
            for analysis in self.analyses
            for element in analysis.map.elements.values()
        )

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)

    def fails(self, level: Severity) -> bool:
        """Whether a finding is at or above a level."""
        return any(finding.severity >= level for finding in self.findings)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """What could not be judged, and why; a sentence each."""
        doubts = [analysis.map.doubt for analysis in self.analyses]
        told = (
            (sum(doubt.unread_files for doubt in doubts), "file could", "files could", "not be read"),
            (sum(doubt.unread_lines for doubt in doubts), "line could", "lines could", "not be read"),
            (sum(doubt.unresolved_links for doubt in doubts), "link could", "links could", "not be followed"),
        )
        return tuple(
            f"{count} {one if count == 1 else many} {what}: whatever may depend on {'it' if count == 1 else 'them'} "
            "was not judged"
            for count, one, many, what in told
            if count
        )


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 file", "2 files"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def summary(verdict: Verdict) -> str:
    """The last line: what was checked, and what came of it."""
    checked = f"Checked {counted(verdict.files, 'file')}, {counted(verdict.elements, 'element')}"
    maps = len(verdict.analyses)
    checked += f" in {counted(maps, 'map')}"
    told = [
        counted(verdict.counts[severity], word, many)
        for severity, word, many in (
            (Severity.ERROR, "error", "errors"),
            (Severity.WARNING, "warning", "warnings"),
            (Severity.INFO, "hint", "hints"),
        )
        if verdict.counts[severity]
    ]
    return f"{checked}: {', '.join(told) or 'no findings'}."
