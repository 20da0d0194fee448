"""The map as one page of PDF, for paper and for slides: its text can be searched, its lines are sharp at any size."""

import re

from goalgraph.output import browser, svg
from goalgraph.output.picture_page import picture_page
from goalgraph.output.verdict import Verdict

# In pixels; readers of PDF know no page above 200 inches.
_LONGEST = 19_000
_DATE = re.compile(rb"/(?:CreationDate|ModDate) \([^()\r\n]*\)")


def render(verdict: Verdict) -> bytes:
    """The map as PDF.

    Raises:
        browser.BrowserError: there is no browser to print it, or it failed.
    """
    page = picture_page(svg.render(verdict), _LONGEST)
    made = browser.run(page.html, "--print-to-pdf", "pdf", "--no-pdf-header-footer")
    # Same input, same bytes: no clock. The file has to stay as long as it is, as it tells at which byte what begins.
    return _DATE.sub(lambda date: b" " * len(date[0]), made)
