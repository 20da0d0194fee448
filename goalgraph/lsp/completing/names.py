"""The names of elements that a property may name."""

from collections.abc import Collection
from typing import NamedTuple

from lsprotocol.types import CompletionItemKind

from goalgraph.graph.closing import closing
from goalgraph.lsp.completing.offers import Offer, Offers, likely
from goalgraph.lsp.completing.spot import Spot
from goalgraph.lsp.view import View
from goalgraph.model.elements import Element, Kind
from goalgraph.model.links import ADMISSIONS, Relation
from goalgraph.model.names import canonical
from goalgraph.output.drawing import one_line

_LONGEST = 80
_COUNTED = frozenset(Kind) - {Kind.STRATEGY}


class _Candidate(NamedTuple):
    """An element that may be named, and whether that would close a loop; candidates sort by how likely they are."""

    closes: bool
    stopped: bool
    runs_down: bool
    elsewhere: bool
    name: str
    element: Element


def linked(view: View, spot: Spot) -> Offers:
    """What the link on a line may name: elements that it does not name yet, those that would close a loop last."""
    relation = Relation(spot.keyword)
    admission = ADMISSIONS[relation]
    if spot.kind and spot.kind not in admission.on:
        return Offers()
    named = {canonical(word) for line in (spot.said, spot.after, *spot.given(relation)) for word in line}
    return _offers(view, spot, admission.names, named, relation)


def counted(view: View, spot: Spot) -> Offers:
    """What a measure may count: any element but the one whose measure it is."""
    return _offers(view, spot, _COUNTED, (), None)


def _offers(
    view: View, spot: Spot, kinds: Collection[Kind], named: Collection[str], relation: Relation | None
) -> Offers:
    closes = closing(view.graph, spot.name, relation) if relation else ()
    rank = max(Kind(spot.kind).rank if spot.kind and relation is Relation.SERVES else 0, 1)
    below = {kind: relation is Relation.SERVES and kind.rank < rank for kind in kinds}
    candidates = sorted(
        _Candidate(
            name in closes,
            element.stopped,
            below[element.kind],
            element.placed.source is not view.source,
            name,
            element,
        )
        for name, element in view.analysis.map.elements.items()
        if element.kind in below and name != spot.name and name not in named
    )
    shown = likely(candidates, spot.word, lambda each: (each.name, each.element.title))
    return Offers([_offer(each) for each in shown], len(shown) < len(candidates))


def _offer(candidate: _Candidate) -> Offer:
    element = candidate.element
    title = one_line(element.title)
    title = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
    beside = f"{element.kind} · {title}" if element.title != element.name else str(element.kind)
    said = [beside]
    if candidate.stopped:
        said.append("stopped")
    if candidate.closes:
        said.append("would close a loop")
    return Offer(
        candidate.name,
        CompletionItemKind.Reference,
        " · ".join(reversed(said)),
        mark=" ↻" if candidate.closes else "",
        beside=beside,
        known_as=title if element.title != element.name else "",
    )
