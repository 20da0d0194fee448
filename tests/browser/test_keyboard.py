"""The whole page can be used by keyboard: everything is reached in order, seen where it is, and left again."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.focus import expect_focus
from tests.browser.maps import page_called
from tests.browser.opening import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What Tab has to reach, in order; of radio buttons that are one group only one.
REACHED = """() => {
  const groups = new Set();
  const all = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, dialog[open] *, [tabindex='0']")].filter((each) => {
    if (each.disabled || each.tabIndex < 0 || !each.checkVisibility({ visibilityProperty: true })) return false;
    if (each.type !== "radio") return true;
    const chosen = document.querySelector(`input[name="${each.name}"]:checked`);
    return chosen ? chosen === each : !groups.has(each.name) && groups.add(each.name);
  });
  window.reached = all;
  return all.length;
}"""
# Where the focus is: which of them, and what is wrong with how it is shown.
HERE = """() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const wrong = [];
  if (at !== document.body) {
    const shapes = [...at.querySelectorAll("rect, path")].map((each) => getComputedStyle(each).outlineStyle);
    const outlined = [style.outlineStyle, ...shapes].some((each) => each !== "none");
    if (!outlined || !parseFloat(style.outlineWidth)) wrong.push("no outline");
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) wrong.push("out of view");
    if (!box.width || !box.height) wrong.push("of no size");
  }
  return { index: window.reached.indexOf(at), wrong, what: at.outerHTML.slice(0, 120) };
}"""


def walked(page: "Page", key: str, most: int) -> list[dict[str, Any]]:
    """Where the focus goes by pressing a key, until it leaves the page."""
    found: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press(key)
        here = page.evaluate(HERE)
        if here["index"] < 0 and here["what"].startswith("<body"):
            break
        found.append(here)
    return found


@pytest.mark.parametrize(("name", "width"), [("portal", 1280), ("merger", 390)])
def test_tab_reaches_all_in_order_and_is_seen_and_leaves_the_page(open_page: Opener, name: str, width: int) -> None:
    page = open_page(page_called(name), width=width)
    count = page.evaluate(REACHED)
    found = walked(page, "Tab", count + 5)
    assert [here for here in found if here["wrong"]] == []
    assert [here["what"] for here in found if here["index"] < 0] == []
    assert [here["index"] for here in found] == list(range(count))


def test_and_back_again(open_page: Opener) -> None:
    page = open_page(page_called("renewals"))
    count = page.evaluate(REACHED)
    page.evaluate("window.reached.at(-1).focus()")
    found = walked(page, "Shift+Tab", count + 5)
    assert [here["index"] for here in found] == list(reversed(range(count - 1)))


def test_the_first_leads_past_everything_to_the_findings(open_page: Opener) -> None:
    page = open_page(page_called("portal"))
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    assert first.inner_text() == "Skip to the findings"
    box = first.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    expect_focus(page, "findings")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#findings-section') !== null")


def test_enter_on_a_tile_leads_to_what_it_counts(open_page: Opener) -> None:
    page = open_page(page_called("portal"))
    tile = page.locator("a.tile").first
    tile.focus()
    page.keyboard.press("Enter")
    expect_focus(page, (tile.get_attribute("href") or "")[1:])


def test_a_box_of_the_map_is_chosen_by_keyboard(open_page: Opener) -> None:
    page = open_page(page_called("portal"))
    box = page.locator("svg.map a.box[data-key]").first
    box.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('svg.map.dim a.box.lit') !== null")


def test_a_dialog_is_left_by_escape_and_the_focus_is_where_it_was(open_page: Opener) -> None:
    page = open_page(page_called("portal"))
    button = page.locator("button", has_text="Keyboard")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("dialog").is_visible()
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    assert button.evaluate("each => each === document.activeElement")
