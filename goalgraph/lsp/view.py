"""One file of a map, as an editor shows it: what features are pure functions of."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from lsprotocol.types import (
    Location,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from goalgraph.analysis import Analysis
from goalgraph.finding import Edit
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.lsp.client import Client
from goalgraph.model.declarations import Declaration
from goalgraph.source import Source, Span
from goalgraph.syntax.nodes import Document


class Addresses(NamedTuple):
    """The URI of a file, by its path as people see it, and its version, where an editor has it open."""

    uri: Callable[[str], str]
    version: Callable[[str], int | None] = lambda _: None


class View(NamedTuple):
    """One file of an analysed map: `at` is the index of its document in the map."""

    analysis: Analysis
    at: int
    client: Client
    addresses: Addresses

    @property
    def graph(self) -> PurposeGraph:
        return self.analysis.graph

    @property
    def document(self) -> Document:
        """The file as written."""
        return self.analysis.map.documents[self.at]

    @property
    def declared(self) -> tuple[Declaration, ...]:
        """What each statement of the file declares."""
        return self.analysis.map.declared[self.at]

    @property
    def source(self) -> Source:
        return self.document.source

    def offset(self, position: Position) -> int:
        """The offset of a position in this file."""
        return self.client.units.offset(self.source, position)

    def range(self, span: Span) -> Range:
        return self.client.units.range(span)

    def uri(self, span: Span) -> str:
        """The address of the file in which a stretch lies."""
        return self.addresses.uri(span.path)

    def location(self, span: Span) -> Location:
        return Location(self.uri(span), self.range(span))

    def text_edits(self, edits: Iterable[Edit]) -> list[TextEdit]:
        """Edits of one file."""
        return [TextEdit(self.range(edit.place), edit.text) for edit in edits]

    def workspace_edit(self, edits: Sequence[Edit]) -> WorkspaceEdit:
        """Edits of any files of the map, in order of path; of files that are open, of the version they have."""
        by_path: dict[str, list[Edit]] = {}
        for edit in sorted(edits, key=lambda edit: edit.place.order):
            by_path.setdefault(edit.place.path, []).append(edit)
        if not self.client.document_changes:
            return WorkspaceEdit(
                changes={self.addresses.uri(path): self.text_edits(each) for path, each in by_path.items()}
            )
        return WorkspaceEdit(
            document_changes=[
                TextDocumentEdit(
                    OptionalVersionedTextDocumentIdentifier(self.addresses.uri(path), self.addresses.version(path)),
                    self.text_edits(each),
                )
                for path, each in by_path.items()
            ]
        )
