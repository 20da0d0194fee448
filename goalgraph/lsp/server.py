"""`goalgraph lsp`: the server. It follows the editor's texts and files; what it answers with is in `features`."""

import gc
import logging
import signal

from lsprotocol import types

from goalgraph.lsp import pulling
from goalgraph.lsp.features import register
from goalgraph.lsp.following import SETTINGS, follow_files, follow_texts
from goalgraph.lsp.talk import Server

_WATCHED = ("**/*.strat", *(f"**/{name}" for name in SETTINGS))


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

    follow_texts(server)
    follow_files(server)
    return server


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
    # Collections would come in the middle of an answer. Memory is tidied up when the editor is idle, and by the way
    # only where very much has come together.
    gc.set_threshold(1_000_000)
    gc.freeze()
    server.start_io()
    return 0 if server.protocol.ended_well else 1
