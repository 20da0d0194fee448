"""Each method once over the wire, as three editors ask it; what comes back is what the protocol says it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.server import LanguageServer

from goalgraph.lsp.client import Client
from goalgraph.lsp.features import register
from goalgraph.lsp.session import Session
from tests.lsp.server.editors import CLOSING, OTHER, PROFILES, Editor, editing

# The name of an element is here: in the line `means audit`.
LINE = 4
AT = types.Position(LINE, 8)
# That element serves the desk, here.
LINK = types.Position(LINE + 1, 14)
WHOLE = types.Range(types.Position(0, 0), types.Position(99, 0))
OPTIONS = types.FormattingOptions(tab_size=4, insert_spaces=True)
UNTIDY = CLOSING.replace("    serves desk", "  serves  desk") + '  link "https://example.org/"\n'

# Of each method: what is asked of a text, and what of the answer is looked at.
Question = tuple[Callable[[types.TextDocumentIdentifier], Any], Callable[[Any], object], object]
QUESTIONS: dict[str, Question] = {
    types.TEXT_DOCUMENT_DEFINITION: (
        lambda text: types.DefinitionParams(text, LINK),
        lambda answer: [each.uri.rpartition("/")[2] for each in answer],
        ["other.strat"],
    ),
    types.TEXT_DOCUMENT_REFERENCES: (
        lambda text: types.ReferenceParams(types.ReferenceContext(include_declaration=True), text, AT),
        lambda answer: [each.uri.rpartition("/")[2] for each in answer],
        ["main.strat", "other.strat"],
    ),
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: (
        lambda text: types.DocumentHighlightParams(text, AT),
        lambda answer: [each.range.start.line for each in answer],
        [LINE],
    ),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (
        types.DocumentSymbolParams,
        lambda answer: any("Audits" in each.name for each in answer),
        True,
    ),
    types.WORKSPACE_SYMBOL: (
        lambda _: types.WorkspaceSymbolParams("desk"),
        lambda answer: [each.location.uri.rpartition("/")[2] for each in answer],
        ["other.strat"],
    ),
    types.TEXT_DOCUMENT_FOLDING_RANGE: (
        types.FoldingRangeParams,
        lambda answer: LINE in [each.start_line for each in answer],
        True,
    ),
    types.TEXT_DOCUMENT_SELECTION_RANGE: (
        lambda text: types.SelectionRangeParams(text, [AT]),
        lambda answer: [each.range.start.line for each in answer],
        [LINE],
    ),
    types.TEXT_DOCUMENT_DOCUMENT_LINK: (
        types.DocumentLinkParams,
        lambda answer: [each.target for each in answer],
        ["https://example.org/"],
    ),
    types.TEXT_DOCUMENT_HOVER: (
        lambda text: types.HoverParams(text, AT),
        lambda answer: "Audits" in answer.contents.value,
        True,
    ),
    types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY: (
        lambda text: types.CallHierarchyPrepareParams(text, AT),
        lambda answer: ["Audits" in each.name or "audit" in each.name for each in answer],
        [True],
    ),
    types.TEXT_DOCUMENT_CODE_LENS: (
        types.CodeLensParams,
        lambda answer: LINE in [each.range.start.line for each in answer],
        True,
    ),
    types.TEXT_DOCUMENT_INLAY_HINT: (
        lambda text: types.InlayHintParams(text, WHOLE),
        lambda answer: [each.position.line for each in answer],
        [LINE + 1],
    ),
    types.TEXT_DOCUMENT_COMPLETION: (
        lambda text: types.CompletionParams(text, LINK),
        lambda answer: "quiet" in [each.label for each in answer.items],
        True,
    ),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (
        lambda text: types.PrepareRenameParams(text, AT),
        lambda answer: answer.placeholder,
        "audit",
    ),
    types.TEXT_DOCUMENT_RENAME: (
        lambda text: types.RenameParams(text, AT, "checks"),
        lambda answer: sorted(
            uri.rpartition("/")[2]
            for uri in answer.changes or [each.text_document.uri for each in answer.document_changes]
        ),
        ["main.strat", "other.strat"],
    ),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        lambda text: types.CodeActionParams(text, types.Range(LINK, LINK), types.CodeActionContext([])),
        lambda answer: any(each.edit for each in answer),
        True,
    ),
    types.TEXT_DOCUMENT_FORMATTING: (
        lambda text: types.DocumentFormattingParams(text, OPTIONS),
        lambda answer: len(answer) > 0,
        True,
    ),
    types.TEXT_DOCUMENT_RANGE_FORMATTING: (
        lambda text: types.DocumentRangeFormattingParams(text, WHOLE, OPTIONS),
        lambda answer: len(answer) > 0,
        True,
    ),
    types.TEXT_DOCUMENT_ON_TYPE_FORMATTING: (
        lambda text: types.DocumentOnTypeFormattingParams(text, types.Position(LINE + 2, 0), "\n", OPTIONS),
        lambda answer: len(answer) > 0,
        True,
    ),
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: (
        types.SemanticTokensParams,
        lambda answer: len(answer.data) % 5,
        0,
    ),
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA: (
        lambda text: types.SemanticTokensDeltaParams(text, "1"),
        lambda answer: list(answer.edits),
        [],
    ),
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE: (
        lambda text: types.SemanticTokensRangeParams(text, WHOLE),
        lambda answer: len(answer.data) > 0,
        True,
    ),
}
# Asked of what the hierarchy was prepared for.
FOLLOWING = {types.CALL_HIERARCHY_OUTGOING_CALLS, types.CALL_HIERARCHY_INCOMING_CALLS}


def test_no_method_is_forgotten() -> None:
    server = LanguageServer("goalgraph", "0")
    register(server, Session(Client(), []))
    assert set(server.protocol.fm.features) == QUESTIONS.keys() | FOLLOWING


async def opened(editor: Editor, folder: Path) -> types.TextDocumentIdentifier:
    """A map of two files that closes a loop, with lines that are not laid out as they should be."""
    (folder / "other.strat").write_text(OTHER, encoding="utf-8")
    return types.TextDocumentIdentifier(editor.open((folder / "main.strat").as_uri(), UNTIDY, version=4))


@pytest.mark.asyncio
@pytest.mark.parametrize("profile", PROFILES)
async def test_each_method_is_answered(folder: Path, profile: str) -> None:
    async with editing(folder, folder, profile=profile) as editor:
        text = await opened(editor, folder)
        told = {}
        for method, (params, look, _) in QUESTIONS.items():
            answer = await editor.ask(method, params(text))
            told[method] = look(answer) if answer is not None else None
        assert told == {method: wanted for method, (_, _, wanted) in QUESTIONS.items()}


@pytest.mark.asyncio
@pytest.mark.parametrize("profile", PROFILES)
async def test_whys_and_hows_are_followed_to_the_other_file_and_round(folder: Path, profile: str) -> None:
    async with editing(folder, folder, profile=profile) as editor:
        text = await opened(editor, folder)
        (item,) = await editor.ask(
            types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY, types.CallHierarchyPrepareParams(text, AT)
        )
        (why,) = await editor.ask(types.CALL_HIERARCHY_OUTGOING_CALLS, types.CallHierarchyOutgoingCallsParams(item))
        assert why.to.uri == (folder / "other.strat").as_uri()
        (how,) = await editor.ask(types.CALL_HIERARCHY_INCOMING_CALLS, types.CallHierarchyIncomingCallsParams(item))
        assert how.from_.uri == (folder / "other.strat").as_uri()
        (back,) = await editor.ask(types.CALL_HIERARCHY_OUTGOING_CALLS, types.CallHierarchyOutgoingCallsParams(why.to))
        assert not await editor.ask(
            types.CALL_HIERARCHY_OUTGOING_CALLS, types.CallHierarchyOutgoingCallsParams(back.to)
        )


@pytest.mark.asyncio
@pytest.mark.parametrize("profile", PROFILES)
async def test_edits_carry_the_version_of_an_open_text_where_the_editor_knows_versions(
    folder: Path, profile: str
) -> None:
    async with editing(folder, folder, profile=profile) as editor:
        text = await opened(editor, folder)
        edit = await editor.ask(types.TEXT_DOCUMENT_RENAME, types.RenameParams(text, AT, "checks"))
        if profile == "neovim":
            assert set(edit.changes) == {text.uri, (folder / "other.strat").as_uri()}
        else:
            versions = {each.text_document.uri: each.text_document.version for each in edit.document_changes}
            assert versions == {text.uri: 4, (folder / "other.strat").as_uri(): None}


@pytest.mark.asyncio
async def test_a_name_that_can_not_be_given_is_refused_in_words(folder: Path) -> None:
    async with editing(folder, folder) as editor:
        text = await opened(editor, folder)
        with pytest.raises(Exception, match="desk"):
            await editor.ask(types.TEXT_DOCUMENT_RENAME, types.RenameParams(text, AT, "desk"))
