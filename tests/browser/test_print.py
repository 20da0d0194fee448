"""The page is printed as a tagged document, the map on one page, and nothing of what was looked at on screen."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.maps import page_called
from tests.browser.opening import Opener
from tests.browser.test_without_scripts import CONTROLS, visible
from tests.output.verdicts import EXAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Page

needs_poppler = pytest.mark.skipif(
    not (shutil.which("pdfinfo") and shutil.which("pdftotext")),
    reason="print is NOT CHECKED: pdfinfo and pdftotext of poppler-utils are not here; `make test` installs them",
)
SEEN = """() => [...document.querySelectorAll("svg.map *")].map((each) => {
  const { opacity, fill, stroke, strokeWidth, visibility, display, filter, fontWeight } = getComputedStyle(each);
  return [each.localName, opacity, fill, stroke, strokeWidth, visibility, display, filter, fontWeight].join(" ");
})"""
# Words that stand nowhere else, in place of those of the map.
MARKED = """() => {
  const map = [...document.querySelectorAll("svg.map:not(.small)")].find((each) => each.checkVisibility());
  const texts = [...map.querySelectorAll("text")].filter((each) => each.textContent.trim() && each.checkVisibility());
  texts.forEach((each) => { each.textContent = "Qmark"; });
  return texts.length;
}"""


def printed(page: "Page", folder: Path) -> Path:
    path = folder / "page.pdf"
    path.write_bytes(page.pdf(tagged=True, outline=True, format="A4", prefer_css_page_size=True))
    return path


def poppler(*command: str | Path) -> str:
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=True, timeout=60).stdout


@needs_poppler
def test_it_is_tagged_and_has_a_title(open_page: Opener, tmp_path: Path) -> None:
    told = poppler("pdfinfo", printed(open_page(page_called("portal")), tmp_path))
    assert re.search(r"^Tagged: +yes$", told, re.MULTILINE)
    assert re.search(r"^Title: +\S", told, re.MULTILINE)


@needs_poppler
@pytest.mark.parametrize("name", ["portal", "merger", "folded"])
def test_the_map_lies_whole_on_one_page(open_page: Opener, tmp_path: Path, name: str) -> None:
    page = open_page(page_called(name))
    assert page.locator("svg.map:not(.small)").count() > 0
    texts = page.evaluate(MARKED)
    assert texts > 5
    pages = poppler("pdftotext", "-bbox", printed(page, tmp_path), "-").split("<page ")[1:]
    (whole,) = [each for each in pages if "Qmark" in each]
    assert whole.count(">Qmark<") == texts
    width, height = (float(each) for each in re.findall(r'(?:width|height)="([\d.]+)"', whole)[:2])
    for box in re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">Qmark<', whole):
        left, top, right, bottom = map(float, box)
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height


@needs_poppler
@pytest.mark.parametrize("name", ["portal", "merger"])
def test_every_finding_is_printed(open_page: Opener, tmp_path: Path, name: str) -> None:
    page = open_page(page_called(name))
    rules = page.locator("article.card .kind span").all_inner_texts()
    text = poppler("pdftotext", "-layout", printed(page, tmp_path), "-")
    assert len(rules) > 3
    assert all(rule in text for rule in rules)


def test_what_is_chosen_on_the_map_is_not_printed(open_page: Opener) -> None:
    page = open_page(page_called("portal"), media="print")
    before = page.evaluate(SEEN)
    assert len(before) > 20
    page.emulate_media(media="screen")
    on_screen = page.evaluate(SEEN)
    page.locator("svg.map a.box[data-key]").first.click()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    assert page.evaluate(SEEN) != on_screen
    page.emulate_media(media="print")
    assert page.evaluate(SEEN) == before


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_control_is_printed_and_paper_is_light(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name), scheme="dark", media="print")
    assert (
        page.locator(CONTROLS).filter(visible=True).evaluate_all("all => all.map(e => e.outerHTML.slice(0, 99))") == []
    )
    assert visible(page, "h1") == 1
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
