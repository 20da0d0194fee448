"""What a run of lint comes to: the maps that were checked, their findings, and the count of everything."""

from collections import Counter
from collections.abc import Sequence
from copy import copy
from functools import cached_property

from goalgraph.analysis import Analysis
from goalgraph.finding import Finding, Severity
from goalgraph.model.elements import Kind
from goalgraph.source import Span


class Verdict:
    """All that the output formats show. `silenced` are the findings that don't count; all are in order of place.

    `level` is the gravity from which findings fail, None where configurations say so.
    """

    def __init__(
        self, analyses: Sequence[Analysis], findings: Sequence[Finding], silenced: Sequence[Finding] = ()
    ) -> None:
        self.analyses = tuple(analyses)
        self.findings = tuple(sorted(findings, key=lambda finding: finding.order))
        self.silenced = tuple(sorted(silenced, key=lambda finding: finding.order))
        self.level: Severity | None = None
        self.could_shrink = False

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

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Those that count and those that don't, in one order."""
        return tuple(sorted((*self.findings, *self.silenced), key=lambda finding: finding.order))

    def count_silenced(self, by: str) -> int:
        """How many findings don't count because of an "ignore" or the "baseline"."""
        return sum(finding.silence is not None and finding.silence.by == by for finding in self.silenced)

    def ending(self, level: Severity | None, *, could_shrink: bool = False) -> "Verdict":
        """The same, where findings fail from `level` on, or where a locked baseline fails that `could_shrink`."""
        verdict = copy(self)
        verdict.level, verdict.could_shrink = level, could_shrink
        return verdict

    def fails(self, level: Severity | None = None) -> bool:
        """Whether a finding is at or above a level; without one, the level of the verdict."""
        return any(self.is_failure(finding, level) for finding in self.findings)

    def is_failure(self, finding: Finding, level: Severity | None = None) -> bool:
        """Whether a finding is at or above a level: without one, that of the verdict or of its map's configuration."""
        chosen = self.level if level is None else level
        return finding.severity >= (self._levels.get(finding.place.path, Severity.ERROR) if chosen is None else chosen)

    @cached_property
    def _levels(self) -> dict[str, Severity]:
        return {path: analysis.config.fail_level for analysis in self.analyses for path in analysis.paths}

    @property
    def exit_code(self) -> int:
        """What the command ends with: 2 where an ignore names no rule, 1 where something fails, else 0."""
        if self.unknown_ignored:
            return 2
        return int(self.could_shrink or self.fails())

    @property
    def unknown_ignored(self) -> tuple[Span, ...]:
        """Where an ignore names a rule that does not exist."""
        return tuple(place for analysis in self.analyses for place in analysis.unknown_ignored)

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
            (Severity.INFO, "info", "infos"),
        )
        if verdict.counts[severity]
    ]
    silenced = [
        f"{count} {words}"
        for by, words in (("baseline", "in the baseline"), ("ignore", "ignored"))
        if (count := verdict.count_silenced(by))
    ]
    aside = f" ({', '.join(silenced)})" if silenced else ""
    return f"{checked}: {', '.join(told) or 'no findings'}{aside}."
