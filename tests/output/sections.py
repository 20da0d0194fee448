"""Maps as the sections of the page take them, and what they say as plain text."""

from textwrap import dedent

from goalgraph.analysis import analyse
from goalgraph.output.html import render
from goalgraph.output.html.addresses import addresses
from goalgraph.output.html.naming import Naming, Phrase, namings
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source, Span, Unreadable

HIDDEN = Unreadable(Span(Source("hidden.strat", ""), 0, 0), "it is not text", "save it as UTF-8")


def verdict_of(*texts: str, hidden: bool = False) -> Verdict:
    """The verdict on maps, each a text; with `hidden` each has a file that can't be read as well."""
    more = (HIDDEN,) if hidden else ()
    analyses = [analyse([Source(f"map{number}.strat", dedent(text)), *more]) for number, text in enumerate(texts)]
    return Verdict(analyses, [finding for analysis in analyses for finding in analysis.findings])


def maps(*texts: str, hidden: bool = False) -> tuple[Naming, ...]:
    """The maps with all rows on the page."""
    verdict = verdict_of(*texts, hidden=hidden)
    places = addresses(verdict).elements
    return namings(verdict, places, {each for ids in places.values() for each in ids.values()})


def plain(phrase: Phrase) -> str:
    """A phrase with the titles of elements in brackets."""
    return "".join(part if isinstance(part, str) else f"[{part.title}]" for part in phrase)


def section(called: str, *texts: str, hidden: bool = False) -> str:
    """The section of a page by the address of its heading, or nothing."""
    page = render(verdict_of(*texts, hidden=hidden))
    start = page.find(f'aria-labelledby="{called}"')
    return page[page.rindex("<section", 0, start) : page.index("</section>", start)] if start >= 0 else ""
