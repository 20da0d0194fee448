"""Single keys go through the findings, and can be switched off."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.focus import focused
from tests.browser.maps import page_called
from tests.browser.opening import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

SHOWN = "all => all.filter(card => card.checkVisibility()).map(card => card.id)"


@pytest.fixture
def page(open_page: Opener) -> "Page":
    return open_page(page_called("merger"))


def cards(page: "Page") -> list[str]:
    return [str(each) for each in page.locator(".card").evaluate_all(SHOWN)]


def test_j_and_k_go_to_the_next_and_the_previous_finding(page: "Page") -> None:
    first, second, *_ = cards(page)
    seen = []
    for key in "jjkjk":
        page.keyboard.press(key)
        seen.append(focused(page))
    assert seen == [first, second, first, second, first]


def test_the_finding_that_has_the_focus_is_in_view(page: "Page") -> None:
    for _ in range(5):
        page.keyboard.press("j")
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert 0 <= top < 100


def test_j_begins_where_one_has_scrolled_to(page: "Page") -> None:
    page.locator(".card").nth(4).evaluate("card => scrollTo(0, card.offsetTop - 100)")
    page.keyboard.press("j")
    assert focused(page) == cards(page)[4]


def test_at_either_end_the_keys_stay(page: "Page") -> None:
    ids = cards(page)
    for _ in range(len(ids) + 2):
        page.keyboard.press("j")
    assert focused(page) == ids[-1]
    for _ in range(len(ids) + 2):
        page.keyboard.press("k")
    assert focused(page) == ids[0]


def test_j_passes_over_findings_that_are_filtered_out(page: "Page") -> None:
    page.get_by_label("Circular goals").first.uncheck()
    page.keyboard.press("j")
    assert focused(page) == cards(page)[0]
    assert page.locator(":focus").get_attribute("data-sort") != "loops"


def test_the_slash_goes_to_the_search_and_is_not_typed(page: "Page") -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    assert page.locator(":focus").input_value() == ""


def test_typing_in_a_field_is_typing(page: "Page") -> None:
    page.keyboard.press("/")
    page.keyboard.type("j/k?m")
    assert page.locator(":focus").input_value() == "j/k?m"
    assert page.locator("dialog").is_hidden()


@pytest.mark.parametrize("held", ["Control", "Alt", "Meta"])
def test_a_key_with_a_modifier_is_not_ours(page: "Page", held: str) -> None:
    page.keyboard.press(f"{held}+j")
    assert focused(page) == ""


def test_the_question_mark_tells_the_keys(page: "Page") -> None:
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keyboard").is_visible()
    keys = page.locator("dialog kbd").all_inner_texts()
    assert keys[:3] == ["j", "k", "/"]
    page.keyboard.press("j")
    assert page.locator(".card:focus").count() == 0
    page.keyboard.press("Escape")
    assert page.locator("dialog").is_hidden()


def test_the_list_can_be_reached_and_left_with_a_pointer(page: "Page") -> None:
    page.get_by_role("button", name="Keyboard").click()
    page.get_by_role("button", name="Close").click()
    assert page.locator("dialog").is_hidden()


def test_single_keys_can_be_switched_off_and_on_again(page: "Page") -> None:
    for on in (False, True):
        page.get_by_role("button", name="Keyboard").click()
        page.get_by_label("Single-key shortcuts").set_checked(on)
        page.get_by_role("button", name="Close").click()
        for key in "j?":
            page.keyboard.press(key)
        assert (page.locator(".card:focus").count(), page.locator("dialog").is_visible()) == (0, on)
        page.keyboard.press("Escape")
        assert (focused(page) in cards(page)) == on
