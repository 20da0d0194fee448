"""axe-core has nothing against the page, and the texts of its pictures can be read."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.browser.maps import page_called
from tests.browser.opening import Opener
from tests.output.verdicts import EXAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Page

Scheme = Literal["light", "dark"]
AXE = Path(__file__).parents[1] / "tools" / "node_modules" / "axe-core" / "axe.min.js"
CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
LOOKED_AT = (*EXAMPLES, "folded", "hostile", "empty", "unread")

needs_axe = pytest.mark.skipif(
    not AXE.exists(), reason="accessibility is NOT CHECKED: axe-core is not in tests/tools; `make test` installs it"
)


def violations(page: "Page", **options: Any) -> list[str]:
    """What axe has against a page: the rule, and where it is broken."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "options => axe.run(document, options).then(told => told.violations)",
        {"resultTypes": ["violations"], "preload": False, **options},
    )
    return [
        f"{each['id']}: {each['help']}; {len(each['nodes'])} times: {node['html'][:200]} {node['failureSummary']}"
        for each in found
        for node in each["nodes"][:3]
    ]


@needs_axe
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", LOOKED_AT)
def test_axe_finds_nothing_in_light_and_dark(open_page: Opener, name: str, width: int) -> None:
    page = open_page(page_called(name), width=width, bypass_csp=True)
    assert violations(page) == []
    # Only colours are others in the dark.
    page.emulate_media(color_scheme="dark")
    assert violations(page, runOnly=["color-contrast", "link-in-text-block"]) == []


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_a_box_of_the_map_is_chosen(open_page: Opener, scheme: Scheme) -> None:
    page = open_page(page_called("portal"), scheme=scheme, bypass_csp=True)
    page.locator("svg.map a.box.circular[data-key]").first.click()
    assert violations(page) == []
    assert page.evaluate(CONTRAST)["weak"] == []


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_the_help_is_open_or_nothing_matches(open_page: Opener, scheme: Scheme) -> None:
    page = open_page(page_called("portal"), scheme=scheme, bypass_csp=True)
    page.locator("#findings-section input[type=search]").fill("nothing has these words")
    assert violations(page) == []
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    assert violations(page) == []


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_printed_has_contrast(open_page: Opener, scheme: Scheme) -> None:
    page = open_page(page_called("portal"), scheme=scheme, media="print", bypass_csp=True)
    assert violations(page, runOnly=["color-contrast"]) == []
    assert page.evaluate(CONTRAST)["weak"] == []


@pytest.mark.parametrize("name", LOOKED_AT)
def test_pictures_have_names_and_their_texts_have_contrast(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name))
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("svg, a[href]")].filter(each => !(
            each.getAttribute("aria-label") || each.hasAttribute("aria-labelledby") || each.textContent.trim()
            || each.closest("[aria-hidden=true]"))).map(each => each.outerHTML.slice(0, 200))"""
    )
    assert nameless == []
    light = page.evaluate(CONTRAST)
    assert light["weak"] == []
    assert light["seen"] or name in ("empty", "unread")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(CONTRAST) == light
