"""Where an element is named in this file: `textDocument/documentHighlight`."""

from lsprotocol import types

from goalgraph.lsp.view import View


def highlights(view: View, offset: int) -> list[types.DocumentHighlight]:
    """Every place in the file where the element whose name stands at an offset is named."""
    raise NotImplementedError
