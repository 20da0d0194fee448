"""Findings as GitLab's Code Quality report."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from goalgraph.finding import Severity
from goalgraph.output.gitlab import render, render_failure
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source
from tests.output.validators import SCHEMAS
from tests.output.verdicts import documents, text, verdict_of

SCHEMA = json.loads((SCHEMAS / "gitlab-code-quality.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def issues(verdict: Verdict) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(render(verdict))
    VALIDATOR.validate(read)
    return read


@pytest.mark.parametrize("name", sorted(documents()))
def test_every_finding_that_counts_is_an_issue(name: str) -> None:
    verdict = documents()[name]
    told = issues(verdict)
    assert [each["check_name"] for each in told] == [finding.rule for finding in verdict.findings]
    assert [each["severity"] for each in told] == [SEVERITIES[finding.severity] for finding in verdict.findings]
    assert len({each["fingerprint"] for each in told}) == len(told)
    for each, finding in zip(told, verdict.findings, strict=True):
        assert each["location"]["path"] == finding.place.path
        assert each["location"]["lines"]["begin"] == finding.place.line
        assert each["description"].startswith(finding.message)


@pytest.mark.parametrize("name", sorted(documents()))
def test_the_links_of_a_loop_are_described_and_have_their_places(name: str) -> None:
    verdict = documents()[name]
    for each, finding in zip(issues(verdict), verdict.findings, strict=True):
        places = {(place.path, place.line) for step in finding.violation.circle for place in step.places}
        others = each.get("other_locations", [])
        assert places <= {(other["path"], other["lines"]["begin"]) for other in others}
        for step in finding.violation.circle:
            assert f" -> {step.target}" in each["description"]
            assert all(place.where in each["content"]["body"] for place in step.places)


def test_a_fingerprint_outlives_moved_lines_and_renamed_files() -> None:
    content = "means a\n    serves b\nmeans b\n    serves a\n!\n!\n"
    before = {each["fingerprint"] for each in issues(text(content))}
    assert {each["fingerprint"] for each in issues(verdict_of(Source("x/y.strat", f"# new\n\n{content}")))} == before


def test_nothing_found_is_an_empty_list() -> None:
    assert render(Verdict([], [])) == "[]\n"


def test_a_failure_is_a_valid_report() -> None:
    read = json.loads(render_failure('ValueError: "a\nb" \u202e'))
    VALIDATOR.validate(read)
    assert [each["severity"] for each in read] == ["blocker"]
