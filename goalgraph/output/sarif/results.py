"""A finding as a SARIF result: every link of a loop is a related place and a step of a flow."""

import re
from typing import Any

from goalgraph.finding import Edit, Finding, Fix, Silence, Step
from goalgraph.output.plain import headline, lines, link, related
from goalgraph.output.sarif.places import file_of, place_of, region
from goalgraph.output.sarif.tool import LEVELS, rule_index
from goalgraph.syntax.editing import edits_of

_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def result(finding: Finding, fingerprint: str, *, marked: bool) -> dict[str, Any]:
    """A finding. Where any finding is suppressed, each is `marked` with whether it is."""
    violation = finding.violation
    told: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": _said(finding)},
        "locations": [{"physicalLocation": place_of(finding.place)}],
        # GitHub knows a finding again by the second.
        "partialFingerprints": {"finding/v1": fingerprint, "primaryLocationLineHash": f"{fingerprint}:1"},
    }
    related = _related(finding)
    if related:
        told["relatedLocations"] = related
    if violation.circle:
        told["codeFlows"] = [{"threadFlows": [{"locations": _flow(violation.circle)}]}]
    if violation.fixes:
        told["fixes"] = [_fix(fix) for fix in violation.fixes]
    if marked:
        told["suppressions"] = [_suppression(finding.silence)] if finding.silence else []
    return told


def _said(finding: Finding) -> str:
    """The message, then the links of the loop and the advice, a line each."""
    head = headline(finding)
    first = head if head.endswith((".", "?", "!")) else f"{head}."
    return message("\n".join([first, *lines(finding)]))


def message(text: str) -> str:
    """Text as a SARIF message: braces would be places to fill in, and brackets before parentheses a link."""
    if "{" in text or "}" in text:
        text = text.replace("{", "{{").replace("}", "}}")
    return _LINK.sub(r"\\[", text)


def _related(finding: Finding) -> list[dict[str, Any]]:
    """The links of the loop, then the other places; each once, and numbered."""
    return [
        {"id": number, "physicalLocation": place_of(place), "message": {"text": message(text)}}
        for number, (place, text) in enumerate(related(finding).items(), start=1)
    ]


def _flow(circle: tuple[Step, ...]) -> list[dict[str, Any]]:
    """The loop link by link, as it is read, until it is back where it began."""
    return [
        {"location": {"physicalLocation": place_of(place), "message": {"text": message(link(step))}}}
        for step in circle
        for place in step.places
    ]


def _fix(fix: Fix) -> dict[str, Any]:
    by_path: dict[str, list[Edit]] = {}
    for edit in edits_of(fix):
        by_path.setdefault(edit.place.path, []).append(edit)
    return {
        "description": {"text": message(fix.title)},
        "artifactChanges": [
            {"artifactLocation": file_of(path), "replacements": [_replacement(edit) for edit in edits]}
            for path, edits in by_path.items()
        ],
        "properties": {"safe": fix.safe},
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    told: dict[str, Any] = {"deletedRegion": region(edit.place)}
    return {**told, "insertedContent": {"text": edit.text}} if edit.text else told


def _suppression(silence: Silence) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": "inSource" if silence.by == "ignore" else "external", "status": "accepted"}
    if silence.reason:
        told["justification"] = silence.reason
    if silence.place:
        told["location"] = {"physicalLocation": place_of(silence.place)}
    return told
