"""Addresses that can be opened: `textDocument/documentLink`."""

from lsprotocol import types

from goalgraph.lsp.view import View


def document_links(view: View) -> list[types.DocumentLink]:
    """The addresses that properties of a file hold, where they are ones that are safe to open."""
    raise NotImplementedError
