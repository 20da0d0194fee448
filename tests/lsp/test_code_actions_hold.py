"""What holds of every action, over all pages of rules, all examples, and maps nobody thought of."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from goalgraph.analysis import Analysis, analyse
from goalgraph.config import Config
from goalgraph.finding import Finding, Severity
from goalgraph.fixing import edited
from goalgraph.lsp.actions.fix_all import safely_mended
from goalgraph.lsp.actions.offers import Offer
from goalgraph.lsp.actions.quick_fixes import quick_fixes
from goalgraph.lsp.code_actions import touched
from goalgraph.lsp.view import Addresses, View
from goalgraph.model.links import Relation
from goalgraph.rules.catalogue import RULES
from goalgraph.source import Source
from tests.helpers import blocks
from tests.laws.maps import Map, maps, text_of
from tests.lsp.views import ABLE

EXAMPLES = Path(__file__).parents[2] / "examples"
# Rules that are off by default are switched on, so that each is seen.
ALL_ON = Config(severities={rule.slug: Severity.WARNING for rule in RULES if rule.severity is Severity.OFF})

BROKEN = """\
value trust "Trust
objective calm "Calls are answered"
    serves trust, trust
    sirves trust
    serves calmm, calm because \"\"\"of
  it\"\"\"
    serves trust strongly because "open
means portal "Portal" # goalgraph: ignore no-why, silo
    serves training, portl
    feeds portal
means training \"\"\"Training
  of all\"\"\" # said
    serves portal
    owner nobody
    until 2025-13-01
"""


def _pages() -> Iterator[tuple[str, dict[str, str]]]:
    for rule in RULES:
        for info, text, line in blocks(rule.page):
            if info.startswith("strat"):
                yield f"{rule.slug}-{line}", {"map.strat": text}


def _folders() -> Iterator[tuple[str, dict[str, str]]]:
    for folder in sorted({path.parent for path in EXAMPLES.rglob("*.strat")}):
        yield folder.name, {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.strat"))}


MAPS = [
    *_pages(),
    *_folders(),
    ("broken", {"map.strat": BROKEN}),
    ("broken-crlf", {"map.strat": BROKEN.replace("\n", "\r\n")}),
    ("unclosed", {"map.strat": 'means a\n    serves who\n    note """\nof old"""\n    serves b\n\nmeans b\n'}),
]
each_map = pytest.mark.parametrize("files", [files for _, files in MAPS], ids=[name for name, _ in MAPS])


def analysed(files: dict[str, str]) -> Analysis:
    return analyse([Source(path, text) for path, text in files.items()], ALL_ON)


def views(analysis: Analysis) -> list[View]:
    return [
        View(analysis, at, ABLE, Addresses(lambda path: f"file:///{path}")) for at in range(len(analysis.map.documents))
    ]


def offered(analysis: Analysis) -> list[Offer]:
    """All that is offered anywhere, each once."""
    found: dict[Offer, None] = {}
    for view in views(analysis):
        for finding, _ in touched(view, 0, len(view.source.text)):
            for place in finding.places():
                if place.source is view.source:
                    found.update(dict.fromkeys(quick_fixes(view, [(finding, place)])))
    return list(found)


def after(analysis: Analysis, offer: Offer) -> Analysis:
    sources = [document.source for document in analysis.map.documents]
    return analyse(
        [edited(source, [edit for edit in offer.edits if edit.place.source is source]) for source in sources], ALL_ON
    )


def counted(findings: tuple[Finding, ...]) -> Counter[tuple[str, tuple[str, ...], str]]:
    return Counter(finding.identity for finding in findings)


def wrong(analysis: Analysis) -> int:
    return sum(finding.rule == "syntax-error" for finding in analysis.findings)


def is_ignore(offer: Offer) -> bool:
    return offer.title.startswith("Ignore `")


@each_map
def test_each_action_removes_the_findings_that_it_mends_and_breaks_no_line(files: dict[str, str]) -> None:
    before = analysed(files)
    for offer in offered(before):
        now = after(before, offer)
        assert wrong(now) <= wrong(before), offer.title
        for finding in offer.mends:
            assert counted(now.findings)[finding.identity] < counted(before.findings)[finding.identity], offer.title


@each_map
def test_ignoring_silences_what_it_is_about_and_only_asks_for_the_reason(files: dict[str, str]) -> None:
    before = analysed(files)
    for offer in offered(before):
        if not is_ignore(offer):
            continue
        now = after(before, offer)
        assert counted(now.findings + now.silenced).keys() >= counted(before.findings + before.silenced).keys()
        (finding,) = offer.mends
        gone = counted(before.findings) - counted(now.findings)
        assert finding.identity in gone
        assert {rule for rule, _, _ in gone} == {finding.rule}
        new = counted(now.findings) - counted(before.findings)
        assert [rule for rule, _, _ in new] == ["ignore-without-reason"]


@each_map
def test_titles_can_be_told_apart_and_say_what_they_are_about(files: dict[str, str]) -> None:
    for view in views(analysed(files)):
        for each in touched(view, 0, len(view.source.text)):
            titles = [offer.title for offer in quick_fixes(view, [each])]
            assert len(titles) == len(set(titles))
            assert all(title[0].isupper() and "\n" not in title for title in titles)
            assert not [title for title in titles if title.split(":")[0].endswith(" it")]


@each_map
def test_after_all_is_mended_no_safe_fix_is_left_in_the_file(files: dict[str, str]) -> None:
    before = analysed(files)
    for view in views(before):
        mended = edited(view.source, safely_mended(view))
        sources = [document.source for document in before.map.documents if document.source is not view.source]
        now = analyse([*sources, mended], ALL_ON)
        assert wrong(now) <= wrong(before)
        assert not [
            fix.title
            for finding in now.findings
            if finding.place.source is mended
            for fix in finding.violation.fixes
            if fix.safe
        ]


@given(maps(relations=(Relation.SERVES, Relation.NEEDS), least=3, least_links=6, most_links=24, attributes=False))
def test_a_link_that_is_said_to_open_its_loop_does(elements: Map) -> None:
    before = analysed({"map.strat": text_of(elements)})
    for offer in offered(before):
        for finding in offer.mends:
            if finding.violation.cut and not is_ignore(offer):
                now = after(before, offer)
                members = set(finding.violation.loop)
                assert not [loop for loop in now.graph.loop_sets if loop <= members], offer.title


@given(maps(relations=(Relation.SERVES, Relation.NEEDS), least=3, least_links=6, most_links=24, attributes=False))
def test_a_loop_that_is_said_to_stay_does(elements: Map) -> None:
    before = analysed({"map.strat": text_of(elements)})
    for offer in offered(before):
        if offer.title.endswith("(other circles stay)"):
            assert not offer.mends
            assert after(before, offer).graph.loop_sets
