"""What can be done about a finding: `textDocument/codeAction`."""

from collections.abc import Sequence

from lsprotocol import types

from goalgraph.lsp.view import View

FIX_ALL = "source.fixAll.goalgraph"


def code_actions(
    view: View, start: int, end: int, diagnostics: Sequence[types.Diagnostic], only: Sequence[str] | None
) -> list[types.CodeAction]:
    """What can be done about the findings between two offsets; `diagnostics` are those that the editor means.

    `only` are the kinds of action that are asked for, None for all.
    """
    raise NotImplementedError
