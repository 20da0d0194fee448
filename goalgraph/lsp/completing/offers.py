"""What is offered to be typed, and how it is sent to an editor."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple, TypeVar

from lsprotocol import types

from goalgraph.lsp.client import Client
from goalgraph.lsp.completing.spot import Spot
from goalgraph.lsp.view import View
from goalgraph.source import Span

# Longer lists nobody reads, and they take long to send.
MOST = 100

Candidate = TypeVar("Candidate")


class Offer(NamedTuple):
    """Something to be typed. `snippet` is what is inserted instead where an editor knows snippets.

    `mark` and `beside` are shown on its line, `detail` and `documentation` beside the list. `known_as` finds it, too.
    """

    label: str
    form: types.CompletionItemKind
    detail: str = ""
    documentation: str = ""
    snippet: str = ""
    mark: str = ""
    beside: str = ""
    known_as: str = ""


class Offers(NamedTuple):
    """What is offered, the best first; `cut` says that there is more."""

    offers: Sequence[Offer] = ()
    cut: bool = False


def offered(offers: Iterable[Offer]) -> Offers:
    """As many as are shown."""
    everything = list(offers)
    return Offers(everything[:MOST], len(everything) > MOST)


def likely(
    candidates: Sequence[Candidate], word: str, known_as: Callable[[Candidate], tuple[str, str]]
) -> Sequence[Candidate]:
    """As many candidates as are shown: where there are more, those that match best what is typed of a word.

    Candidates come best first, and are known by a name and a title.
    """
    if len(candidates) <= MOST:
        return candidates
    sought = word.casefold()
    if not sought:
        return candidates[:MOST]

    def ranked() -> Iterator[tuple[int, int]]:
        for index, candidate in enumerate(candidates):
            name, title = (each.casefold() for each in known_as(candidate))
            if name.startswith(sought):
                yield 0, index
            elif sought in name or title.startswith(sought):
                yield 1, index
            elif sought in title:
                yield 2, index

    return [candidates[index] for _, index in nsmallest(MOST, ranked())]


def listed(view: View, spot: Spot, offers: Offers) -> types.CompletionList:
    """Offers as an editor takes them, in the order in which they come."""
    typed = view.range(Span(view.source, spot.start, spot.offset))
    word = view.range(Span(view.source, spot.start, spot.offset + len(spot.rest))) if spot.rest else typed
    items = [_item(index, offer, view.client, typed, word) for index, offer in enumerate(offers.offers)]
    return types.CompletionList(is_incomplete=offers.cut, items=items)


def _item(index: int, offer: Offer, client: Client, typed: types.Range, word: types.Range) -> types.CompletionItem:
    snippet = offer.snippet if client.snippets else ""
    new = snippet or offer.label
    chooses = client.inserts_or_replaces and word != typed
    return types.CompletionItem(
        offer.label,
        types.CompletionItemLabelDetails(offer.mark or None, offer.beside) if offer.beside else None,
        types.CompletionItemKind.Snippet if snippet else offer.form,
        detail=offer.detail or None,
        documentation=offer.documentation or None,
        sort_text=f"{index:04d}",
        # The name comes first: some editors compare the beginning only.
        filter_text=f"{offer.label} {offer.known_as}" if offer.known_as else None,
        insert_text_format=types.InsertTextFormat.Snippet if snippet else types.InsertTextFormat.PlainText,
        text_edit=types.InsertReplaceEdit(new, typed, word) if chooses else types.TextEdit(word, new),
    )
