"""Another name for an element, everywhere: `textDocument/rename` and `prepareRename`."""

from lsprotocol import types

from goalgraph.lsp.view import View


class RenameError(Exception):
    """An element can not be named so; the message says why."""


def prepare_rename(view: View, offset: int) -> types.PrepareRenamePlaceholder | None:
    """The name at an offset, if it is one that can be changed."""
    raise NotImplementedError


def rename(view: View, offset: int, name: str) -> types.WorkspaceEdit | None:
    """What gives the element whose name stands at an offset another name, in every file of its map.

    Raises:
        RenameError: the name is none, or taken.
    """
    raise NotImplementedError
