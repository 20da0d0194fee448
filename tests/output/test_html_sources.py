"""The files of the maps on the page, and the addresses of their lines."""

import re
from html import unescape

import pytest

from goalgraph.analysis import analyse
from goalgraph.output.html import render
from goalgraph.output.html.sources import source_lines, sources
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source, Span, Unreadable
from tests.output.verdicts import ODD, documents, text, verdict_of

LOOP = 'means a "A"\n    serves b\n\nmeans b "B"\n    # why\n    needs a\n    serves a # again\n'


def shown(verdict: Verdict) -> list[str]:
    """The texts of the files as a reader sees them."""
    files = sources(verdict, source_lines(verdict)).files
    return [unescape(re.sub("<[^>]+>", "", re.sub("<a[^>]*>[^<]*</a>", "", file.text))) for file in files]


@pytest.mark.parametrize("name", [*ODD, "example-portal", "example-hospital"])
def test_the_whole_text_is_there(name: str) -> None:
    verdict = documents()[name if name.startswith("example") else f"odd-{name}"]
    texts = [document.source.text for analysis in verdict.analyses for document in analysis.map.documents]
    assert shown(verdict) == [each.removesuffix("\n") for each in texts]


def test_tabs_and_line_ends_of_windows_are_told_as_what_they_look_like() -> None:
    assert shown(text('means a\r\n\tserves b\r\n\tnote "a\rb"\r\n')) == ['means a\n    serves b\n    note "a\ufffdb"']


def test_lines_that_nobody_would_read_to_the_end_are_cut() -> None:
    assert [len(line) for line in shown(text(f'means a "{"A" * 900}"\n# {"a" * 498}\n'))[0].split("\n")] == [500, 500]


def test_every_line_has_its_number_and_the_places_of_findings_and_elements_an_address() -> None:
    (file,) = sources(text(LOOP), source_lines(text(LOOP))).files
    assert re.findall(r"<a(?: id=\"([^\"]*)\")?>(\d+) </a>", file.text) == [
        ("s+1", "1"),
        ("s+2", "2"),
        ("", "3"),
        ("s+4", "4"),
        ("", "5"),
        ("s+6", "6"),
        ("s+7", "7"),
    ]
    assert file.lines == 7


def test_words_are_marked_up() -> None:
    (file,) = sources(text(LOOP), source_lines(text(LOOP))).files
    assert file.text.split("\n")[3:] == [
        '<a id="s+4">4 </a><b>means</b> b <i>"B"</i>',
        "<a>5 </a>    <em># why</em>",
        '<a id="s+6">6 </a>    <b>needs</b> a',
        '<a id="s+7">7 </a>    <b>serves</b> a <em># again</em>',
    ]


@pytest.mark.parametrize("name", ["example-portal", "example-merger", "hostile"])
def test_every_place_on_the_page_has_an_address_that_is_there(name: str) -> None:
    verdict = documents()[name]
    lines = source_lines(verdict)
    page = render(verdict)
    read = {document.source for analysis in verdict.analyses for document in analysis.map.documents}
    places = [place for finding in verdict.all_findings for place in finding.places() if place.source in read]
    places += [element.place for analysis in verdict.analyses for element in analysis.map.elements.values()]
    assert places
    for place in places:
        assert page.count(f'id="{lines.address(place.path, place.line)}"') == 1


def test_files_of_one_name_have_addresses_of_their_own() -> None:
    paths = ("a/plan.strat", "b/plan.strat", "plan.strat", "plan+1.strat", "</pre>.strat", ".strat", "")
    verdict = verdict_of(*(Source(path, f"means m{number}\n") for number, path in enumerate(paths)))
    addresses = [source_lines(verdict).address(path, 1) for path in paths]
    assert len(set(addresses)) == len(paths)
    assert addresses[0] == "s-plan+1"
    assert all(re.fullmatch(r"s-[\w.-]+\+1", each, re.ASCII) for each in addresses)


def test_what_has_no_line_on_the_page_has_no_address() -> None:
    lines = source_lines(text(LOOP))
    assert lines.address("map.strat", 3) == ""
    assert lines.address("other.strat", 1) == ""


def test_hostile_text_stays_text() -> None:
    page = render(text('means a "</pre><script>alert(1)</script>&amp; \u202e \x1b"\n'))
    source = page[page.index('id="sources"') :]
    assert "&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp; \ufffd \ufffd" in source


@pytest.mark.parametrize("content", ["# " + "x" * 250_000, "\n" * 20_000, "means é\n" * 24_000])
def test_too_long_a_text_is_not_shown_and_that_is_said(content: str) -> None:
    verdict = verdict_of(Source("long.strat", content), Source("short.strat", LOOP))
    page = render(verdict)
    assert "is too long to be shown here. The findings show the lines they are about." in page
    assert "<details" not in page[page.index('id="sources"') :]
    assert source_lines(verdict).address("short.strat", 1) == ""


def test_a_long_text_is_not_highlighted() -> None:
    (file,) = sources(text(LOOP * 900), source_lines(text(LOOP * 900))).files
    assert set(re.findall(r"<(\w+)", file.text)) == {"a"}
    assert shown(text(LOOP * 900)) == [(LOOP * 900).removesuffix("\n")]


def test_what_could_not_be_read_is_told_with_its_reason() -> None:
    unread = Unreadable(Span(Source("secret<b>.strat", ""), 0, 0), "this is no text", "save it as UTF-8")
    page = render(verdict_of(Source("map.strat", LOOP), unread))
    assert 'Sources <span class="count">2</span>' in page
    assert "<bdi>secret&lt;b&gt;.strat</bdi>" in page
    assert "could not be read: this is no text" in page


def test_files_are_closed_and_scroll_by_keyboard() -> None:
    page = render(text(LOOP))
    assert '<details class="file" id="s"><summary><bdi>map.strat</bdi> <span class="count">7 lines</span>' in page
    assert '<pre tabindex="0" role="region" aria-label="Text of map.strat">' in page


def test_without_a_file_there_is_no_section() -> None:
    assert 'id="sources"' not in render(Verdict([], []))


def test_a_file_that_is_in_two_maps_is_shown_once() -> None:
    analyses = [analyse([Source("map.strat", LOOP)]) for _ in range(2)]
    page = render(Verdict(analyses, [finding for each in analyses for finding in each.findings]))
    assert page.count('id="s-map"') == 1
