"""What the editor at the other end can do, as it said when it began."""

from typing import NamedTuple

from lsprotocol.types import ClientCapabilities, MarkupKind, PositionEncodingKind

from goalgraph.lsp.units import Units


class Client(NamedTuple):
    """What one editor can do, and how it counts columns."""

    units: Units = Units()
    related_information: bool = False
    tags: bool = False
    code_description: bool = False
    pulls: bool = False
    document_changes: bool = False
    markdown: bool = False
    snippets: bool = False
    inserts_or_replaces: bool = False
    nested_symbols: bool = False
    action_literals: bool = False
    watches: bool = False
    refreshes_lenses: bool = False
    refreshes_hints: bool = False
    refreshes_tokens: bool = False
    progress: bool = False

    @classmethod
    def of(cls, said: ClientCapabilities, encoding: PositionEncodingKind | str | None) -> "Client":
        """What an editor has said of itself; whatever it left out it can't do."""
        text, space, window = said.text_document, said.workspace, said.window
        published = text and text.publish_diagnostics
        completion = text and text.completion and text.completion.completion_item
        edit = space and space.workspace_edit
        symbols = text and text.document_symbol
        actions = text and text.code_action
        refreshes = bool(space and space.diagnostics and space.diagnostics.refresh_support)
        return cls(
            units=Units(encoding or PositionEncodingKind.Utf16),
            related_information=bool(published and published.related_information),
            tags=bool(published and published.tag_support),
            code_description=bool(published and published.code_description_support),
            # Findings of other files change with an edit. Who can't be told to ask again is told what is new.
            pulls=bool(text and text.diagnostic) and refreshes,
            document_changes=bool(edit and edit.document_changes),
            markdown=bool(text and text.hover and _markdown(text.hover.content_format)),
            snippets=bool(completion and completion.snippet_support),
            inserts_or_replaces=bool(completion and completion.insert_replace_support),
            nested_symbols=bool(symbols and symbols.hierarchical_document_symbol_support),
            action_literals=bool(actions and actions.code_action_literal_support),
            watches=bool(
                space and space.did_change_watched_files and space.did_change_watched_files.dynamic_registration
            ),
            refreshes_lenses=bool(space and space.code_lens and space.code_lens.refresh_support),
            refreshes_hints=bool(space and space.inlay_hint and space.inlay_hint.refresh_support),
            refreshes_tokens=bool(space and space.semantic_tokens and space.semantic_tokens.refresh_support),
            progress=bool(window and window.work_done_progress),
        )


def _markdown(formats: object) -> bool:
    return isinstance(formats, (list, tuple)) and MarkupKind.Markdown in formats
