"""What the server can do, method by method: each is a pure function of a view and a place, in a file of its own."""

from collections.abc import Callable
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from goalgraph.lsp import (
    call_hierarchy,
    code_actions,
    code_lens,
    completion,
    definition,
    folding,
    formatting,
    highlights,
    hover,
    inlay_hints,
    links,
    references,
    renaming,
    selection,
    semantic_tokens,
    symbols,
)
from goalgraph.lsp.session import Session
from goalgraph.lsp.view import View

Answer = TypeVar("Answer")
# `LanguageServer.feature`: a method, perhaps with options, and what decorates its handler.
Feature = Callable[..., Callable[[Callable[..., Any]], Any]]


class Asking:
    """Asks features about files of a session. Of a file that is not there nothing can be told."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def of(self, params: Any, feature: Callable[[View], Answer]) -> Answer | None:
        """Asks about a file."""
        view = self.session.view(params.text_document.uri)
        return None if view is None else feature(view)

    def at(self, params: Any, feature: Callable[[View, int], Answer]) -> Answer | None:
        """Asks about a place in a file."""
        return self.of(params, lambda view: feature(view, view.offset(params.position)))

    def between(self, params: Any, feature: Callable[[View, int, int], Answer]) -> Answer | None:
        """Asks about a stretch of a file."""
        return self.of(
            params, lambda view: feature(view, view.offset(params.range.start), view.offset(params.range.end))
        )


def register(server: LanguageServer, session: Session) -> None:
    """Registers every feature with a server."""
    asking = Asking(session)
    for group in (_find_ones_way, _know_why, _write, _colour):
        group(server.feature, asking)


def _find_ones_way(feature: Feature, asking: Asking) -> None:
    @feature(types.TEXT_DOCUMENT_DEFINITION)
    def _(params: types.DefinitionParams) -> list[types.Location] | None:
        return asking.at(params, definition.definition)

    @feature(types.TEXT_DOCUMENT_REFERENCES)
    def _(params: types.ReferenceParams) -> list[types.Location] | None:
        whole = params.context.include_declaration
        return asking.at(params, lambda view, offset: references.references(view, offset, with_declaration=whole))

    @feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def _(params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
        return asking.at(params, highlights.highlights)

    @feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def _(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
        return asking.of(params, symbols.document_symbols)

    @feature(types.WORKSPACE_SYMBOL)
    def _(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        return symbols.workspace_symbols(asking.session.views(), params.query)

    @feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def _(params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
        return asking.of(params, folding.folding_ranges)

    @feature(types.TEXT_DOCUMENT_SELECTION_RANGE)
    def _(params: types.SelectionRangeParams) -> list[types.SelectionRange] | None:
        return asking.of(
            params, lambda view: selection.selection_ranges(view, [view.offset(each) for each in params.positions])
        )

    @feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    def _(params: types.DocumentLinkParams) -> list[types.DocumentLink] | None:
        return asking.of(params, links.document_links)


def _know_why(feature: Feature, asking: Asking) -> None:
    @feature(types.TEXT_DOCUMENT_HOVER)
    def _(params: types.HoverParams) -> types.Hover | None:
        return asking.at(params, hover.hover)

    @feature(types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY)
    def _(params: types.CallHierarchyPrepareParams) -> list[types.CallHierarchyItem] | None:
        # Of an empty list Neovim asks which of its items is meant.
        return asking.at(params, call_hierarchy.prepare) or None

    @feature(types.CALL_HIERARCHY_OUTGOING_CALLS)
    def _(params: types.CallHierarchyOutgoingCallsParams) -> list[types.CallHierarchyOutgoingCall] | None:
        view = asking.session.view(params.item.uri)
        return None if view is None else call_hierarchy.outgoing(view, params.item)

    @feature(types.CALL_HIERARCHY_INCOMING_CALLS)
    def _(params: types.CallHierarchyIncomingCallsParams) -> list[types.CallHierarchyIncomingCall] | None:
        view = asking.session.view(params.item.uri)
        return None if view is None else call_hierarchy.incoming(view, params.item)

    @feature(types.TEXT_DOCUMENT_CODE_LENS)
    def _(params: types.CodeLensParams) -> list[types.CodeLens] | None:
        return asking.of(params, code_lens.code_lenses)

    @feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def _(params: types.InlayHintParams) -> list[types.InlayHint] | None:
        return asking.between(params, inlay_hints.inlay_hints)


def _write(feature: Feature, asking: Asking) -> None:
    @feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=completion.TRIGGERS))
    def _(params: types.CompletionParams) -> types.CompletionList | None:
        return asking.at(params, completion.complete)

    @feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def _(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        return asking.at(params, renaming.prepare_rename)

    @feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def _(params: types.RenameParams) -> types.WorkspaceEdit | None:
        try:
            return asking.at(params, lambda view, offset: renaming.rename(view, offset, params.new_name))
        except renaming.RenameError as refused:
            raise JsonRpcInvalidParams(str(refused)) from None

    @feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, code_actions.FIX_ALL]),
    )
    def _(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        given = params.context
        return asking.between(
            params,
            lambda view, start, end: code_actions.code_actions(view, start, end, given.diagnostics, given.only),
        )

    @feature(types.TEXT_DOCUMENT_FORMATTING)
    def _(params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        return asking.of(params, formatting.format_document)

    @feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
    def _(params: types.DocumentRangeFormattingParams) -> list[types.TextEdit] | None:
        return asking.between(params, formatting.format_range)

    @feature(types.TEXT_DOCUMENT_ON_TYPE_FORMATTING, types.DocumentOnTypeFormattingOptions(formatting.TRIGGER))
    def _(params: types.DocumentOnTypeFormattingParams) -> list[types.TextEdit] | None:
        return asking.at(params, lambda view, offset: formatting.format_on_type(view, offset, params.ch))


def _colour(feature: Feature, asking: Asking) -> None:
    shown: dict[str, tuple[str, list[int]]] = {}

    def tokens(params: Any) -> types.SemanticTokens | None:
        data = asking.of(params, semantic_tokens.semantic_tokens)
        for closed in [uri for uri in shown if uri not in asking.session.open]:
            del shown[closed]
        if data is None:
            return None
        number = str(int(shown.get(params.text_document.uri, ("0",))[0]) + 1)
        shown[params.text_document.uri] = (number, data)
        return types.SemanticTokens(data, number)

    @feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, semantic_tokens.LEGEND)
    def _(params: types.SemanticTokensParams) -> types.SemanticTokens | None:
        return tokens(params)

    @feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, semantic_tokens.LEGEND)
    def _(params: types.SemanticTokensDeltaParams) -> types.SemanticTokens | types.SemanticTokensDelta | None:
        before = shown.get(params.text_document.uri)
        now = tokens(params)
        if now is None or before is None or before[0] != params.previous_result_id:
            return now
        return types.SemanticTokensDelta(semantic_tokens.token_edits(before[1], list(now.data)), now.result_id)

    @feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, semantic_tokens.LEGEND)
    def _(params: types.SemanticTokensRangeParams) -> types.SemanticTokens | None:
        data = asking.between(params, semantic_tokens.semantic_tokens)
        return None if data is None else types.SemanticTokens(data)
