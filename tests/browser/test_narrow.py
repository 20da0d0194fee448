"""On the narrowest of phones nothing scrolls sideways but what is meant to."""

import pytest

from tests.browser.maps import PAGES, page_called
from tests.browser.opening import Opener

# What lies in a box that scrolls for itself is no harm.
WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (each) => {
    for (let parent = each.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
      if (getComputedStyle(parent).overflowX !== "visible") return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter((each) =>
    each.getBoundingClientRect().right > width + 1 && !scrolls(each));
  const sideways = document.documentElement.scrollWidth > width;
  return sideways ? ["the page", ...wide.map((each) => each.outerHTML.slice(0, 150))] : [];
}"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_at_320_pixels(open_page: Opener, name: str) -> None:
    assert open_page(page_called(name), width=320, height=640).evaluate(WIDE) == []


@pytest.mark.parametrize("name", ["portal", "hostile"])
def test_nothing_scrolls_sideways_without_scripts(open_page: Opener, name: str) -> None:
    assert open_page(page_called(name), width=320, height=640, scripts=False).evaluate(WIDE) == []


@pytest.mark.parametrize("name", ["portal", "folded", "hostile"])
def test_nothing_scrolls_sideways_where_text_is_twice_as_large(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name), width=640, bypass_csp=True)
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate(WIDE) == []
