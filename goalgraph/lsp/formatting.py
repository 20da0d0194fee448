"""The file as `goalgraph fmt` writes it: `textDocument/formatting`, `rangeFormatting`, `onTypeFormatting`."""

from lsprotocol import types

from goalgraph.lsp.view import View


def format_document(view: View) -> list[types.TextEdit]:
    """What makes a file look as `goalgraph fmt` would write it, in as few and small edits as there are."""
    raise NotImplementedError


def format_range(view: View, start: int, end: int) -> list[types.TextEdit]:
    """The same, of the statements between two offsets."""
    raise NotImplementedError


def format_on_type(view: View, offset: int, typed: str) -> list[types.TextEdit]:
    """The same, of what was just finished by typing a character."""
    raise NotImplementedError
