"""One line a finding: `path:line:column: severity[rule] message`, for grep and for editors."""

from goalgraph.output.drawing import one_line
from goalgraph.output.verdict import Verdict, summary


def render(verdict: Verdict) -> str:
    """A line a finding, what was not judged, and the count."""
    lines = []
    for finding in verdict.findings:
        path = " -> ".join(step.name for step in finding.violation.circle)
        circle = f" [{path} -> {finding.violation.circle[0].name}]" if path else ""
        text = f"{finding.place.where}: {finding.severity.word}[{finding.rule}] {finding.message}{circle}"
        lines.append(one_line(text))
    return "".join(f"{line}\n" for line in [*lines, *verdict.unchecked, summary(verdict)])
