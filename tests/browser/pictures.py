"""`make pictures`: the report of an example as a browser shows it, for README and docs/report.md."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from goalgraph.output import html, svg
from tests.browser.opening import ARGUMENTS, CHROMIUM, Opener
from tests.output.verdicts import ROOT, example

FOLDER = ROOT / "docs" / "pictures"
_EXAMPLE = "portal"
# In bytes; they are read by everybody who gets the repository.
_MOST = 150_000


class _Screen(NamedTuple):
    name: str
    width: int
    height: int
    dark: bool = False


_SCREENS = (
    _Screen("report", 1280, 800),
    _Screen("report-dark", 1280, 800, dark=True),
    _Screen("report-phone", 390, 844),
)


def make(folder: Path) -> list[Path]:
    """Takes the pictures, and returns where they are."""
    folder.mkdir(exist_ok=True)
    page, picture = html.render(example(_EXAMPLE)), svg.render(example(_EXAMPLE))
    made = [folder / f"{screen.name}.png" for screen in _SCREENS] + [folder / "map.png"]
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        opener = Opener(browser, Path(temporary))
        for screen, path in zip(_SCREENS, made, strict=False):
            opened = opener(page, width=screen.width, height=screen.height, scheme="dark" if screen.dark else "light")
            opened.screenshot(path=path)
        alone = Path(temporary) / "map.svg"
        alone.write_text(picture, encoding="utf-8")
        opener(alone).locator("svg").first.screenshot(path=made[-1])
        seen = opener.close()
        browser.close()
    if seen:
        raise SystemExit(f"the report does what it may not: {seen}")
    return made


def main() -> None:
    """Takes the pictures and tells their sizes; one that is too large is an error."""
    made = make(FOLDER)
    for path in made:
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")  # noqa: T201
    if any(path.stat().st_size > _MOST for path in made):
        raise SystemExit(f"more than {_MOST:,} bytes are too many")


if __name__ == "__main__":
    main()
