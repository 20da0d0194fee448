"""Every address of a finding and of an element takes the focus, and one that is gone does no harm."""

import pytest

from tests.browser.focus import expect_focus, focused
from tests.browser.maps import PAGES, page_called
from tests.browser.opening import Opener

IDS = "[...document.querySelectorAll('[id^=f-], [id^=e-]')].map(each => each.id)"
# Those that do not take it when the address changes.
MISSED = """async () => {
  const missed = [];
  for (const id of [...document.querySelectorAll("[id^=f-], [id^=e-]")].map((each) => each.id)) {
    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = id;
    await changed;
    const at = document.activeElement;
    if (at.id !== id || !at.checkVisibility({ visibilityProperty: true })) missed.push(id);
  }
  return missed;
}"""


@pytest.mark.parametrize("name", PAGES)
def test_each_takes_the_focus_when_the_address_changes(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name))
    assert page.evaluate(MISSED) == []
    assert page.evaluate(f"{IDS}.length") or name == "empty"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_each_takes_the_focus_when_the_page_is_opened_at_it(open_page: Opener, scripts: bool) -> None:
    page = open_page(page_called("portal"), scripts=scripts)
    addresses = page.evaluate(IDS)
    for address in addresses if scripts else addresses[::9]:
        page.goto(f"{page.url.partition('#')[0]}#{address}")
        page.reload()
        expect_focus(page, address)
        assert page.evaluate("document.activeElement.getBoundingClientRect().top < innerHeight")


def test_a_finding_that_has_only_a_line_is_opened(open_page: Opener) -> None:
    page = open_page(page_called("crowded"))
    last = page.evaluate("[...document.querySelectorAll('[id^=f-]')].at(-1).id")
    page = open_page(page_called("crowded"), address=f"#{last}")
    expect_focus(page, last)
    assert page.locator(f"[id='{last}']").is_visible()


@pytest.mark.parametrize(
    "stale", ["#f-gone", "#e-gone", "#", "#%", "#e-%zz", "#__proto__", "#f-a b&c=d", "#" + "x" * 5000]
)
def test_one_that_is_gone_does_no_harm(open_page: Opener, stale: str) -> None:
    page = open_page(page_called("portal"), address=stale)
    assert focused(page) == ""
    page.evaluate("address => { location.hash = address }", stale)
    page.evaluate("location.hash = 'elements'")
    expect_focus(page, "elements")
