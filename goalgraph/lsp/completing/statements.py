"""What a statement may begin with, and what may be said in it."""

from collections.abc import Iterator, Mapping

from lsprotocol.types import CompletionItemKind

from goalgraph.lsp import meanings
from goalgraph.lsp.completing.offers import Offer
from goalgraph.lsp.completing.spot import Spot
from goalgraph.lsp.view import View
from goalgraph.model.links import ADMISSIONS
from goalgraph.syntax.vocabulary import KINDS, PROPERTIES, SINGLE_ATTRIBUTES, USUAL_KINDS, USUAL_PROPERTIES


def kinds(view: View, spot: Spot) -> Iterator[Offer]:
    """The kinds of statements, as whole statements where nothing stands there yet."""
    named = view.analysis.map.strategy is not None
    for kind in KINDS:
        if kind != "strategy" or not named:
            meaning, snippet = meanings.KINDS[kind]
            empty = not spot.after and not spot.below
            snippet = snippet if empty else ""
            elsewhere = _said_elsewhere(kind, USUAL_KINDS)
            yield Offer(kind, CompletionItemKind.Class, documentation=meaning, snippet=snippet, known_as=elsewhere)


def properties(spot: Spot) -> Iterator[Offer]:
    """What may be said of the kind of element, and is not yet said where it is said once."""
    for keyword in PROPERTIES:
        if _admitted(spot.kind, keyword) and len(spot.given(keyword)) < _most(spot.kind, keyword):
            meaning, snippet = meanings.PROPERTIES[keyword]
            snippet = "" if spot.after else snippet
            elsewhere = _said_elsewhere(keyword, USUAL_PROPERTIES)
            yield Offer(
                keyword, CompletionItemKind.Property, documentation=meaning, snippet=snippet, known_as=elsewhere
            )


def _said_elsewhere(word: str, usual: Mapping[str, str]) -> str:
    """The words of other notations that lead to a word."""
    return " ".join(other for other, own in usual.items() if own == word)


def _admitted(kind: str, keyword: str) -> bool:
    """Whether a property may stand on a kind of element; where the kind is unclear, any may."""
    if not kind:
        return True
    if keyword == "nature":
        return kind in meanings.NATURES
    if keyword == "horizon":
        return kind == "strategy"
    admission = next((each for relation, each in ADMISSIONS.items() if relation == keyword), None)
    return admission is None or kind in admission.on


def _most(kind: str, keyword: str) -> float:
    """How often a property may be given."""
    if keyword == "nature":
        return 2 if kind == "bridge" else 1
    return 1 if keyword in SINGLE_ATTRIBUTES else float("inf")
