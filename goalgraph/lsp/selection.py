"""What surrounds a place, wider and wider: `textDocument/selectionRange`."""

from collections.abc import Sequence

from lsprotocol import types

from goalgraph.lsp.view import View


def selection_ranges(view: View, offsets: Sequence[int]) -> list[types.SelectionRange]:
    """For each offset: word, line, statement, file."""
    raise NotImplementedError
