"""Where an element is named: `textDocument/references`."""

from lsprotocol import types

from goalgraph.lsp.pointing import name_at, written
from goalgraph.lsp.view import View


def references(view: View, offset: int, *, with_declaration: bool) -> list[types.Location]:
    """Every place in the map where the element whose name stands at an offset is named."""
    named = name_at(view, offset)
    if named is None:
        return []
    return [view.location(each.place) for each in written(view, named.name) if with_declaration or not each.declares]
