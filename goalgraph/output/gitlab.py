"""Findings as a Code Quality report, as GitLab shows it beside a merge request."""

import json
from typing import Any

from goalgraph.finding import Finding, Severity
from goalgraph.output.fingerprints import fingerprints
from goalgraph.output.json_format import escaped
from goalgraph.output.plain import NAME, ends, headline, lines, related
from goalgraph.output.verdict import Verdict
from goalgraph.source import Span

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(verdict: Verdict) -> str:
    """A list of issues, a line each. GitLab shows the description, so that is where the path of a loop stands."""
    found = verdict.findings
    return _written(
        [_issue(finding, known) for finding, known in zip(found, fingerprints(verdict, found), strict=True)]
    )


def render_failure(message: str) -> str:
    """A list with one issue: that goalgraph itself failed."""
    issue = {
        "type": "issue",
        "check_name": NAME,
        "description": f"goalgraph itself failed: {message}",
        "categories": ["Bug Risk"],
        "severity": "blocker",
        "fingerprint": NAME,
        "location": {"path": NAME, "lines": {"begin": 1, "end": 1}},
    }
    return _written([issue])


def _written(issues: list[dict[str, Any]]) -> str:
    if not issues:
        return "[]\n"
    return escaped("[\n" + ",\n".join(json.dumps(issue, ensure_ascii=False) for issue in issues) + "\n]\n")


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    places = related(finding)
    told: dict[str, Any] = {
        "type": "issue",
        "check_name": finding.rule,
        "description": headline(finding),
        "content": {"body": "\n".join(lines(finding))},
        "categories": ["Clarity"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": _location(finding.place),
    }
    if places:
        told["other_locations"] = [_location(place) for place in places]
    return told


def _location(place: Span) -> dict[str, Any]:
    line, column, end_line, end_column = ends(place)
    return {
        "path": place.path,
        "lines": {"begin": line, "end": end_line},
        "positions": {"begin": {"line": line, "column": column}, "end": {"line": end_line, "column": end_column}},
    }
