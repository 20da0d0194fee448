"""Findings as results of tests, as Jenkins reads them."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import xmlschema
from defusedxml.ElementTree import fromstring

from goalgraph.finding import Severity
from goalgraph.output.junit import render, render_failure
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source
from tests.output.validators import SCHEMAS
from tests.output.verdicts import documents, example, text, verdict_of

SCHEMA = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))


def suites(document: str) -> list[Element]:
    """The suites of a document that Jenkins would read."""
    SCHEMA.validate(document)
    root = fromstring(document.encode(errors="backslashreplace"))
    assert root.tag == "testsuites"
    for element in (root, *root):
        cases = list(element.iter("testcase"))
        assert int(element.get("tests", "")) == len(cases)
        assert int(element.get("failures", "")) == sum(case.find("failure") is not None for case in cases)
        assert int(element.get("errors", "")) == sum(case.find("error") is not None for case in cases)
    return list(root)


def cases(verdict: Verdict) -> list[Element]:
    return [case for suite in suites(render(verdict)) for case in suite]


@pytest.mark.parametrize("name", sorted(documents()))
def test_what_makes_the_command_fail_is_a_failure_and_the_rest_is_skipped(name: str) -> None:
    verdict = documents()[name]
    for level in Severity.ERROR, Severity.WARNING, Severity.INFO:
        told = [case for case in cases(verdict.ending(level)) if len(case)]
        assert len(told) == len(verdict.findings)
        failing = sum(finding.severity >= level for finding in verdict.findings)
        assert [sum(case.find(tag) is not None for case in told) for tag in ("failure", "skipped")] == [
            failing,
            len(told) - failing,
        ]


@pytest.mark.parametrize("name", [name for name in sorted(documents()) if name != "hostile"])
def test_the_text_of_a_case_has_the_place_and_every_link_of_the_loop(name: str) -> None:
    verdict = documents()[name]
    told = {case[0].text or "" for case in cases(verdict) if len(case)}
    for finding in verdict.findings:
        (body,) = [each for each in told if each.startswith(f"{finding.place.where}: {finding.message}")]
        for step in finding.violation.circle:
            assert f"{step.reading} `{step.target}` ({', '.join(place.where for place in step.places)})" in body


def test_a_map_is_a_suite_and_a_rule_a_class() -> None:
    (suite,) = suites(render(example("portal")))
    assert suite.get("name") == "Marlow & Finch 2028"
    assert suite[0].get("classname") == "goalgraph.circularity.closed-loop"


def test_a_file_without_findings_is_a_test_that_passed() -> None:
    verdict = verdict_of(Source("a.strat", "means a\n"), Source("b.strat", "unit b\n"))
    assert [(case.get("name"), len(case)) for case in cases(verdict)][-1] == ("b.strat", 0)
    assert len(cases(verdict)) == 2


def test_the_name_of_a_test_stays_when_lines_move() -> None:
    before, after = (cases(text(content)) for content in ("means a\n", "# new\n\nmeans a\n"))
    assert [case.get("name") for case in before] == [case.get("name") for case in after]


def test_what_xml_can_not_hold_is_replaced() -> None:
    (case,) = cases(text('means a "x\x1b\x01\ufffe\uffff y"\n'))
    assert case.get("name") == '"x\ufffd\ufffd\ufffd\ufffd y" (`a`) has no why: it serves nothing'


def test_a_failure_of_goalgraph_is_an_error() -> None:
    (suite,) = suites(render_failure('ValueError: "a\nb" <\u202e>'))
    (case,) = suite
    error = case.find("error")
    assert error is not None
    assert error.text == 'ValueError: "a\nb" <\ufffd>'


def test_the_schema_is_that_of_jenkins() -> None:
    assert "Copyright (c) 2014, Gregory Boissinot" in Path(SCHEMAS / "junit-10.xsd").read_text(encoding="utf-8")
    assert not SCHEMA.is_valid(render(text("means a\n")).replace("classname=", "class="))
