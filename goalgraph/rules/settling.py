"""One cause, one finding: an end is told of once for its wording, and not at all where its loop can say it.

What leads only to a dead end is listed with the dead end, and nothing else is said of it.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from goalgraph.finding import Finding

# What is graver about a wording is told, the rest is added as notes.
_WORDINGS = ("two-faced", "named-after-its-means", "use-as-success", "activity-as-objective")

# These say what is wrong with a line, or with a loop, wherever it leads; those speak once of a whole map.
_OF_ANY_ELEMENT = ("reading", "circularity")
_OF_THE_MAP = ("no-value", "silo", "one-kind-of-bridge")


def settle(findings: Sequence[Finding], anchored: Collection[str]) -> list[Finding]:
    """The findings with those about the wording of one end made into one, or into notes of the end's loop.

    Of what is not `anchored`, and listed with a dead end, only that remains and what is wrong with how it is written.
    """
    listed = {name for finding in findings for name in finding.violation.leads_in if name not in anchored}
    findings = [finding for finding in findings if not _is_of(finding, listed)]
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


def _is_of(finding: Finding, names: Collection[str]) -> bool:
    """Whether a finding judges one of some elements, which it names first."""
    if finding.family in _OF_ANY_ELEMENT or finding.rule in _OF_THE_MAP:
        return False
    return bool(finding.violation.elements) and finding.violation.elements[0] in names


def _with_notes(finding: Finding, others: Sequence[Finding]) -> Finding:
    notes = tuple(f"{other.message}: {other.place.where}" for other in others if not other.silence)
    return finding._replace(violation=finding.violation._replace(notes=finding.violation.notes + notes))
