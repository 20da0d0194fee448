"""Editors as pytest-lsp plays them, with the real `goalgraph lsp` at the other end."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

PROFILES = ("vscode", "neovim", "emacs")
SERVER = ("-m", "goalgraph", "lsp")
BUG = "goalgraph itself failed"
LOOP = 'means audit "Audits"\n    serves badge\nmeans badge "Badges"\n    serves audit\n'
SOUND = 'value calm "Calm"\nobjective quiet "Quiet"\n    serves calm\nmeans audit "Audits"\n    serves quiet\n'
# Two files of one map; with the line in place of the last of the first, they close a loop.
MAIN = 'strategy ours "Ours"\n' + SOUND
OTHER = 'means desk "Desk"\n    serves audit\n'
CLOSING = MAIN.replace("serves quiet", "serves desk")
# So long is waited for what must come, in seconds; nothing takes that long.
_PATIENCE = 60
_STDERR_TO = 'exec "$0" "${@:2}" 2> "$1"'


def capabilities(profile: str) -> types.ClientCapabilities:
    """What an editor says that it can do."""
    if profile != "vscode":
        return client_capabilities(profile)
    said = client_capabilities("visual-studio-code")
    assert said.text_document
    assert said.workspace
    # pytest-lsp knows 1.65; what has come to it since:
    said.text_document.diagnostic = types.DiagnosticClientCapabilities(dynamic_registration=True)
    said.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    said.text_document.inlay_hint = types.InlayHintClientCapabilities(dynamic_registration=True)
    said.workspace.inlay_hint = types.InlayHintWorkspaceClientCapabilities(refresh_support=True)
    said.general = types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf16])
    return said


class Editor:
    """An editor that shows some folders. What it opens it remembers, so that it can tell what is marked."""

    answer: types.InitializeResult

    def __init__(self) -> None:
        self.client = LanguageClient(converter_factory=default_converter)
        self.registered: list[types.Registration] = []
        self.asked_to_look_again: list[str] = []
        self.versions: dict[str, int | None] = {}
        own = {
            types.CLIENT_REGISTER_CAPABILITY: lambda params: self.registered.extend(params.registrations),
            # pygls wants functions, and marks them.
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: lambda params: self._published(params),  # noqa: PLW0108
            types.WORKSPACE_CODE_LENS_REFRESH: lambda _: self.asked_to_look_again.append("lenses"),
            types.WORKSPACE_INLAY_HINT_REFRESH: lambda _: self.asked_to_look_again.append("hints"),
            types.WORKSPACE_SEMANTIC_TOKENS_REFRESH: lambda _: self.asked_to_look_again.append("tokens"),
        }
        register_lsp_features(self.client, DEFAULT_CLIENT_FEATURES | own)

    def _published(self, params: types.PublishDiagnosticsParams) -> None:
        self.client.diagnostics[params.uri] = params.diagnostics
        self.versions[params.uri] = params.version

    @property
    def able(self) -> types.ServerCapabilities:
        return self.answer.capabilities

    @property
    def bugs(self) -> list[str]:
        """What the server has told of itself in the log."""
        return [each.message for each in self.client.log_messages]

    def open(self, uri: str, text: str, version: int = 1) -> str:
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "strat", version, text))
        )
        return uri

    def open_file(self, path: Path) -> str:
        return self.open(path.as_uri(), path.read_text(encoding="utf-8"))

    def change(self, uri: str, version: int, *changes: types.TextDocumentContentChangeEvent) -> None:
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(version, uri), changes)
        )

    def replace(self, uri: str, version: int, text: str) -> None:
        self.change(uri, version, types.TextDocumentContentChangeWholeDocument(text))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def watched(self, *changes: tuple[Path, types.FileChangeType]) -> None:
        events = [types.FileEvent(path.as_uri(), kind) for path, kind in changes]
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))

    async def ask(self, method: str, params: object = None) -> Any:
        answer = self.client.protocol.send_request_async(method, params)  # type: ignore[no-untyped-call]
        return await asyncio.wait_for(answer, _PATIENCE)

    async def pull(self, uri: str, known: str | None = None) -> Any:
        document = types.TextDocumentIdentifier(uri)
        return await self.ask(
            types.TEXT_DOCUMENT_DIAGNOSTIC, types.DocumentDiagnosticParams(document, previous_result_id=known)
        )

    async def pull_all(self, known: Sequence[types.PreviousResultId] = ()) -> dict[str, Any]:
        answer = await self.ask(types.WORKSPACE_DIAGNOSTIC, types.WorkspaceDiagnosticParams(list(known)))
        return {item.uri: item for item in answer.items}

    async def until(self, holds: Callable[[], object]) -> None:
        """Waits until something holds that the server brings about."""

        async def wait() -> None:
            while not holds():
                await asyncio.sleep(0.01)

        await asyncio.wait_for(wait(), _PATIENCE)

    async def told(self, uri: str, *rules: str) -> Sequence[types.Diagnostic]:
        """Waits until exactly these rules are told of a file, in order of their names."""
        told = self.client.diagnostics

        def rules_told() -> list[str] | None:
            return sorted(str(each.code) for each in told[uri]) if uri in told else None

        try:
            await self.until(lambda: rules_told() == sorted(rules))
        except TimeoutError:
            raise AssertionError(f"of {uri} was told {rules_told()}") from None
        return told[uri]

    async def alive(self) -> None:
        """Makes sure that the server still answers, and that it does what it has to."""
        uri = self.open("untitled:alive", LOOP)
        symbols = await self.ask(
            types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        )
        assert len(symbols) == 2
        self.close(uri)


_NUMBERS = count()


@asynccontextmanager
async def editing(
    folder: Path,
    *folders: Path,
    profile: str = "neovim",
    can: types.ClientCapabilities | None = None,
    program: Sequence[str] = SERVER,
    bugs: bool = False,
) -> AsyncGenerator[Editor]:
    """An editor that shows folders; `folder` is one of the test, in which the server is started.

    In the end the server must have written nothing to standard error, and told of no bug in itself unless it had one.
    """
    stderr = folder.parent / f"{folder.name}.stderr{next(_NUMBERS)}"
    editor = Editor()
    client = editor.client
    shell = ["bash", "-c", f'cd "$1" && shift && {_STDERR_TO}']
    await client.start_io(*shell, sys.executable, str(folder), str(stderr), *program)
    process = client._server  # noqa: SLF001  # how it ended is not to be had otherwise
    assert process
    shown = [types.WorkspaceFolder(each.as_uri(), each.name) for each in folders]
    editor.answer = await asyncio.wait_for(
        client.initialize_session(
            types.InitializeParams(capabilities=can or capabilities(profile), workspace_folders=shown)
        ),
        _PATIENCE,
    )
    try:
        yield editor
        await asyncio.wait_for(client.shutdown_session(), _PATIENCE)
        assert process.returncode == 0
        assert stderr.read_text(encoding="utf-8") == ""
        assert bool(editor.bugs) == bugs, editor.bugs
        assert not client.error
    finally:
        if process.returncode is None:
            process.kill()
        await asyncio.wait_for(client.stop(), _PATIENCE)  # type: ignore[no-untyped-call]
