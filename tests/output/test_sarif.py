"""Findings as SARIF: what a code host needs to show them, and to know them again."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest

from goalgraph.finding import Severity
from goalgraph.output.sarif import render, render_failure
from goalgraph.output.verdict import Verdict
from goalgraph.rules.catalogue import RULES
from goalgraph.source import Source
from tests.output.validators import multitool, needs_multitool, sarif_schema
from tests.output.verdicts import (
    HOSTILE_PATHS,
    MODELS,
    documents,
    example,
    hostile,
    model,
    needs_models,
    text,
    verdict_of,
)

LOOP = 'means a "A"\n    serves b\nmeans b "B"\n    serves c\nmeans c "C"\n    serves a\n'


def run_of(verdict: Verdict) -> dict[str, Any]:
    (run,) = json.loads(render(verdict))["runs"]
    assert isinstance(run, dict)
    return run


def results(verdict: Verdict) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run_of(verdict)["results"]
    return found


def where(location: dict[str, Any]) -> tuple[str, int, int]:
    physical = location["physicalLocation"]
    region = physical["region"]
    return physical["artifactLocation"]["uri"], region["startLine"], region["startColumn"]


# What others say


@needs_multitool
def test_the_multitool_has_nothing_against_any_document(tmp_path: Path) -> None:
    written = {name: render(verdict) for name, verdict in documents().items()}
    assert multitool(written, tmp_path) == []
    assert sarif_schema(written, tmp_path) == ""


@needs_multitool
@needs_models
def test_the_multitool_has_nothing_against_ten_models_of_other_people(tmp_path: Path) -> None:
    written = {f"model-{number}": render(model(path)) for number, path in enumerate(MODELS)}
    assert len(written) == 10
    assert any("codeFlows" in document for document in written.values())
    assert multitool(written, tmp_path) == []
    assert sarif_schema(written, tmp_path) == ""


@needs_multitool
def test_the_multitool_is_one_that_complains(tmp_path: Path) -> None:
    broken = render(example("portal")).replace('"startLine": ', '"startLine": -')
    assert multitool({"broken": broken}, tmp_path) != []
    assert sarif_schema({"broken": broken}, tmp_path) != ""


@needs_multitool
def test_a_failure_is_valid_and_says_so(tmp_path: Path) -> None:
    written = render_failure('ValueError: "a\nb" \u202e {0}')
    assert sarif_schema({"failure": written}, tmp_path) == ""
    (run,) = json.loads(written)["runs"]
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"], run["results"]) == (False, 3, [])
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["level"] == "error"
    assert notification["message"]["text"].startswith('goalgraph itself failed: ValueError: "a\nb" \u202e')


# What it says


@pytest.mark.parametrize("name", sorted(documents()))
def test_every_finding_is_a_result_in_order(name: str) -> None:
    verdict = documents()[name]
    told = results(verdict)
    assert [each["ruleId"] for each in told] == [finding.rule for finding in verdict.all_findings]
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    assert [each["level"] for each in told] == [levels[finding.severity] for finding in verdict.all_findings]
    for each, finding in zip(told, verdict.all_findings, strict=True):
        (location,) = each["locations"]
        assert where(location)[1:] == (finding.place.line, finding.place.column)
        assert each["ruleIndex"] == next(number for number, rule in enumerate(RULES) if rule.slug == finding.rule)


@pytest.mark.parametrize("name", sorted(documents()))
def test_every_link_of_a_loop_is_a_related_place_and_a_step_of_a_flow(name: str) -> None:
    verdict = documents()[name]
    for each, finding in zip(results(verdict), verdict.all_findings, strict=True):
        circle = finding.violation.circle
        assert ("codeFlows" in each) == bool(circle)
        places = [(place.line, place.column) for step in circle for place in step.places]
        related = [where(location)[1:] for location in each.get("relatedLocations", ())]
        assert set(places) <= set(related)
        assert [location["id"] for location in each.get("relatedLocations", ())] == list(range(1, len(related) + 1))
        if circle:
            (flow,) = each["codeFlows"]
            (thread,) = flow["threadFlows"]
            assert [where(step["location"])[1:] for step in thread["locations"]] == places
            assert f"[{' -> '.join([*(step.name for step in circle), circle[0].name])}]" in each["message"]["text"]


def test_the_links_of_a_loop_are_told_in_words() -> None:
    (result,) = results(text(LOOP))
    (thread,) = result["codeFlows"][0]["threadFlows"]
    said = ['"A" (`a`) serves `b`', '"B" (`b`) serves `c`', '"C" (`c`) serves `a`']
    assert [step["location"]["message"]["text"] for step in thread["locations"]] == said
    assert [location["message"]["text"] for location in result["relatedLocations"]] == said


def test_a_rule_is_described_whole() -> None:
    rules = run_of(text(LOOP))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.slug for rule in RULES]
    told = next(rule for rule in rules if rule["id"] == "closed-loop")
    assert told["name"] == "ClosedLoop"
    assert told["help"]["markdown"].startswith("# ")
    assert told["defaultConfiguration"] == {"level": "error", "enabled": True}
    assert "circularity" in told["properties"]["tags"]
    assert {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules}["undecided"] == "note"
    assert all(re.fullmatch(r"([A-Z][a-z]+){2,}", rule["name"]) for rule in rules)


def test_addresses_are_relative_and_percent_encoded() -> None:
    uris = {
        value["artifactLocation"]["uri"]
        for result in results(hostile())
        for value in _objects(result, "artifactLocation")
    }
    assert all(re.fullmatch(r"[A-Za-z0-9_.~/%-]+", uri) and not uri.startswith("/") for uri in uris)
    decoded = {unquote_to_bytes(uri).decode(errors="surrogateescape") for uri in uris}
    assert decoded == HOSTILE_PATHS
    assert {
        location["uriBaseId"] for result in results(hostile()) for location in _values(result, "artifactLocation")
    } == {"SRCROOT"}
    assert "uri" not in run_of(hostile())["originalUriBaseIds"]["SRCROOT"]


def _objects(value: Any, key: str) -> list[dict[str, Any]]:
    """Every object anywhere in a value that has a key."""
    if isinstance(value, dict):
        return ([value] if key in value else []) + [each for inner in value.values() for each in _objects(inner, key)]
    return [each for inner in value for each in _objects(inner, key)] if isinstance(value, list) else []


def _values(value: Any, key: str) -> list[Any]:
    return [each[key] for each in _objects(value, key)]


def test_columns_count_code_points_and_a_byte_order_mark_does_not_count() -> None:
    verdict = verdict_of(Source("map.strat", 'means a "👍👍" {\n', bom=True))
    region = results(verdict)[-1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 14, "endLine": 1, "endColumn": 15}
    assert run_of(verdict)["columnKind"] == "unicodeCodePoints"


def test_what_would_be_a_place_to_fill_in_or_a_link_is_text() -> None:
    (result,) = results(text('means a "Say {0} and [click](https://e.org)"\n'))
    assert result["message"]["text"].startswith(r'"Say {{0}} and \[click](https://e.org)" (`a`) has no why')


def test_a_fix_is_edits_by_file() -> None:
    found = results(text('value v "V"\nobjective o "O"\n    serves v\nmeans a\n    feeds o\n'))
    (fix, *_) = next(each for each in found if each["ruleId"] == "loose-feeds")["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "map.strat", "uriBaseId": "SRCROOT"}
    assert fix["description"]["text"] == "say `serves`"
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 5, "endLine": 5, "endColumn": 10},
            "insertedContent": {"text": "serves"},
        }
    ]


def test_what_is_silenced_is_suppressed_with_its_reason() -> None:
    verdict = text('# goalgraph: ignore no-why because "a trial"\nmeans a "A"\nmeans b "B"\n')
    ignored, counting = results(verdict)
    (suppression,) = ignored["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "a trial")
    assert where(suppression["location"])[:2] == ("map.strat", 1)
    assert counting["suppressions"] == []
    known = Verdict(verdict.analyses, [], [each._replace(silence=None) for each in verdict.findings])
    assert results(known)[0]["suppressions"] == []


def test_where_nothing_is_silenced_nothing_is_said_of_it() -> None:
    assert "suppressions" not in render(text("means a\n"))


def test_what_was_not_judged_is_a_notification() -> None:
    (invocation,) = run_of(text("means a\n    serves gone\n"))["invocations"]
    assert [each["message"]["text"] for each in invocation["toolExecutionNotifications"]] == [
        "1 link could not be followed: whatever may depend on it was not judged."
    ]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (True, 1)


def test_the_exit_code_is_that_of_the_command() -> None:
    warned = text('value v "V"\nobjective o "O"\n    serves v\nmeans a\n    feeds o\n')
    codes = [run_of(warned.ending(level))["invocations"][0]["exitCode"] for level in (None, Severity.WARNING)]
    assert codes == [0, 1]
    assert run_of(warned.ending(None, could_shrink=True))["invocations"][0]["exitCode"] == 1


# Knowing findings again

MAP = """\
strategy s "S"
value v "V"
means x "X"
means a "A"
    serves b
    serves v, gone, gone
