"""A box of the map that is chosen lights up its whys and hows, and a view shows a part of the map."""

import json
from typing import TYPE_CHECKING

import pytest

from tests.browser.maps import page_called
from tests.browser.opening import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Ends at a value, with a loop beside the chain and an element apart.
LINKS = ("means-goal", "asset-means", "goal-value", "one-two", "two-one", "two-goal")
VIEWS = (("Loops and their neighbours", ("one", "two", "goal")), ("A unit", ("value", "__proto__")))
BOXES = ("value", "goal", "means", "asset", "one", "two", "apart")


def drawn() -> str:
    links = "".join(
        f'<path data-from="{link.partition("-")[0]}" data-to="{link.partition("-")[2]}" '
        f'd="M{10 * at} 5h50" stroke="#000"/>'
        for at, link in enumerate(LINKS)
    )
    boxes = "".join(
        f'<a class="box{" circular" if key in ("one", "two") else ""}" href="#e-{key}" data-key="{key}">'
        f'<rect x="{at * 100}" y="40" width="90" height="40" fill="#eee" stroke="#333"/>'
        f'<text x="{at * 100 + 5}" y="60">The</text><text x="{at * 100 + 5}" y="75">{key}</text></a>'
        for at, key in enumerate(BOXES)
    )
    svg = '<svg class="map" role="group" aria-label="Map" viewBox="0 0 800 160" width="800" height="160">'
    svg += f'<g class="links">{links}</g>{boxes}'
    return (
        '<section><h2 id="map" tabindex="-1">Map</h2><div class="drawn"><div class="views" hidden></div>'
        f'<div class="scroll">{svg}<g class="marks"><text y="20">↻</text></g></svg></div></div></section>'
    )


@pytest.fixture
def page(open_page: Opener) -> "Page":
    html = page_called("empty")
    before, mark, after = html.partition('<section id="findings-section"')
    assert '"views":[]' in after
    after = after.replace('"views":[]', f'"views":[{json.dumps(VIEWS)}]')
    return open_page(f"{before}{drawn()}{mark}{after}")


def choose(page: "Page", key: str) -> None:
    page.locator(f"a.box[data-key={key}]").click()


def lit(page: "Page") -> list[str]:
    marked = page.locator("svg.map .lit").evaluate_all(
        "all => all.map(each => each.dataset.key ?? `${each.dataset.from}-${each.dataset.to}`)"
    )
    return sorted(str(each) for each in marked)


def told(page: "Page", word: str) -> list[str]:
    said: list[str] = page.locator(".panel dl").evaluate("list => [...list.children].map(each => each.textContent)")
    after = said[said.index(word) + 1 :]
    return after[: after.index("How")] if word == "Why" else after


def test_whys_and_hows_light_up_with_the_links_between(page: "Page") -> None:
    choose(page, "means")
    assert lit(page) == sorted(["means", "goal", "value", "asset", "means-goal", "goal-value", "asset-means"])
    assert page.locator("svg.map.dim").count() == 1
    assert told(page, "Why") == ["The goal", "and 1 more"]
    assert told(page, "How") == ["The asset"]
    assert page.locator(".panel p").inner_text() == "The means"


def test_a_loop_is_told_and_ends(page: "Page") -> None:
    choose(page, "one")
    assert told(page, "Why") == ["The two", "and 2 more", "↻ and so round to itself"]
    assert told(page, "How") == ["The two", "↻ and so round to itself"]


def test_what_is_linked_to_nothing_has_nothing_to_light_up(page: "Page") -> None:
    choose(page, "apart")
    assert lit(page) == ["apart"]
    assert told(page, "Why") == told(page, "How") == ["nothing in this picture"]


def test_choosing_another_box_leaves_the_first(page: "Page") -> None:
    choose(page, "means")
    choose(page, "apart")
    assert lit(page) == ["apart"]


def test_escape_leaves_the_box_and_gives_it_the_focus_again(page: "Page") -> None:
    page.locator("a.box[data-key=goal]").focus()
    page.keyboard.press("Enter")
    assert page.locator(".panel").is_visible()
    assert page.evaluate("document.activeElement.closest('.panel') !== null")
    page.keyboard.press("Escape")
    assert lit(page) == []
    assert page.locator("svg.map.dim").count() == 0
    assert page.locator(".panel").is_hidden()
    assert page.evaluate("document.activeElement.dataset.key") == "goal"


