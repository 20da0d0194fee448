"""`goalgraph lsp`: the server. It follows the editor's texts and files; what it answers with is in `features`."""

import asyncio
import gc
import logging
import signal
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException, JsonRpcInternalError, JsonRpcServerNotInitialized
from pygls.lsp.server import LanguageServer

from goalgraph import __version__
from goalgraph.lsp import pulling
from goalgraph.lsp.client import Client
from goalgraph.lsp.features import register
from goalgraph.lsp.protocol import Protocol
from goalgraph.lsp.publishing import Publisher, Report
from goalgraph.lsp.session import SETTINGS, Session
from goalgraph.lsp.upkeep import Upkeep, tidy
from goalgraph.lsp.uris import file_of, path_of, uri_of
from goalgraph.lsp.view import View

_WATCHED = ("**/*.strat", *(f"**/{name}" for name in SETTINGS))
_MOVED = types.FileOperationRegistrationOptions(
    [
        types.FileOperationFilter(types.FileOperationPattern("**/*.strat"), "file"),
        types.FileOperationFilter(
            types.FileOperationPattern("**", matches=types.FileOperationPatternKind.Folder), "file"
        ),
    ]
)
_TOKEN = "goalgraph"
# An editor that does not answer is not waited for any longer, in seconds.
_PATIENCE = 1.0


class Server(LanguageServer):
    """A language server with the maps of one editor."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("goalgraph", __version__, protocol_cls=Protocol)
        self._session: Session | None = None
        self._publisher: Publisher | None = None
        self.upkeep = Upkeep(self._refresh, self._ask_to_look_again, self._tell_bug)

    @property
    def session(self) -> Session:
        """The maps of the editor.

        Raises:
            JsonRpcServerNotInitialized: the editor has not begun yet.
        """
        if self._session is None:
            raise JsonRpcServerNotInitialized
        return self._session

    @property
    def publisher(self) -> Publisher:
        if self._publisher is None:
            raise JsonRpcServerNotInitialized
        return self._publisher

    def view(self, uri: str) -> View | None:
        """A file as it is now, in its map."""
        return self.session.view(uri)

    def begin(self, params: types.InitializeParams) -> None:
        """Learns what the editor can do and which folders it shows."""
        folders = [folder.uri for folder in params.workspace_folders or []]
        if not folders:
            root = uri_of(Path(params.root_path).absolute()) if params.root_path else None
            folders = [each for each in (params.root_uri or root,) if each]
        client = Client.of(params.capabilities, self.protocol.workspace.position_encoding)
        self._session = Session(client, paths_of(folders))
        self._publisher = Publisher(self._session)

    async def look_around(self) -> None:
        """Judges all maps of the workspace, and tells how far it has come."""
        shows = self.session.client.progress and await self._shows_progress()
        if shows:
            begin = types.WorkDoneProgressBegin("Reading strategy maps", percentage=0)
            self.work_done_progress.begin(_TOKEN, begin)

        def progress(done: int, of: int) -> None:
            if shows:
                report = types.WorkDoneProgressReport(message=f"{done} of {of}", percentage=100 * done // of)
                self.work_done_progress.report(_TOKEN, report)

        try:
            for reports in self.publisher.map_by_map(progress):
                for report in reports:
                    self._publish(report)
                await asyncio.sleep(0)  # edits come first
        finally:
            if shows:
                self.work_done_progress.end(_TOKEN, types.WorkDoneProgressEnd())
        tidy()

    async def _shows_progress(self) -> bool:
        with suppress(Exception):  # then it is not shown
            await asyncio.wait_for(self.work_done_progress.create_async(_TOKEN), _PATIENCE)
            return True
        return False

    def tell_all(self) -> None:
        """Tells of every file of which there is something new to say."""
        self._tell(list(self.publisher.of_all()), ())

    def _refresh(self, uris: list[str]) -> None:
        reports = list(self.publisher.of_all()) if self.publisher.everything_may_differ() else []
        self._tell([*reports, *self.publisher.of_edited(uris)], uris)

    def _tell(self, reports: Sequence[Report], edited: Sequence[str]) -> None:
        for report in {each.uri: each for each in reports}.values():
            self._publish(report)
        # Of what was edited an editor asks by itself.
        if self.session.client.pulls and any(report.uri not in edited for report in reports):
            self.workspace_diagnostic_refresh(None)

    def _ask_to_look_again(self) -> None:
        """What is shown in other texts may rest on the one that was edited."""
        client = self.session.client
        if len(self.session.open) > 1:
            if client.refreshes_lenses:
                self.workspace_code_lens_refresh(None)
            if client.refreshes_hints:
                self.workspace_inlay_hint_refresh(None)
            if client.refreshes_tokens:
                self.workspace_semantic_tokens_refresh(None)

    def _publish(self, report: Report) -> None:
        if not self.session.client.pulls:
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(report.uri, report.diagnostics, report.version)
            )

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Tells in the editor's log what went wrong here. What was refused with reason was answered so."""
        if source is JsonRpcException:
            self._log(f"A message of the editor can't be read: {error}")
        elif source is not FeatureRequestError or isinstance(error, JsonRpcInternalError):
            self._tell_bug(error)

    def _tell_bug(self, bug: Exception) -> None:
        said, trace = f"{type(bug).__name__}: {bug}", "".join(traceback.format_exception(bug))
        if isinstance(bug, JsonRpcException) and bug.data:
            said, trace = bug.message, "".join(bug.data.get("traceback", ()))
        self._log(f"goalgraph itself failed: {said}\n{trace}")

    def _log(self, text: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, text))


