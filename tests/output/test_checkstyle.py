"""Findings as Checkstyle's XML."""

from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from goalgraph.output.checkstyle import render, render_failure
from goalgraph.output.plain import source_name
from goalgraph.output.verdict import Verdict
from tests.output.verdicts import PATHS, documents, hostile, text


def errors(document: str) -> list[tuple[Element, Element]]:
    """Every error with its file."""
    root = fromstring(document.encode(errors="backslashreplace"))
    assert (root.tag, root.get("version")) == ("checkstyle", "10.0")
    assert {file.tag for file in root} <= {"file"}
    assert all(error.tag == "error" and len(error) == 0 for file in root for error in file)
    names = [file.get("name") for file in root]
    assert len(names) == len(set(names))
    return [(file, error) for file in root for error in file]


@pytest.mark.parametrize("name", [name for name in sorted(documents()) if name != "hostile"])
def test_every_finding_that_counts_is_an_error_in_its_file(name: str) -> None:
    verdict = documents()[name]
    told = [
        (file.get("name"), *(error.get(key) for key in ("line", "column", "severity", "source")))
        for file, error in errors(render(verdict))
    ]
    assert told == [
        (each.place.path, f"{each.place.line}", f"{each.place.column}", each.severity.word, source_name(each))
        for each in verdict.findings
    ]
    assert all(error.get("source", "").count(".") == 2 for _, error in errors(render(verdict)))


@pytest.mark.parametrize("name", [name for name in sorted(documents()) if name != "hostile"])
def test_the_message_has_every_link_of_the_loop(name: str) -> None:
    verdict = documents()[name]
    for (_, error), finding in zip(errors(render(verdict)), verdict.findings, strict=True):
        message = error.get("message", "")
        assert message.startswith(finding.message)
        for step in finding.violation.circle:
            assert f"{step.reading} `{step.target}` ({', '.join(place.where for place in step.places)})" in message


def test_whatever_stands_in_titles_and_names_of_files_is_well_formed() -> None:
    told = errors(render(hostile()))
    assert len(told) == len(hostile().findings)
    names = {file.get("name") for file, _ in told}
    assert {path for path in PATHS if path.isprintable()} <= names
    assert {"line\nbreak\ufffd.strat", "esc\ufffd[31m\ufffd.strat", "not-\ufffd-utf-8.strat"} <= names


def test_nothing_found_is_a_document_without_files() -> None:
    assert errors(render(Verdict([], []))) == []
    assert errors(render(text("unit a\n"))) == []


def test_a_failure_of_goalgraph_is_an_error() -> None:
    ((_, error),) = errors(render_failure('ValueError: "a\nb" <\u202e>'))
    assert error.get("message") == 'goalgraph itself failed: ValueError: "a\nb" <\ufffd>'
