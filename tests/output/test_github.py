"""Findings as commands of GitHub's workflows, and the summary of a job."""

import re
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from goalgraph.output import github, job_summary
from goalgraph.output.plain import harmless
from goalgraph.output.verdict import Verdict, summary
from tests.output.verdicts import HOSTILE_PATHS, documents, example, hostile, text

_COMMAND = re.compile(r"::(?P<command>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")
_MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})


class Command:
    """A command as GitHub's runner takes it apart."""

    def __init__(self, line: str) -> None:
        match = _COMMAND.fullmatch(line)
        assert match, line
        self.command = match["command"]
        # Nothing but what has to be escaped is.
        assert not set(re.findall("%..", line)) - {"%25", "%0D", "%0A", "%3A", "%2C"}
        pairs = (each.split("=", 1) for each in match["properties"].split(","))
        self.properties = {key: unquote(value, errors="surrogateescape") for key, value in pairs}
        self.message = unquote(match["message"])


def commands(verdict: Verdict) -> list[Command]:
    """The commands; the last line is the summary."""
    lines = github.render(verdict).removesuffix("\n").split("\n")
    assert lines[-1] == summary(verdict)
    unchecked = len(verdict.unchecked)
    assert lines[len(lines) - 1 - unchecked : -1] == list(verdict.unchecked)
    return [Command(line) for line in lines[: len(lines) - 1 - unchecked]]


@pytest.mark.parametrize("name", sorted(documents()))
def test_every_finding_that_counts_is_a_command(name: str) -> None:
    verdict = documents()[name]
    told = commands(verdict)
    words = {"error": "error", "warning": "warning", "notice": "info"}
    assert [words[each.command] for each in told] == [finding.severity.word for finding in verdict.findings]
    for each, finding in zip(told, verdict.findings, strict=True):
        assert each.properties["file"] == harmless(finding.place.path)
        assert each.properties["line"] == str(finding.place.line)
        assert each.properties["title"] == finding.rule


@pytest.mark.parametrize("name", [name for name in sorted(documents()) if name != "hostile"])
def test_the_message_has_every_link_of_the_loop(name: str) -> None:
    verdict = documents()[name]
    for each, finding in zip(commands(verdict), verdict.findings, strict=True):
        assert each.message.startswith(finding.message)
        for step in finding.violation.circle:
            assert f"{step.reading} `{step.target}` ({', '.join(place.where for place in step.places)})" in each.message


def test_what_a_runner_would_obey_is_escaped() -> None:
    written = github.render(text('means a "100% sure\\n::error::no"\n'))
    place = "file=map.strat,line=1,endLine=1,col=7,endColumn=8"
    assert written.startswith(f'::error {place},title=no-why::"100%25 sure ::error::no" (`a`) has no why')
    assert {each.properties["file"] for each in commands(hostile())} == set(map(harmless, HOSTILE_PATHS))
    assert "\x1b" not in github.render(hostile())


def test_columns_are_left_out_where_a_place_spans_lines() -> None:
    told = commands(text('value v "V"\nmeans a """\n    never'))
    assert all(("col" in each.properties) == (each.properties["line"] == each.properties["endLine"]) for each in told)


def test_a_failure_is_a_command() -> None:
    assert github.render_failure("ValueError: 100%\nno") == (
        "::error title=goalgraph::goalgraph itself failed: ValueError: 100%25%0Ano\n"
    )


# The summary of a job


def shown(markdown: str) -> tuple[str, str]:
    """What Markdown comes to: its HTML, and its text alone."""
    tokens = [token for each in _MARKDOWN.parse(markdown) for token in (each, *(each.children or ()))]
    said = [token.content for token in tokens if token.type in ("text", "code_inline", "text_special")]
    return _MARKDOWN.render(markdown), "".join(said)


@pytest.mark.parametrize("name", sorted(documents()))
def test_the_summary_has_every_finding_and_nothing_that_was_not_meant(name: str) -> None:
    verdict = documents()[name]
    html, _ = shown(job_summary.render(verdict))
    assert html.count("<h3>") == len(verdict.findings)
    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= {"h2", "h3", "p", "br", "code", "ol", "ul", "li"}


@pytest.mark.parametrize("name", [name for name in sorted(documents()) if name != "hostile"])
def test_the_summary_says_what_is_wrong_and_shows_every_link(name: str) -> None:
    verdict = documents()[name]
    _, said = shown(job_summary.render(verdict))
    assert summary(verdict) in said
    for finding in verdict.findings:
        assert f"{finding.severity.word}: {finding.rule}" in said
        assert finding.message in said
        for step in finding.violation.circle:
            assert f"{step.reading} `{step.target}` {', '.join(place.where for place in step.places)}" in said


def test_the_summary_is_never_too_large_to_be_shown() -> None:
    verdict = text("".join(f'means m{number} "{"long " * 50}"\n' for number in range(5_000)))
    written = job_summary.render(verdict)
    assert len(written.encode()) < 1_000_000
    assert re.search(r"… and \d+ more findings, which the log of the job has", written)
    assert "more finding" not in job_summary.render(example("portal")).replace("more elements", "")


def test_the_summary_of_a_failure_says_so() -> None:
    assert shown(job_summary.render_failure("ValueError: <b>\n*x*"))[1] == (
        "goalgraphgoalgraph itself failed: ValueError: <b> *x*"
    )
