"""What may be said in a comment that silences a finding."""

import re
from collections.abc import Iterator

from lsprotocol.types import CompletionItemKind

from goalgraph.lsp import meanings
from goalgraph.lsp.completing.dates import dates
from goalgraph.lsp.completing.offers import Offer
from goalgraph.lsp.completing.spot import Spot
from goalgraph.lsp.view import View
from goalgraph.rules.catalogue import RULES

_MARK = re.compile(r"#+\s*goalgraph\s*:\s*(?P<said>.*)", re.DOTALL)
_WORD = re.compile(r"[\w.-]*+")
_SLUGS = re.compile(r"ignore\s+(?:[\w-]+\s*,\s*)*$")
_CLAUSES = re.compile(
    r'ignore\s+[\w-]+(?:\s*,\s*[\w-]+)*\s+(?P<clauses>(?:because\s+"(?:[^"\\]|\\.)*"\s+|until\s+\S+\s+)*)$'
)
_UNTIL = re.compile(r'ignore\s(?:[^"]|"(?:[^"\\]|\\.)*")*\suntil\s+$')
_SLUG = re.compile(r"[\w-]+")
_BLANK = re.compile(r"\s*(?:#.*)?")


def typed_in_comment(spot: Spot) -> Spot:
    """The place with the word that is typed in a comment, and the comment before it."""
    comment = spot.comment or ""
    match = _WORD.match(comment[::-1])
    word = match[0][::-1] if match else ""
    return spot._replace(
        start=spot.offset - len(word),
        word=word,
        comment=comment[: len(comment) - len(word)],
        rest=spot.rest if word else "",
    )


def ignoring(view: View, spot: Spot) -> Iterator[Offer]:
    """What an ignore may go on with; nothing in any other comment."""
    mark = _MARK.match(spot.comment or "")
    if mark is None:
        return
    said = mark["said"]
    if not said:
        yield Offer("ignore", CompletionItemKind.Keyword, documentation="Silences a rule on this line or the next.")
    elif _SLUGS.match(said):
        yield from _slugs(view, spot, _SLUG.findall(said))
    elif clauses := _CLAUSES.match(said):
        if "because" not in clauses["clauses"]:
            meaning, snippet = meanings.REASON
            yield Offer("because", CompletionItemKind.Keyword, documentation=meaning, snippet=snippet)
        if "until" not in clauses["clauses"]:
            meaning = "The day after which the finding counts again."
            yield Offer("until", CompletionItemKind.Keyword, documentation=meaning)
    elif _UNTIL.match(said):
        yield from dates(view, "until")


def _slugs(view: View, spot: Spot, given: list[str]) -> Iterator[Offer]:
    """The rules that may be silenced, first those that are told where the comment counts."""
    told = _told(view, spot.offset)
    rules = [rule for rule in RULES if rule.slug not in given and not rule.check_ignores]
    for rule in sorted(rules, key=lambda rule: rule.slug not in told):
        detail = "told here" if rule.slug in told else ""
        yield Offer(rule.slug, CompletionItemKind.EnumMember, detail, rule.summary)


def _told(view: View, offset: int) -> set[str]:
    """The rules that tell of the line on which a comment stands, or of the next where nothing else is on it."""
    source = view.source
    number = source.position(offset)[0]
    while number < len(source.line_starts) and _BLANK.fullmatch(source.line(number)):
        number += 1
    start = source.line_starts[number - 1]
    end = start + len(source.line(number))
    return {
        finding.rule
        for finding in (*view.analysis.findings, *view.analysis.silenced)
        if any(place.source is source and start <= place.start <= end for place in finding.places())
    }
