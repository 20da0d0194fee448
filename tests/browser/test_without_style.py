"""With a header that blocks style and scripts, as some CI servers send it, the page can still be read."""

from itertools import pairwise

import pytest

from tests.browser.maps import page_called
from tests.browser.opening import Opener
from tests.browser.test_accessibility import CONTRAST
from tests.browser.test_without_scripts import CONTROLS, visible
from tests.output.verdicts import EXAMPLES, example

LOOKED_AT = (*EXAMPLES, "folded", "hostile")
# Where nothing else is said, a shape is filled with black and has no stroke.
BARE = """() => [...document.querySelectorAll(
  "svg :is(path, rect, circle, ellipse, line, polygon, polyline)")].filter((each) => {
    const { fill, stroke } = getComputedStyle(each);
    return fill === "rgb(0, 0, 0)" || (fill === "none" && stroke === "none");
  }).filter((each) => !each.closest("clipPath")).map((each) => each.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("name", EXAMPLES)
def test_verdict_findings_map_and_elements_are_there_in_order(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name), style=False)
    assert page.evaluate("document.styleSheets.length") == 0
    assert visible(page, "#findings-section article.card") == len(example(name).findings)
    assert visible(page, "tr[id^=e-]") == example(name).elements
    order = page.locator("h1, #findings, svg.map:not(.small), #elements, footer").filter(visible=True)
    told = order.evaluate_all("all => all.map(each => [each.id || each.localName, each.getBoundingClientRect().top])")
    assert list(dict.fromkeys(name for name, _ in told)) == ["verdict", "findings", "svg", "elements", "footer"]
    assert all(above < below for (_, above), (_, below) in pairwise(told))


@pytest.mark.parametrize("name", LOOKED_AT)
def test_pictures_can_be_read_and_no_control_is_dead(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name), style=False)
    assert page.evaluate(BARE) == []
    assert page.evaluate(CONTRAST)["weak"] == []
    assert visible(page, CONTROLS) == 0


@pytest.mark.parametrize("name", ["portal", "folded"])
def test_no_text_is_added_by_style(open_page: Opener, name: str) -> None:
    """What style adds by `content` is lost where it is blocked, and many screen readers say it."""
    page = open_page(page_called(name))
    added = page.evaluate(
        """() => [...document.querySelectorAll("*")].flatMap((each) => ["::before", "::after"].map((part) =>
            getComputedStyle(each, part).content)).filter((text) => /[\\p{L}\\p{N}]/u.test(text) && text !== "none"
            && text !== "normal")"""
    )
    assert added == []
