"""Names coloured by what they name: `textDocument/semanticTokens` (full, range, delta)."""

from lsprotocol import types

from goalgraph.lsp.view import View

LEGEND = types.SemanticTokensLegend(token_types=[], token_modifiers=[])


def semantic_tokens(view: View, start: int = 0, end: int | None = None) -> list[int]:
    """The tokens between two offsets, five numbers each, as the protocol has them."""
    raise NotImplementedError


def token_edits(before: list[int], after: list[int]) -> list[types.SemanticTokensEdit]:
    """What makes one list of numbers of another."""
    raise NotImplementedError
