"""One cause, one finding: an end is told of once for its wording, and not at all where its loop can say it."""

from collections import defaultdict
from collections.abc import Sequence

from goalgraph.finding import Finding

# What is graver about a wording is told, the rest is added as notes.
_WORDINGS = ("two-faced", "named-after-its-means", "use-as-success", "activity-as-objective")


def settle(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with those about the wording of one end made into one, or into notes of the end's loop."""
    settled = [finding for finding in findings if not finding.violation.wording_of]
    by_end: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.violation.wording_of:
            by_end[finding.violation.wording_of].append(finding)
    loops = {
        name: index
        for index, finding in enumerate(settled)
        if finding.family == "circularity"
        for name in finding.violation.loop
    }
    for end, wordings in by_end.items():
        wordings.sort(key=lambda finding: _WORDINGS.index(finding.rule))
        if end in loops:
            settled[loops[end]] = _with_notes(settled[loops[end]], wordings)
        else:
            # Who ignores the gravest has answered for the wording.
            settled.append(_with_notes(wordings[0], wordings[1:]))
    return settled


def _with_notes(finding: Finding, others: Sequence[Finding]) -> Finding:
    notes = tuple(f"{other.message}: {other.place.where}" for other in others if not other.silence)
    return finding._replace(violation=finding.violation._replace(notes=finding.violation.notes + notes))
