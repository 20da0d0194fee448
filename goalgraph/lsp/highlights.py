"""Where an element is named in this file: `textDocument/documentHighlight`."""

from lsprotocol import types
from lsprotocol.types import DocumentHighlightKind

from goalgraph.lsp.pointing import name_at, written_in
from goalgraph.lsp.view import View


def highlights(view: View, offset: int) -> list[types.DocumentHighlight]:
    """Every place in the file where the element whose name stands at an offset is named."""
    named = name_at(view, offset)
    if named is None:
        return []
    return [
        types.DocumentHighlight(
            view.range(each.place), DocumentHighlightKind.Write if each.declares else DocumentHighlightKind.Read
        )
        for each in written_in(view, view.at, named.name)
    ]
