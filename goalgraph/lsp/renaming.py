"""Another name for an element, everywhere: `textDocument/rename` and `prepareRename`."""

from collections.abc import Iterator

from lsprotocol import types

from goalgraph.finding import Edit
from goalgraph.lsp.pointing import name_at, written
from goalgraph.lsp.unread_names import unread
from goalgraph.lsp.view import View
from goalgraph.model.elements import Element
from goalgraph.model.names import canonical
from goalgraph.output.drawing import one_line
from goalgraph.output.wording import short
from goalgraph.source import Span

# Of a title or a name, where a message shows it.
_LONGEST = 60


class RenameError(Exception):
    """An element can not be named so; the message says why."""


def prepare_rename(view: View, offset: int) -> types.PrepareRenamePlaceholder | None:
    """The name at an offset, if it is one that can be changed."""
    named = name_at(view, offset)
    return named and types.PrepareRenamePlaceholder(view.range(named.place), named.place.text)


def rename(view: View, offset: int, name: str) -> types.WorkspaceEdit | None:
    """What gives the element whose name stands at an offset another name, in every file of its map.

    Where a line can't be read, what may be its name is taken along, so that it is right once the line is mended.
    A name that nothing declares may be changed to that of an element: so a misspelt one is put right everywhere.

    Raises:
        RenameError: the name is none, or taken.
    """
    named = name_at(view, offset)
    wanted = canonical(name.strip())
    if named is None or wanted == named.name:
        return None
    if not is_name(wanted):
        raise RenameError(
            f"`{_shown(name)}` is no name: a name is one word that starts with a letter or `_` "
            "and goes on with letters, digits, `_`, `-` and `.`"
        )
    elements = view.analysis.map.elements
    if named.name in elements:
        if wanted in elements:
            raise RenameError(_taken(elements[wanted]))
        for place in _places(view, wanted):
            raise RenameError(f"`{_shown(wanted)}` is taken: it is written already ({one_line(place.where)})")
    return view.workspace_edit([Edit(place, wanted) for place in _places(view, named.name)])


def _places(view: View, name: str) -> Iterator[Span]:
    yield from (each.place for each in written(view, name))
    yield from unread(view, name)


def is_name(text: str) -> bool:
    """Whether the grammar takes a text for a name."""
    from goalgraph.syntax.statement_parser import read_statement  # lark is not loaded before it is needed

    read = read_statement(f"unit {text}")
    return read.head is not None and read.head.name.text == text and not read.unread


def _taken(holder: Element) -> str:
    titled = f' "{_shown(holder.title)}"' if holder.title != holder.name else ""
    where = one_line(holder.place.where)
    return f"`{_shown(holder.name)}` is taken: {holder.kind.phrase}{titled} has that name ({where})"


def _shown(text: str) -> str:
    return short(one_line(text), _LONGEST)
