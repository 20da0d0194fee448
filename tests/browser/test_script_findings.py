"""The bar above the findings: search, sorts, unit, and how many are shown."""

from typing import TYPE_CHECKING

from tests.browser.maps import page_called
from tests.browser.opening import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def merger(open_page: Opener) -> "Page":
    return open_page(page_called("merger"))


def cards(page: "Page") -> "Locator":
    return page.locator(".card").filter(visible=True)


def told(page: "Page") -> str:
    return page.locator("#findings-section [role=status]").inner_text()


def search(page: "Page") -> "Locator":
    return page.get_by_label("Search").first


class TestSearch:
    def test_at_first_all_findings_are_shown(self, open_page: Opener) -> None:
        page = merger(open_page)
        assert cards(page).count() == 10
        assert told(page) == "10 of 10"

    def test_findings_with_all_the_words_stay(self, open_page: Opener) -> None:
        page = merger(open_page)
        search(page).fill("milestones BOARD")
        assert told(page) == f"{cards(page).count()} of 10"
        assert 0 < cards(page).count() < 10
        for text in cards(page).all_inner_texts():
            assert "milestones" in text.lower()
            assert "board" in text.lower()

    def test_case_and_accents_do_not_matter(self, open_page: Opener) -> None:
        page = merger(open_page)
        search(page).fill("Mïlestönes")
        assert cards(page).count() > 0

    def test_a_group_without_findings_goes_with_them(self, open_page: Opener) -> None:
        page = merger(open_page)
        search(page).fill("milestones board")
        headings = page.locator("#findings-section h3").filter(visible=True)
        sorts = cards(page).evaluate_all("all => all.map(card => card.dataset.sort)")
        assert headings.evaluate_all("all => all.map(heading => heading.id)") == list(dict.fromkeys(sorts))

    def test_where_nothing_matches_all_can_be_shown_again(self, open_page: Opener) -> None:
        page = merger(open_page)
        search(page).fill("no such thing")
        assert told(page) == "0 of 10"
        assert page.locator("#findings-section .none").is_visible()
        page.locator("#findings-section").get_by_role("button", name="Show all").click()
        assert told(page) == "10 of 10"
        assert search(page).input_value() == ""
        assert page.locator("#findings-section .none").is_hidden()

    def test_after_show_all_the_keyboard_goes_on_in_the_search(self, open_page: Opener) -> None:
        page = merger(open_page)
        search(page).fill("no such thing")
        page.locator("#findings-section").get_by_role("button", name="Show all").press("Enter")
        assert page.evaluate("document.activeElement.type") == "search"

    def test_findings_in_one_line_are_found_too(self, open_page: Opener) -> None:
        page = open_page(page_called("crowded"))
        assert told(page) == "250 of 250"
        address = page.locator(".brief li[id]").last.get_attribute("id") or ""
        search(page).fill(page.locator(".brief li[id]").last.text_content() or "")
        assert page.locator(f"[id='{address}']").is_visible()
        search(page).fill("no such thing")
        assert page.locator(".brief").filter(visible=True).count() == 0

    def test_how_many_are_shown_is_said(self, open_page: Opener) -> None:
        assert merger(open_page).locator("#findings-section [role=status]").count() == 1


class TestSorts:
    def test_there_is_a_box_for_each_sort_that_has_findings(self, open_page: Opener) -> None:
        page = merger(open_page)
        headings = page.locator("#findings-section h3").evaluate_all("all => all.map(h => h.firstChild.data.trim())")
        assert page.locator("#findings-section .filters .chip").all_inner_texts() == headings
        assert page.locator("#findings-section .filters .chip input:checked").count() == len(headings)

    def test_a_sort_can_be_left_out(self, open_page: Opener) -> None:
        page = merger(open_page)
        page.get_by_label("Circular goals").first.uncheck()
        assert page.locator("#loops").is_hidden()
        assert page.locator(".card[data-sort=loops]").filter(visible=True).count() == 0
        assert told(page) == "8 of 10"
        page.get_by_label("Circular goals").first.check()
        assert told(page) == "10 of 10"

    def test_show_all_takes_every_sort_in_again(self, open_page: Opener) -> None:
        page = merger(open_page)
        for box in page.locator("#findings-section .filters .chip input").all():
            box.uncheck()
        assert told(page) == "0 of 10"
        page.locator("#findings-section").get_by_role("button", name="Show all").click()
        assert told(page) == "10 of 10"
        assert page.locator("#findings-section .filters .chip input:not(:checked)").count() == 0


class TestUnits:
    def test_the_units_that_have_findings_can_be_chosen(self, open_page: Opener) -> None:
        page = merger(open_page)
        unit = page.locator("#findings-section select")
        having = page.locator(".card[data-units]").evaluate_all(
            "all => all.flatMap(card => card.dataset.units.split(' '))"
        )
        choices = unit.locator("option").evaluate_all("all => all.map(each => each.value)")
        assert set(choices) == {"", *having}
        unit.select_option(value="e-antwerp")
        assert unit.locator("option:checked").inner_text() == "Castellan, Antwerp"
        units = cards(page).evaluate_all("all => all.map(card => card.dataset.units)")
        assert units
        assert all("e-antwerp" in each.split() for each in units)
        assert told(page) == f"{len(units)} of 10"
        unit.select_option(label="All units")
        assert told(page) == "10 of 10"

    def test_without_units_there_is_nothing_to_choose(self, open_page: Opener) -> None:
        assert open_page(page_called("crowded")).locator("#findings-section select").count() == 0


def test_one_finding_needs_no_filter(open_page: Opener) -> None:
    page = open_page(page_called("loop of one"))
    assert page.locator("#findings-section .card").count() == 1
    assert page.locator("#findings-section .filters input").count() == 0
