"""What can be folded: `textDocument/foldingRange`."""

from lsprotocol import types

from goalgraph.lsp.view import View


def folding_ranges(view: View) -> list[types.FoldingRange]:
    """The statements of a file, its long texts, and runs of comments."""
    raise NotImplementedError
