"""Findings in the Reviewdog Diagnostic Format. Columns count bytes of UTF-8 from 1, as it wants them."""

import json
from collections.abc import Sequence
from typing import Any

from goalgraph.finding import Edit, Finding
from goalgraph.output.json_format import escaped
from goalgraph.output.plain import NAME, headline, lines, link
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source, Span
from goalgraph.syntax.editing import edits_of


def render(verdict: Verdict) -> str:
    """All findings, a line each."""
    return _written([_diagnostic(finding) for finding in verdict.findings])


def render_failure(message: str) -> str:
    """A document with one diagnostic: that goalgraph itself failed."""
    told = {
        "message": f"goalgraph itself failed: {message}",
        "location": {"path": NAME},
        "severity": "ERROR",
        "code": {"value": NAME},
    }
    return _written([told])


def _written(diagnostics: list[dict[str, Any]]) -> str:
    said = ",\n".join(json.dumps(each, ensure_ascii=False) for each in diagnostics)
    return escaped(f'{{"source": {{"name": "{NAME}"}}, "diagnostics": [\n{said}\n]}}\n')


def _diagnostic(finding: Finding) -> dict[str, Any]:
    violation = finding.violation
    told: dict[str, Any] = {
        "message": "\n".join([headline(finding), *lines(finding)]),
        "location": _location(finding.place),
        "severity": finding.severity.name,
        "code": {"value": finding.rule},
    }
    related = [
        {"message": link(step), "location": _location(place)} for step in violation.circle for place in step.places
    ]
    seen = {place for step in violation.circle for place in step.places}
    related += [
        {"message": label.text, "location": _location(label.place)}
        for label in violation.labels
        if label.place not in seen
    ]
    if related:
        told["related_locations"] = related
    safe = (edits_of(fix) for fix in violation.fixes if fix.safe)
    suggestions = [_suggestion(edits[0]) for edits in safe if _is_suggestion(edits, finding)]
    if suggestions:
        told["suggestions"] = suggestions
    return told


def _is_suggestion(edits: Sequence[Edit], finding: Finding) -> bool:
    """A suggestion is one edit, and in the file of the finding. It has no title, so only safe fixes are suggested."""
    return len(edits) == 1 and edits[0].place.source is finding.place.source


def _suggestion(edit: Edit) -> dict[str, Any]:
    return {"range": _range(edit.place), "text": edit.text}


def _location(place: Span) -> dict[str, Any]:
    return {"path": place.path, "range": _range(place)}


def _range(place: Span) -> dict[str, Any]:
    return {"start": _position(place.source, place.start), "end": _position(place.source, place.end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": 1 + (column - 1 if before.isascii() else len(before.encode()))}
