"""A sign on the links of loops: `textDocument/inlayHint`."""

from lsprotocol import types

from goalgraph.lsp.view import View


def inlay_hints(view: View, start: int, end: int) -> list[types.InlayHint]:
    """A sign behind each link of a loop that is written between two offsets."""
    raise NotImplementedError
