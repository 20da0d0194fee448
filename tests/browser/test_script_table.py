"""The table of elements is searched, and paged where the document does not hold all of it."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.maps import big_page, page_called
from tests.browser.opening import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

COUNT = 1_200
SECTION = "#elements-section"


def rows(page: "Page") -> "Locator":
    return page.locator(f"{SECTION} tr[id]").filter(visible=True)


def told(page: "Page") -> str:
    return page.locator(f"{SECTION} [role=status]").inner_text()


def search(page: "Page", text: str) -> None:
    page.locator(f"{SECTION} input[type=search]").fill(text)


class TestAllRowsInTheDocument:
    def test_rows_are_found_by_title_name_and_owner(self, open_page: Opener) -> None:
        page = open_page(page_called("merger"))
        total = rows(page).count()
        assert told(page) == f"{total} of {total}"
        for text in ("all ninety milestones", "integration office", "on-track"):
            search(page, text)
            assert 0 < rows(page).count() < total
            assert told(page) == f"{rows(page).count()} of {total}"
            assert all(text in each.lower() for each in rows(page).all_text_contents())

    def test_kinds_without_a_row_go(self, open_page: Opener) -> None:
        page = open_page(page_called("merger"))
        search(page, "all ninety milestones")
        assert page.locator(f"{SECTION} tr.group").filter(visible=True).count() == 1
        search(page, "no such thing")
        assert page.locator(f"{SECTION} tr.group").filter(visible=True).count() == 0
        page.locator(SECTION).get_by_role("button", name="Show all").click()
        assert told(page) == "41 of 41"

    def test_an_address_shows_a_row_that_is_filtered_out(self, open_page: Opener) -> None:
        page = open_page(page_called("merger"))
        search(page, "no such thing")
        page.evaluate("location.hash = 'e-antwerp'")
        page.wait_for_function("() => document.activeElement.id === 'e-antwerp'")
        assert page.locator("#e-antwerp").is_visible()

    def test_few_rows_need_no_search(self, open_page: Opener) -> None:
        assert open_page(page_called("loop of one")).locator(f"{SECTION} input").count() == 0


class TestPages:
    @pytest.fixture
    def page(self, open_page: Opener) -> "Page":
        return open_page(big_page(COUNT))

    def test_a_hundred_are_shown_at_a_time(self, page: "Page") -> None:
        assert told(page) == "1–100 of 1,200"
        assert rows(page).count() == 100
        assert page.locator(f"{SECTION} .first").is_hidden()

    def test_next_and_previous(self, page: "Page") -> None:
        previous, following = (page.get_by_role("button", name=name) for name in ("Previous", "Next"))
        assert previous.is_disabled()
        first = rows(page).first.get_attribute("id")
        following.click()
        assert told(page) == "101–200 of 1,200"
        assert rows(page).first.get_attribute("id") != first
        for _ in range(10):
            following.click()
        assert told(page) == "1,101–1,200 of 1,200"
        assert following.is_disabled()
        for _ in range(11):
            previous.click()
        assert rows(page).first.get_attribute("id") == first

    def test_all_pages_together_hold_every_element_once(self, page: "Page") -> None:
        seen = []
        for _ in range(12):
            seen += rows(page).evaluate_all("all => all.map(row => row.id)")
            page.get_by_role("button", name="Next").dispatch_event("click")
        assert len(set(seen)) == len(seen) == COUNT

    def test_the_search_goes_over_all_rows(self, page: "Page") -> None:
        search(page, "asset-140")
        assert rows(page).evaluate_all("all => all.map(row => row.id)") == ["e-asset-140"]
        assert told(page) == "1–1 of 1"
        search(page, "no such thing")
        assert told(page) == "No element matches"
        assert rows(page).count() == 0
        search(page, "department 7")
        assert rows(page).count() > 1
        search(page, "")
        assert told(page) == "1–100 of 1,200"

    def test_a_row_is_written_as_it_is_in_the_document(self, open_page: Opener, page: "Page") -> None:
        cells = (
            "all => all.map(row => [row.id, ...[...row.cells].map(cell => cell.innerHTML.replaceAll(/<.?bdi>/g, ''))])"
        )
        plain = open_page(big_page(COUNT), scripts=False)
        strip = "all => all.map(row => [row.id, ...[...row.cells].map(cell => cell.textContent)])"
        assert rows(page).evaluate_all(strip) == plain.locator(f"{SECTION} tr[id]").evaluate_all(strip)
        ours, theirs = rows(page).evaluate_all(cells), plain.locator(f"{SECTION} tr[id]").evaluate_all(cells)
        assert [each[1] for each in ours] == [each[1] for each in theirs]
        assert [each[3:] for each in ours] == [each[3:] for each in theirs]

    def test_an_address_outside_the_document_is_brought_in(self, page: "Page") -> None:
        search(page, "no such thing")
        for address in ("e-asset-149", "e-value-0"):
            page.evaluate("address => { location.hash = address; }", address)
            page.wait_for_function("id => document.activeElement.id === id", arg=address)
            assert page.locator(f"#{address}").is_visible()

    def test_so_it_is_when_the_page_is_opened_with_it(self, open_page: Opener) -> None:
        page = open_page(big_page(COUNT), address="#e-asset-149")
        assert page.evaluate("document.activeElement.id") == "e-asset-149"

    def test_a_link_in_a_row_leads_to_a_row_elsewhere(self, page: "Page") -> None:
        search(page, "asset-149")
        link = rows(page).locator("td a[href^='#e-']").first
        target = (link.get_attribute("href") or "")[1:]
        link.click()
        page.wait_for_function("id => document.activeElement.id === id", arg=target)