def test_the_button_and_the_empty_ground_leave_it_too(page: "Page") -> None:
    choose(page, "goal")
    page.locator(".panel").get_by_role("button", name="Close").click()
    assert lit(page) == []
    choose(page, "goal")
    page.locator("svg.map").click(position={"x": 400, "y": 140})
    assert lit(page) == []
    assert page.locator(".panel").is_hidden()


def test_a_click_does_not_lead_away_but_the_panel_does(page: "Page") -> None:
    choose(page, "goal")
    assert "#" not in page.url
    assert page.locator(".panel").get_by_role("link", name="In the table").get_attribute("href") == "#e-goal"


def test_a_click_with_a_modifier_is_the_browsers(page: "Page") -> None:
    taken = page.locator("a.box[data-key=goal]").evaluate("""box => {
      const click = new MouseEvent("click", { ctrlKey: true, bubbles: true, cancelable: true });
      let taken;
      addEventListener("click", (event) => { taken = event.defaultPrevented; event.preventDefault(); });
      box.dispatchEvent(click);
      return taken;
    }""")
    assert taken is False
    assert lit(page) == []


def test_only_loops_and_their_neighbours_can_be_shown(page: "Page") -> None:
    view = page.get_by_label("Show")
    view.select_option(label="Loops and their neighbours")
    shown = "all => all.filter(each => each.checkVisibility()).map(each => each.dataset.key)"
    assert page.locator("a.box").evaluate_all(shown) == ["goal", "one", "two"]
    links = page.locator(".links path").evaluate_all(
        "all => all.filter(each => each.checkVisibility()).map(each => `${each.dataset.from}-${each.dataset.to}`)"
    )
    assert links == ["one-two", "two-one", "two-goal"]
    choose(page, "two")
    assert told(page, "Why") == ["The one", "The goal", "↻ and so round to itself"]
    view.select_option(label="A unit")
    assert page.locator("a.box").evaluate_all(shown) == ["value"]
    assert lit(page) == []
    view.select_option(label="All")
    assert len(page.locator("a.box").evaluate_all(shown)) == len(BOXES)
    assert lit(page) == []


def test_an_address_in_a_hidden_part_shows_all(page: "Page") -> None:
    page.get_by_label("Show").select_option(label="Loops and their neighbours")
    page.evaluate("document.querySelector('[data-key=asset]').id = 'box-asset', location.hash = 'box-asset'")
    page.wait_for_function("() => document.activeElement.id === 'box-asset'")
    assert page.locator("[data-key=asset]").is_visible()
    assert page.get_by_label("Show").input_value() == ""


def test_paper_shows_the_whole_map_and_no_choice(page: "Page") -> None:
    page.get_by_label("Show").select_option(label="Loops and their neighbours")
    choose(page, "two")
    page.emulate_media(media="print")
    assert page.locator("a.box").filter(visible=True).count() == len(BOXES)
    assert page.locator(".panel").is_hidden()
    assert page.locator(".links path").first.evaluate("each => getComputedStyle(each).opacity") == "1"


def test_m_leads_to_the_map(page: "Page") -> None:
    page.keyboard.press("m")
    assert page.evaluate("document.activeElement.id") == "map"


@pytest.mark.parametrize("name", ["portal", "folded"])
def test_in_a_real_map_a_box_lights_up_with_others(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name))
    for box in page.locator(".drawn > .scroll a.box").all()[:8]:
        box.click(position={"x": 4, "y": 12})
        assert page.locator(".panel").filter(visible=True).count() == 1
        assert page.locator("svg.map .lit").count() > 0
        page.keyboard.press("Escape")
        assert page.locator("svg.map .lit").count() == 0


def test_every_view_of_a_real_map_shows_a_part_of_it(open_page: Opener) -> None:
    page = open_page(page_called("merger"))
    view = page.locator(".views select")
    total = page.locator(".drawn a.box").filter(visible=True).count()
    labels = view.locator("option").all_inner_texts()
    assert labels[:2] == ["All", "Loops and their neighbours"]
    assert len(labels) > 4
    for label in labels[1:]:
        view.select_option(label=label)
        assert 0 < page.locator(".drawn a.box").filter(visible=True).count() < total
