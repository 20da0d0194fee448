"""The map as a picture in pixels, twice as fine as it is shown on a plain screen."""

from goalgraph.output import browser, svg
from goalgraph.output.picture_page import picture_page
from goalgraph.output.verdict import Verdict

FINENESS = 2
# Beyond this browsers give pictures that are blank or cut off: 16,000 pixels a side, a hundred million in all.
_LONGEST = 16_000 / FINENESS
_LARGEST = 100_000_000 / FINENESS**2


def render(verdict: Verdict) -> bytes:
    """The map as PNG.

    Raises:
        browser.BrowserError: there is no browser to draw it, or it failed.
    """
    page = picture_page(svg.render(verdict), _LONGEST, _LARGEST)
    size = f"--window-size={page.width},{page.height}"
    return browser.run(page.html, "--screenshot", "png", size, f"--force-device-scale-factor={FINENESS}")
