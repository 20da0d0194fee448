"""Findings as SARIF 2.1.0, which code hosts and editors read.

There is no time and no absolute path in it: the same map gives the same bytes everywhere.
"""

import json
from collections.abc import Iterable
from typing import Any

from goalgraph.output.fingerprints import fingerprints
from goalgraph.output.json_format import escaped
from goalgraph.output.sarif.places import ROOT
from goalgraph.output.sarif.results import result
from goalgraph.output.sarif.tool import tool
from goalgraph.output.verdict import Verdict

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BUG = 3


def render(verdict: Verdict) -> str:
    """All findings in order of place, those that don't count as suppressed ones."""
    found = verdict.all_findings
    marked = bool(verdict.silenced)
    results = (
        result(finding, known, marked=marked)
        for finding, known in zip(found, fingerprints(verdict, found), strict=True)
    )
    notifications = [{"level": "warning", "message": {"text": f"{text}."}} for text in verdict.unchecked]
    return _written(results, _invocation(verdict.exit_code, notifications), with_rules=True)


def render_failure(message: str) -> str:
    """A document without results that says that goalgraph itself failed."""
    said = {"level": "error", "message": {"text": f"goalgraph itself failed: {message}"}}
    return _written([], _invocation(_BUG, [said]), with_rules=False)


def _invocation(code: int, notifications: list[dict[str, Any]]) -> dict[str, Any]:
    told: dict[str, Any] = {"executionSuccessful": code != _BUG, "exitCode": code}
    return {**told, "toolExecutionNotifications": notifications} if notifications else told


def _written(results: Iterable[dict[str, Any]], invocation: dict[str, Any], *, with_rules: bool) -> str:
    """The document, a rule and a result a line: laid out whole it would take several times as long to write."""
    told = ",\n".join(map(_json, results))
    run = {
        "tool": tool(with_rules=with_rules),
        "invocations": [invocation],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which goalgraph was started."}}},
        "columnKind": "unicodeCodePoints",
    }
    head = ",\n".join(f"{_json(key)}: {_json(value)}" for key, value in run.items())
    text = f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{\n{head},\n"results": [\n{told}\n]}}]}}\n'
    return escaped(text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
