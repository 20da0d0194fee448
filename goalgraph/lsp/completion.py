"""What a line could go on with: `textDocument/completion`."""

from lsprotocol import types

from goalgraph.lsp.completing import statements
from goalgraph.lsp.completing.ignores import ignoring, typed_in_comment
from goalgraph.lsp.completing.lines import going_on
from goalgraph.lsp.completing.offers import Offers, listed, offered
from goalgraph.lsp.completing.spot import Spot, spot_at
from goalgraph.lsp.view import View

# What is typed before a name, a word or a date is due. Letters ask by themselves.
TRIGGERS = (" ", ",")


def complete(view: View, offset: int) -> types.CompletionList:
    """What may stand at an offset: properties of the kind, names, snippets, dates."""
    spot = spot_at(view.document, offset)
    if spot is None:
        return types.CompletionList(is_incomplete=False, items=[])
    if spot.comment is not None:
        spot = typed_in_comment(spot)
    return listed(view, spot, _offers(view, spot))


def _offers(view: View, spot: Spot) -> Offers:
    if spot.comment is not None:
        return offered(ignoring(view, spot))
    if spot.first:
        # The name and the title of an element are its author's.
        return Offers() if spot.said else offered(statements.kinds(view, spot))
    return going_on(view, spot) if spot.said else offered(statements.properties(spot))
