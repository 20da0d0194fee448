"""With scripts off, as mail programs have it, everything is there and nothing is dead."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.maps import PAGES, page_called
from tests.browser.opening import Opener
from tests.output.verdicts import EXAMPLES, example

if TYPE_CHECKING:
    from playwright.sync_api import Page

CONTROLS = "button, input, select, textarea, [role=button], [role=tab], [role=checkbox], [contenteditable]"
CIRCLES = ("closed-loop", "tangled-loop", "deadlock", "idle-flywheel", "own-purpose")
MATTERS = ":is(article, table, tr, svg, h1, h2, h3, h4, ol, dl, pre)"


def visible(page: "Page", selector: str) -> int:
    return page.locator(selector).filter(visible=True).count()


@pytest.mark.parametrize("name", EXAMPLES)
def test_verdict_findings_map_and_elements_of_an_example_are_there(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name), scripts=False)
    findings = example(name).findings
    assert visible(page, "h1") == 1
    assert visible(page, "#findings-section article.card[id^=f-]") == len(findings)
    assert visible(page, "#findings-section article.card h4") == len(findings)
    assert visible(page, "tr[id^=e-]") == example(name).elements
    circles = any(finding.rule in CIRCLES for finding in findings)
    assert visible(page, "section.verdict .picture svg") == circles
    assert (visible(page, "section.verdict ol.chain li") > 1) == circles
    assert visible(page, "svg.map:not(.small) a.box") > 2


@pytest.mark.parametrize("name", PAGES)
def test_no_control_or_link_is_dead_and_nothing_that_matters_is_hidden(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name), scripts=False)
    assert page.locator(CONTROLS).filter(visible=True).evaluate_all("all => all.map(e => e.outerHTML)") == []
    hrefs = page.locator("a[href^='#']").evaluate_all("all => all.map(e => e.getAttribute('href').slice(1))")
    ids = page.locator("[id]").evaluate_all("all => all.map(e => e.id)")
    assert set(hrefs) <= set(ids)
    hidden = page.locator(f"[hidden] {MATTERS}, {MATTERS}[hidden]")
    assert hidden.evaluate_all("all => all.map(e => e.outerHTML.slice(0, 200))") == []


@pytest.mark.parametrize("name", ["portal", "merger", "folded"])
def test_with_scripts_nothing_is_gone_that_was_there_without(open_page: Opener, name: str) -> None:
    told = [
        open_page(page_called(name), scripts=scripts)
        .locator("[id]")
        .filter(visible=True)
        .evaluate_all("all => all.map(each => each.id)")
        for scripts in (False, True)
    ]
    assert set(told[0]) <= set(told[1])
