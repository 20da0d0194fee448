"""Findings as JSON, one object a line, for programs that read as it comes: see `schema/lines-1.json`."""

import json
from typing import Any

from goalgraph.output.json_format import empty_summary, escaped, finding_as_data, summary_as_data
from goalgraph.output.verdict import Verdict

SCHEMA = "urn:goalgraph:schema:lines:1"
VERSION = 1


def render(verdict: Verdict) -> str:
    """A line a finding, as in `json`, those that don't count included; the last line has the counts."""
    last = {"summary": summary_as_data(verdict), "unchecked": list(verdict.unchecked)}
    return _written(*map(finding_as_data, verdict.all_findings), _last(last))


def render_failure(message: str) -> str:
    """One line: that goalgraph itself failed."""
    return _written(_last({"summary": empty_summary(), "unchecked": [], "failure": message}))


def _last(content: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": SCHEMA, "version": VERSION, **content}


def _written(*objects: dict[str, Any]) -> str:
    return escaped("".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in objects))