means b "B"
    serves a
!
!
nonsense
nonsense
"""


def known(verdict: Verdict) -> list[tuple[str, str]]:
    return sorted((each["ruleId"], each["partialFingerprints"]["finding/v1"]) for each in results(verdict))


def test_all_fingerprints_of_a_run_differ() -> None:
    for verdict in documents().values():
        told = [each["partialFingerprints"]["finding/v1"] for each in results(verdict)]
        assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("map.strat", f"# one\n\n# two\n{MAP}"),
        ("moved/and renamed.strat", MAP),
        ("map.strat", MAP.replace("\n", "\r\n")),
        ("map.strat", MAP.replace("    ", "\t")),
    ],
)
def test_a_finding_is_known_again_when_lines_move_and_files_are_renamed(path: str, content: str) -> None:
    before = known(text(MAP))
    assert len(before) > 6
    assert known(verdict_of(Source(path, content))) == before


def test_a_finding_is_known_again_when_files_are_read_in_another_order() -> None:
    parts = [
        Source("a.strat", MAP),
        Source("b.strat", 'means y "Y"\n!\n'),
        Source("c.strat", "means z\n    serves gone\n!\n"),
    ]
    renamed = [Source(path, source.text) for path, source in zip(("z", "y", "x"), parts, strict=True)]
    assert known(verdict_of(*parts)) == known(verdict_of(*reversed(parts))) == known(verdict_of(*reversed(renamed)))


def test_two_maps_with_the_same_mistake_are_told_apart() -> None:
    first, second = (text(f'strategy {name} "S"\nmeans a "A"\n') for name in ("one", "two"))
    assert {rule for rule, _ in known(first)} == {rule for rule, _ in known(second)}
    assert not set(known(first)) & set(known(second))


def test_the_same_verdict_gives_the_same_bytes_with_no_time_and_no_absolute_path_in_it() -> None:
    written = render(example("portal"))
    assert written == render(example("portal"))
    assert str(Path.cwd()) not in written
    assert "Utc" not in written
    assert "\x1b" not in render(hostile())
    assert "\u202e" not in render(hostile())
