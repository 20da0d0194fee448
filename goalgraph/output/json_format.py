"""Findings as JSON, for programs: see `schema/lint-1.json`. Lines and columns count code points from 1."""

import json
from typing import Any

from goalgraph.finding import Cut, Finding, Fix, Severity, Silence, Step
from goalgraph.output.drawing import OBEYED
from goalgraph.output.verdict import Verdict
from goalgraph.source import Span
from goalgraph.syntax.editing import edits_of

SCHEMA = "urn:goalgraph:schema:lint:1"
VERSION = 1
_COUNTS = ("files", "elements", "maps", "errors", "warnings", "infos", "ignored", "baseline")


def render(verdict: Verdict) -> str:
    """The whole verdict as one JSON document."""
    return dump(
        SCHEMA,
        {
            "summary": summary_as_data(verdict),
            "unchecked": list(verdict.unchecked),
            "findings": [finding_as_data(finding) for finding in verdict.all_findings],
        },
    )


def render_failure(message: str) -> str:
    """What is printed where goalgraph itself failed: a valid document that says so."""
    return dump(SCHEMA, {"summary": empty_summary(), "unchecked": [], "findings": [], "failure": message})


def summary_as_data(verdict: Verdict) -> dict[str, int]:
    """What was checked, and how many findings there are of each kind."""
    return {
        "files": verdict.files,
        "elements": verdict.elements,
        "maps": len(verdict.analyses),
        "errors": verdict.counts[Severity.ERROR],
        "warnings": verdict.counts[Severity.WARNING],
        "infos": verdict.counts[Severity.INFO],
        "ignored": verdict.count_silenced("ignore"),
        "baseline": verdict.count_silenced("baseline"),
    }


def empty_summary() -> dict[str, int]:
    """The counts where nothing could be counted."""
    return dict.fromkeys(_COUNTS, 0)


def dump(schema: str, content: dict[str, Any]) -> str:
    """A JSON document that names its schema."""
    document = {"$schema": schema, "version": VERSION, **content}
    return escaped(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def escaped(text: str) -> str:
    """JSON in which what a terminal would obey is escaped; it stands in strings only."""
    return OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def finding_as_data(finding: Finding) -> dict[str, Any]:
    """A finding with all that is known of it."""
    violation = finding.violation
    told: dict[str, Any] = {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.word,
        "message": finding.message,
        "elements": list(violation.elements),
        "place": place_of(violation.place),
        "labels": [{"place": place_of(label.place), "text": label.text} for label in violation.labels],
        "why": violation.why,
        "helps": list(violation.helps),
        "notes": list(violation.notes),
        "question": violation.question,
    }
    if violation.circle:
        told["circle"] = [_step(step) for step in violation.circle]
        told["loop"] = list(violation.loop)
    if violation.leads_in:
        told["leads_in"] = list(violation.leads_in)
    if violation.cut:
        told["cut"] = _cut(violation.cut)
    if violation.fixes:
        told["fixes"] = [_fix(fix) for fix in violation.fixes]
    if finding.silence:
        told["silence"] = _silence(finding.silence)
    return told


def place_of(span: Span) -> dict[str, Any]:
    """Where something stands; lines and columns count code points from 1."""
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(span.end)
    return {"path": span.path, "line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _step(step: Step) -> dict[str, Any]:
    return {
        "name": step.name,
        "title": step.title,
        "reading": step.reading,
        "target": step.target,
        "places": [place_of(place) for place in step.places],
    }


def _cut(cut: Cut) -> dict[str, Any]:
    return {
        "arrows": [
            {
                "source": arrow.source,
                "target": arrow.target,
                "weight": arrow.weight,
                "places": [place_of(place) for place in arrow.places],
            }
            for arrow in cut.arrows
        ],
        "weight": cut.weight,
        "bound": cut.bound,
        "proven": cut.proven,
        "stranded": list(cut.stranded),
    }


def _silence(silence: Silence) -> dict[str, Any]:
    told: dict[str, Any] = {"by": silence.by, "reason": silence.reason}
    return {**told, "place": place_of(silence.place)} if silence.place else told


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"place": place_of(edit.place), "text": edit.text} for edit in edits_of(fix)]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
