"""What a line could go on with: `textDocument/completion`."""

from lsprotocol import types

from goalgraph.lsp.view import View


def complete(view: View, offset: int) -> types.CompletionList:
    """What may stand at an offset: properties of the kind, names, snippets, dates."""
    raise NotImplementedError
