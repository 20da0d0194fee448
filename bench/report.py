"""How large the report is and how soon a browser shows it, beside a page of as many bytes that shows nothing."""

import statistics
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.linting import COMMAND, Linting
from bench.page import Section, Target, seconds, table
from bench.timing import Contender, in_turns
from tests.browser.maps import big_map
from tests.browser.opening import ARGUMENTS, CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROUNDS = 7
# Maps by their elements, and how many bytes the page may have.
SIZES = {25: 60_000, 500: 500_000, 20_000: 20_000_000}
MOST_SECONDS = 2
EMPTY = "<!doctype html><html lang=en><meta charset=utf-8><title>Nothing</title><p>Nothing<!--{}-->"
# Seconds until the page is loaded and something of it is seen, and how many elements it then has.
OPENED = """() => new Promise((done) => new PerformanceObserver((list) => {
  const [seen] = list.getEntriesByName("first-contentful-paint");
  const [{ loadEventEnd }] = performance.getEntriesByType("navigation");
  if (seen) done([Math.max(loadEventEnd, seen.startTime) / 1000, document.querySelectorAll("*").length]);
}).observe({ type: "paint", buffered: true }))"""


class Opened(NamedTuple):
    """How long a page took to open, in seconds, and how many elements it has."""

    median: float
    least: float
    parts: int


def measure() -> list[Section]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        environment = {**Linting(place).environment, "XDG_CACHE_HOME": str(place / "kept")}
        made = {count: _rendered(place / str(count), count, environment) for count in SIZES}
        pages = {count: page for count, (page, _) in made.items()}
        opened = _opened(pages, place)
        sizes = {count: page.stat().st_size for count, page in pages.items()}
    rows = []
    for count in SIZES:
        row = [f"{count:,}", seconds(made[count][1]), f"{sizes[count] / 1000:,.0f} kB"]
        if opened:
            report, empty = opened[count]
            row += [f"{report.parts:,}", seconds(report.median), seconds(empty.median)]
            row.append(f"{report.median / empty.median:.1f}")
        rows.append(row)
    head = ("elements", "rendered in", "size", "parts", "opens in", "nothing of that size", "ratio")
    text = table(head if opened else head[:3], rows)
    text += (
        "\nRendered: whole processes, with what was read before. Opened: until it is loaded and something is seen.\n"
    )
    targets = [
        Target(f"the page of {count:,} elements", sizes[count] / 1000, most / 1000, " kB")
        for count, most in SIZES.items()
    ]
    largest = max(SIZES)
    taken = opened[largest][0].median if opened else None
    targets.append(Target(f"the page of {largest:,} elements opens", taken, MOST_SECONDS, " s"))
    return [Section("The report in a browser", text, tuple(targets))]


def _rendered(folder: Path, count: int, environment: Mapping[str, str]) -> tuple[Path, float]:
    """The page of a map, and how long a whole process takes to make it."""
    folder.mkdir()
    (folder / "grown.strat").write_text(big_map(count), encoding="utf-8")
    page = folder / "page.html"
    contender = Contender("render", [COMMAND, "render", str(folder), "-o", str(page)], environment)
    return page, in_turns([contender], 3)["render"].median


def _opened(pages: dict[int, Path], place: Path) -> dict[int, tuple[Opened, Opened]]:
    """Each page and one of as many bytes that shows nothing, in turns; nothing where there is no browser."""
    if CHROMIUM is None:
        return {}
    from playwright.sync_api import sync_playwright

    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for count, page in pages.items():
            empty = place / f"empty-{count}.html"
            empty.write_text(EMPTY.format("x" * (page.stat().st_size - len(EMPTY) + 2)))
            runs = [(_once(browser, page), _once(browser, empty)) for _ in range(ROUNDS + 1)]
            report, nothing = (_summed(each) for each in zip(*runs[1:], strict=True))
            found[count] = (report, nothing)
        browser.close()
    return found


def _once(browser: "Browser", path: Path) -> tuple[float, int]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_navigation_timeout(120_000)
    page = context.new_page()
    page.goto(path.as_uri())
    taken, parts = page.evaluate(OPENED)
    context.close()
    return float(taken), int(parts)


def _summed(runs: tuple[tuple[float, int], ...]) -> Opened:
    times = [taken for taken, _ in runs]
    return Opened(statistics.median(times), min(times), runs[-1][1])
