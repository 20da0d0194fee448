"""Where an element is declared: `textDocument/definition`."""

from lsprotocol import types

from goalgraph.lsp.view import View


def definition(view: View, offset: int) -> list[types.Location]:
    """Every declaration of the element whose name stands at an offset."""
    raise NotImplementedError
