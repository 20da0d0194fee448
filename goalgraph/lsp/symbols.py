"""The elements of a file, and of all maps by name: `textDocument/documentSymbol`, `workspace/symbol`."""

from collections.abc import Iterable

from lsprotocol import types

from goalgraph.lsp.view import View


def document_symbols(view: View) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """The elements that a file declares; a flat list where the editor knows no other."""
    raise NotImplementedError


def workspace_symbols(views: Iterable[View], query: str) -> list[types.WorkspaceSymbol]:
    """The elements of all maps whose names or titles match a query. Of each map one view is given."""
    raise NotImplementedError
