"""Findings as an editor shows them."""

import pytest
from lsprotocol.types import Diagnostic, DiagnosticSeverity, DiagnosticTag

from goalgraph.lsp.client import Client
from goalgraph.lsp.diagnostics import diagnostics
from tests.lsp.views import ABLE, look

LOOP = """\
value trust "Trust"
objective success "The portal is a success"
    serves adoption
objective adoption "Everybody uses the portal"
    serves success
means desk "Help desk"
    serves trust, trust
"""


def shown(text: str = LOOP, others: dict[str, str] | None = None, client: Client = ABLE) -> dict[object, Diagnostic]:
    """The diagnostics of `map.strat`, by their codes."""
    view = look(text, others, client).view
    findings = [each for each in view.analysis.findings if each.place.path == "map.strat"]
    return {each.code: each for each in diagnostics(findings, client, view.addresses)}


def test_a_loop_is_one_diagnostic_with_every_link_as_related_information() -> None:
    loop = shown()["closed-loop"]
    assert loop.severity is DiagnosticSeverity.Error
    assert loop.source == "goalgraph"
    assert [
        (each.location.uri, each.location.range.start.line, each.message) for each in loop.related_information or ()
    ] == [
        ("file:///map.strat", 2, '"The portal is a success" (`success`) serves `adoption`'),
        ("file:///map.strat", 4, '"Everybody uses the portal" (`adoption`) serves `success`'),
    ]


def test_links_in_other_files_are_shown_where_they_stand() -> None:
    here, adoption, rest = LOOP.partition('objective adoption "Everybody uses the portal"\n    serves success\n')
    loop = shown(here + rest, {"other.strat": adoption})["closed-loop"]
    assert [(each.location.uri, each.location.range.start.line) for each in loop.related_information or ()] == [
        ("file:///map.strat", 2),
        ("file:///other.strat", 1),
    ]


def test_an_editor_without_related_information_reads_the_links_in_the_message() -> None:
    able, unable = shown()["closed-loop"], shown(client=ABLE._replace(related_information=False))["closed-loop"]
    link = '1. "The portal is a success" (`success`) serves `adoption` (map.strat:3:5)'
    assert unable.related_information is None
    assert link in unable.message
    assert link not in able.message


def test_the_first_line_says_what_is_wrong_and_the_rest_why_and_what_helps() -> None:
    first, *rest = shown()["closed-loop"].message.splitlines()
    assert first == '"The portal is a success" is its own purpose: no value is ever reached'
    assert [line.split(":")[0] for line in rest if line[0] != " "][:2] == ["why", "help"]


def test_the_page_of_the_rule_is_a_click_away() -> None:
    page = shown()["closed-loop"].code_description
    assert page is not None
    assert page.href.startswith("file://")
    assert page.href.endswith("/rules/circularity/closed_loop.md")
    assert shown(client=ABLE._replace(code_description=False))["closed-loop"].code_description is None


def test_what_could_go_without_being_missed_is_faded() -> None:
    assert shown()["repeated-link"].tags == [DiagnosticTag.Unnecessary]
    assert shown()["closed-loop"].tags is None
    assert shown(client=ABLE._replace(tags=False))["repeated-link"].tags is None


@pytest.mark.parametrize(("title", "column"), [("Trust", 12), ("😀 Trust", 12), ("Vertrauen\u202e", 12)])
def test_ranges_count_as_the_editor_does_and_text_obeys_nobody(title: str, column: int) -> None:
    told = shown(f'value trust "{title}\x1b[31m"\nmeans desk "Help"\n    serves trist\n')["unknown-name"]
    assert (told.range.start.line, told.range.start.character) == (2, column - 1)
    assert "\x1b" not in told.message
