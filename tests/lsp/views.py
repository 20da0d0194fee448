"""Maps as editors show them, without a server: `|` in a text marks a place."""

from typing import NamedTuple

from lsprotocol import types

from goalgraph.analysis import analyse
from goalgraph.config import Config
from goalgraph.lsp.client import Client
from goalgraph.lsp.units import Units
from goalgraph.lsp.view import Addresses, View
from goalgraph.source import Source

# An editor that can do everything.
ABLE = Client(Units(), *[True] * (len(Client._fields) - 1))


class Marked(NamedTuple):
    """A view of a map's file, and the offsets of the marks in its text."""

    view: View
    marks: tuple[int, ...]

    @property
    def offset(self) -> int:
        """Where the only mark is."""
        (offset,) = self.marks
        return offset


def look(
    text: str,
    others: dict[str, str] | None = None,
    client: Client = ABLE,
    *,
    mark: str = "|",
    config: Config | None = None,
) -> Marked:
    """The file `map.strat` with a text, beside others by their paths; all belong to one map."""
    pieces = text.split(mark)
    offsets: list[int] = []
    for piece in pieces[:-1]:
        offsets.append(len(piece) + (offsets[-1] if offsets else 0))
    sources = [Source("map.strat", "".join(pieces)), *(Source(path, each) for path, each in (others or {}).items())]
    analysis = analyse(sources, config)
    at = next(at for at, document in enumerate(analysis.map.documents) if document.source.path == "map.strat")
    addresses = Addresses(lambda path: f"file:///{path}", lambda path: 3 if path == "map.strat" else None)
    return Marked(View(analysis, at, client, addresses), tuple(offsets))


def between(view: View, place: types.Range, path: str = "map.strat") -> str:
    """The text of a range in a file of the map."""
    source = next(each.source for each in view.analysis.map.documents if each.source.path == path)
    return source.text[view.client.units.offset(source, place.start) : view.client.units.offset(source, place.end)]


def applied(text: str, edits: list[types.TextEdit] | None, units: Units = ABLE.units) -> str:
    """A text after edits that do not overlap, as an editor makes them."""
    source = Source("map.strat", text)
    spots = [
        (units.offset(source, edit.range.start), units.offset(source, edit.range.end), edit.new_text)
        for edit in edits or []
    ]
    for start, end, new in sorted(spots, key=lambda spot: spot[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def changed_files(edit: types.WorkspaceEdit, texts: dict[str, str]) -> dict[str, str]:
    """The texts of files by path after an edit of the workspace, whichever form it has."""
    by_uri: dict[str, list[types.TextEdit]] = {uri: list(each) for uri, each in (edit.changes or {}).items()}
    for change in edit.document_changes or []:
        assert isinstance(change, types.TextDocumentEdit)
        by_uri[change.text_document.uri] = [each for each in change.edits if isinstance(each, types.TextEdit)]
    return {path: applied(text, by_uri.get(f"file:///{path}")) for path, text in texts.items()}
