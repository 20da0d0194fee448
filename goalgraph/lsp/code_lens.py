"""What stands above each element: `textDocument/codeLens`."""

from lsprotocol import types

from goalgraph.lsp.view import View


def code_lenses(view: View) -> list[types.CodeLens]:
    """Of each element of a file by how many it is supported, which values it reaches, and the loop it is on."""
    raise NotImplementedError