def paths_of(uris: Sequence[str]) -> list[Path]:
    """The files and folders among addresses that are on this machine."""
    return [path for uri in uris if (path := file_of(uri))]


def build() -> Server:
    """The server with all that it can do."""
    server = Server()

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.begin(params)
        register(server, server.session)
        if server.session.client.pulls:
            _register_pulling(server)

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        if server.session.client.watches:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            server.client_register_capability(
                types.RegistrationParams(
                    [types.Registration("goalgraph-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)]
                )
            )
        await server.look_around()

    _follow_texts(server)
    _follow_files(server)
    return server


def _follow_texts(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        server.session.opened(document.uri, document.version, document.text)
        server.upkeep.edited(document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        server.session.changed(document.uri, document.version, params.content_changes)
        server.upkeep.edited(document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.session.closed(params.text_document.uri)
        server.tell_all()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        if path.name in SETTINGS:
            server.session.touched([path])
            server.tell_all()


def _follow_files(server: Server) -> None:
    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched(params: types.DidChangeWatchedFilesParams) -> None:
        server.session.touched(paths_of([change.uri for change in params.changes]))
        server.tell_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        gone = paths_of([folder.uri for folder in params.event.removed])
        come = paths_of([folder.uri for folder in params.event.added])
        kept = [folder for folder in server.session.folders if folder not in gone]
        server.session.turn_to([*kept, *(folder for folder in come if folder not in kept)])
        server.tell_all()

    @server.feature(types.WORKSPACE_WILL_RENAME_FILES, _MOVED)
    def will_rename(_: types.RenameFilesParams) -> None:
        # No map names a file, so no text changes with it.
        return None

    @server.feature(types.WORKSPACE_DID_RENAME_FILES, _MOVED)
    def did_rename(params: types.RenameFilesParams) -> None:
        server.session.touched(paths_of([uri for file in params.files for uri in (file.old_uri, file.new_uri)]))
        server.tell_all()

    @server.feature(types.WORKSPACE_DID_CREATE_FILES, _MOVED)
    def did_create(params: types.CreateFilesParams) -> None:
        server.session.touched(paths_of([file.uri for file in params.files]))
        server.tell_all()

    @server.feature(types.WORKSPACE_DID_DELETE_FILES, _MOVED)
    def did_delete(params: types.DeleteFilesParams) -> None:
        server.session.touched(paths_of([file.uri for file in params.files]))
        server.tell_all()


def _register_pulling(server: Server) -> None:
    """For editors that ask for findings; they are told none unasked."""
    options = types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=True, identifier="goalgraph")

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    def of_document(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        return pulling.of_document(server.publisher.of(params.text_document.uri), params.previous_result_id)

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    def of_workspace(params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        known = {each.uri: each.value for each in params.previous_result_ids}
        return pulling.of_workspace(server.publisher.of_each(), known)


def serve() -> int:
    """Speaks with an editor over standard input and output until it ends; the exit code is what the protocol wants."""
    server = build()
    # What pygls logs is told to the editor where it matters; nothing is written to standard error.
    logging.getLogger().addHandler(logging.NullHandler())
    # A thread waits for standard input, and an interrupt would wait for it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Collections would come in the middle of an answer; memory is tidied up when the editor is idle.
    gc.disable()
    gc.freeze()
    server.start_io()
    return 0 if server.protocol.ended_well else 1
