"""What an element is and why it is there: `textDocument/hover`."""

from lsprotocol import types

from goalgraph.lsp.view import View


def hover(view: View, offset: int) -> types.Hover | None:
    """Of the element whose name stands at an offset: title, kind, owner, and the chain of whys."""
    raise NotImplementedError
