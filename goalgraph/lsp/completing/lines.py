"""How a line may go on, by the property with which it begins."""

from collections.abc import Iterator, Mapping, Sequence

from lsprotocol.types import CompletionItemKind

from goalgraph.lsp import meanings
from goalgraph.lsp.completing import names
from goalgraph.lsp.completing.dates import dates
from goalgraph.lsp.completing.offers import Offer, Offers, likely, offered
from goalgraph.lsp.completing.spot import Spot
from goalgraph.lsp.view import View
from goalgraph.syntax.vocabulary import CLAUSES, LINKS, STRENGTHS, WEIGHED_LINKS


def going_on(view: View, spot: Spot) -> Offers:
    """What may stand next on a line that has begun."""
    said = spot.said[1:]
    if spot.keyword in LINKS:
        return _link(view, spot, said)
    if spot.keyword == "measure":
        return _measure(view, spot, said)
    if spot.keyword == "tags":
        return _tags(view, spot) if _awaits_name(said) else Offers()
    if said:
        return Offers()
    if spot.keyword in ("since", "until", "horizon"):
        return offered(dates(view, spot.keyword, _since(spot)))
    return offered(_values(spot))


def _link(view: View, spot: Spot, said: Sequence[str]) -> Offers:
    if _awaits_name(said):
        return names.linked(view, spot)
    rest = _after_names(said)
    strengths = STRENGTHS if spot.keyword in WEIGHED_LINKS else ()
    if rest is None or len(rest) > 1 or any(word not in strengths for word in rest):
        return Offers()
    open_words = ["because"]
    if not rest and not any(word in STRENGTHS for word in spot.after):
        open_words = [*strengths, "because"]
    words = meanings.STRENGTHS | {"because": meanings.REASON}
    return offered(_words(spot, {word: words[word] for word in open_words if word not in spot.after}))


def _awaits_name(said: Sequence[str]) -> bool:
    """Whether a list of names has just begun, or just had a comma."""
    named = all(word != "," and not word.startswith('"') for word in said[::2])
    return named and len(said) % 2 == 0 and all(word == "," for word in said[1::2])


def _after_names(said: Sequence[str]) -> Sequence[str] | None:
    """What follows a list of names; None where it is none."""
    end = 0
    while end < len(said) and not said[end].startswith((",", '"')):
        if end + 1 == len(said) or said[end + 1] != ",":
            return said[end + 1 :]
        end += 2
    return None


def _measure(view: View, spot: Spot, said: Sequence[str]) -> Offers:
    if not said or not said[0].startswith('"'):
        return Offers()
    given = said[1::2]
    if any(word not in CLAUSES for word in given):
        return Offers()
    if len(said) % 2 == 0:
        if given[-1] == "of":
            return names.counted(view, spot)
        return offered(dates(view, "by", _since(spot))) if given[-1] == "by" else Offers()
    return offered(
        _words(spot, {word: meanings.CLAUSES[word] for word in CLAUSES if word not in (*given, *spot.after)})
    )


def _words(spot: Spot, words: Mapping[str, meanings.Word]) -> Iterator[Offer]:
    for word, (meaning, snippet) in words.items():
        yield Offer(word, CompletionItemKind.Keyword, documentation=meaning, snippet="" if spot.after else snippet)


def _since(spot: Spot) -> str:
    """When it began, as it is written."""
    given = spot.given("since")
    return given[0][0] if given and given[0] else ""


def _values(spot: Spot) -> Iterator[Offer]:
    """The words of a closed set."""
    if spot.keyword == "nature":
        natures = meanings.NATURES if spot.kind not in meanings.NATURES else {spot.kind: meanings.NATURES[spot.kind]}
        words = {word: meaning for each in natures.values() for word, meaning in each.items()}
        given = {word for line in spot.given("nature") for word in line}
        words = {word: meaning for word, meaning in words.items() if word not in given}
    else:
        words = {"sphere": meanings.SPHERES, "status": meanings.STATUSES}.get(spot.keyword, {})
    for word, meaning in words.items():
        yield Offer(word, CompletionItemKind.EnumMember, documentation=meaning)


def _tags(view: View, spot: Spot) -> Offers:
    """The tags that the map knows, but those that the statement has."""
    given = {word for line in (spot.said[1:], spot.after, *spot.given("tags")) for word in line}
    known = sorted({tag for element in view.analysis.map.elements.values() for tag in element.tags} - given)
    shown = likely(known, spot.word, lambda tag: (tag, ""))
    return Offers([Offer(tag, CompletionItemKind.EnumMember) for tag in shown], len(shown) < len(known))
