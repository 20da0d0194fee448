"""Where an element is declared: `textDocument/definition`."""

from lsprotocol import types

from goalgraph.lsp.pointing import name_at, written
from goalgraph.lsp.view import View


def definition(view: View, offset: int) -> list[types.Location]:
    """Every declaration of the element whose name stands at an offset."""
    named = name_at(view, offset)
    if named is None:
        return []
    return [view.location(each.place) for each in written(view, named.name) if each.declares]
