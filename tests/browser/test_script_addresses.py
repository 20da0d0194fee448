"""Every address on the page takes the focus, however one comes to it."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.focus import expect_focus
from tests.browser.maps import page_called
from tests.browser.opening import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page


# That the address is another one is told in a task of its own, which comes before the task after the next frame.
HANDLED = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def go(page: "Page", address: str) -> None:
    page.evaluate(f"address => {{ location.hash = address; return {HANDLED}; }}", address)


def ids(page: "Page", prefix: str) -> list[str]:
    return [str(each) for each in page.locator(f"[id^='{prefix}']").evaluate_all("all => all.map(each => each.id)")]


@pytest.mark.parametrize("name", ["merger", "hostile"])
def test_every_finding_and_element_takes_the_focus(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name))
    addresses = [*ids(page, "f-"), *ids(page, "e-")]
    assert len(addresses) > 40
    for address in addresses:
        go(page, f"#{address}")
        expect_focus(page, address)


def test_so_do_the_sections_and_groups(open_page: Opener) -> None:
    page = open_page(page_called("merger"))
    for address in ("findings", "elements", "loops"):
        go(page, f"#{address}")
        expect_focus(page, address)


@pytest.mark.parametrize("address", ["#e-antwerp", "#%65-antwerp"])
def test_the_address_with_which_the_page_is_opened_takes_it(open_page: Opener, address: str) -> None:
    expect_focus(open_page(page_called("merger"), address=address), "e-antwerp")


def test_a_link_that_is_clicked_again_leads_there_again(open_page: Opener) -> None:
    page = open_page(page_called("merger"))
    link = page.locator("a.tile").first
    target = (link.get_attribute("href") or "")[1:]
    for _ in range(2):
        link.click()
        expect_focus(page, target)
        assert page.locator(f"#{target}").is_visible()
        page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")


def test_what_a_filter_hides_is_shown(open_page: Opener) -> None:
    page = open_page(page_called("merger"))
    page.get_by_label("Search").first.fill("no such thing")
    for address in (ids(page, "f-")[3], "loops"):
        page.get_by_label("Search").first.fill("no such thing")
        go(page, f"#{address}")
        expect_focus(page, address)
        assert page.locator("#findings-section [role=status]").inner_text() == "10 of 10"


def test_a_clicked_link_shows_what_a_filter_hides_even_again(open_page: Opener) -> None:
    page = open_page(page_called("merger"))
    for _ in range(2):
        page.get_by_label("Search").first.fill("no such thing")
        link = page.locator("a.button").first
        target = (link.get_attribute("href") or "")[1:]
        assert target.startswith("f-")
        link.click()
        expect_focus(page, target)


def test_what_lies_in_a_closed_list_is_opened(open_page: Opener) -> None:
    page = open_page(page_called("crowded"))
    address = page.locator(".brief li[id]").last.get_attribute("id")
    assert address
    go(page, f"#{address}")
    expect_focus(page, address)
    assert page.locator(f"[id='{address}']").is_visible()
    page.evaluate("document.querySelector('.brief').open = false")
    go(page, "#findings")
    expect_focus(page, "findings")
    page.evaluate("document.querySelector('.brief').open = false")
    go(page, f"#{address}")
    expect_focus(page, address)
    assert page.locator(f"[id='{address}']").is_visible()


@pytest.mark.parametrize("address", ["#f-no-why-gone", "#%E0%A4%A", "#", "#%00", "#a%20b", '#"]', "#__proto__"])
def test_a_stale_address_does_nothing(open_page: Opener, address: str) -> None:
    page = open_page(page_called("merger"), address=address)
    go(page, "#findings")
    go(page, address)
    assert page.locator("#findings-section [role=status]").inner_text() == "10 of 10"
    assert page.locator("h1").is_visible()
