"""Findings for reviewdog."""

import json
from pathlib import Path
from typing import Any

import pytest

from goalgraph.output.rdjson import render, render_failure
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source
from tests.output.validators import needs_rdformat, rdformat
from tests.output.verdicts import MODELS, documents, model, needs_models, text, verdict_of


def diagnostics(verdict: Verdict) -> list[dict[str, Any]]:
    read = json.loads(render(verdict))
    assert read["source"] == {"name": "goalgraph"}
    found: list[dict[str, Any]] = read["diagnostics"]
    return found


def start(location: dict[str, Any]) -> tuple[str, int, int]:
    position = location["range"]["start"]
    return location["path"], position["line"], position["column"]


@needs_rdformat
def test_the_validator_has_nothing_against_any_document(tmp_path: Path) -> None:
    written = {name: render(verdict) for name, verdict in documents().items()}
    assert rdformat({**written, "failure": render_failure('ValueError: "a\nb" \u202e')}, tmp_path) == []


@needs_rdformat
@needs_models
def test_the_validator_has_nothing_against_models_of_other_people(tmp_path: Path) -> None:
    assert rdformat({f"model-{number}": render(model(path)) for number, path in enumerate(MODELS)}, tmp_path) == []


@needs_rdformat
def test_the_validator_is_one_that_complains(tmp_path: Path) -> None:
    assert rdformat({"broken": render(text("means a\n")).replace('"message"', '"massage"')}, tmp_path) != []


@pytest.mark.parametrize("name", sorted(documents()))
def test_every_finding_that_counts_is_told_with_the_links_of_its_loop(name: str) -> None:
    verdict = documents()[name]
    told = diagnostics(verdict)
    assert [each["code"]["value"] for each in told] == [finding.rule for finding in verdict.findings]
    for each, finding in zip(told, verdict.findings, strict=True):
        assert each["severity"] == finding.severity.word.upper()
        assert each["location"]["path"] == finding.place.path
        assert each["message"].startswith(finding.message)
        places = [(place.path, place.line) for step in finding.violation.circle for place in step.places]
        related = [start(related["location"])[:2] for related in each.get("related_locations", ())]
        assert related[: len(places)] == places


def test_columns_count_bytes_of_utf_8() -> None:
    told = diagnostics(text('means a "👍é" {\n'))[-1]
    assert told["location"]["range"] == {"start": {"line": 1, "column": 18}, "end": {"line": 1, "column": 19}}


def test_a_safe_fix_of_one_edit_is_a_suggestion() -> None:
    found = diagnostics(text('value v "V"\nobjective o "O"\n    serves v\nmeans a\n    feeds o\n'))
    told = next(each for each in found if each["code"]["value"] == "loose-feeds")
    place = {"start": {"line": 5, "column": 5}, "end": {"line": 5, "column": 10}}
    assert told["suggestions"] == [{"range": place, "text": "serves"}]
    assert "suggestions" not in render(text("means a\n    serves b\nmeans b\n    serves a\n"))


def test_a_place_at_the_very_end_of_a_file_is_in_it() -> None:
    source = Source("map.strat", "means a\n    serves b")
    (told,) = diagnostics(verdict_of(source))
    assert told["location"]["range"]["end"] == {"line": 2, "column": 13}


def test_a_failure_says_so() -> None:
    (told,) = json.loads(render_failure("ValueError: no"))["diagnostics"]
    assert (told["severity"], told["message"]) == ("ERROR", "goalgraph itself failed: ValueError: no")
