"""Where an element is named: `textDocument/references`."""

from lsprotocol import types

from goalgraph.lsp.view import View


def references(view: View, offset: int, *, with_declaration: bool) -> list[types.Location]:
    """Every place in the map where the element whose name stands at an offset is named."""
    raise NotImplementedError
