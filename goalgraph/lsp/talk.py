"""The talk with one editor: which maps it has, and what it is told of them unasked."""

import asyncio
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException, JsonRpcInternalError, JsonRpcServerNotInitialized
from pygls.lsp.server import LanguageServer

from goalgraph import __version__
from goalgraph.lsp.client import Client
from goalgraph.lsp.protocol import Protocol
from goalgraph.lsp.publishing import Publisher, Report
from goalgraph.lsp.session import Session
from goalgraph.lsp.upkeep import Upkeep, tidy
from goalgraph.lsp.uris import files_of, uri_of

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

    def begin(self, params: types.InitializeParams) -> None:
        """Learns what the editor can do and which folders it shows."""
        folders = [folder.uri for folder in params.workspace_folders or []]
        if not folders:
            root = uri_of(Path(params.root_path).absolute()) if params.root_path else None
            folders = [each for each in (params.root_uri or root,) if each]
        client = Client.of(params.capabilities, self.protocol.workspace.position_encoding)
        self._session = Session(client, files_of(folders))
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
        self._ask_to_look_again(least=1)

    def _refresh(self, uris: list[str]) -> None:
        reports = list(self.publisher.of_all()) if self.publisher.everything_may_differ() else []
        self._tell([*reports, *self.publisher.of_edited(uris)], uris)

    def _tell(self, reports: Sequence[Report], edited: Sequence[str]) -> None:
        for report in {each.uri: each for each in reports}.values():
            self._publish(report)
        # Of what was edited an editor asks by itself.
        if self.session.client.pulls and any(report.uri not in edited for report in reports):
            self.workspace_diagnostic_refresh(None)

    def _ask_to_look_again(self, least: int = 2) -> None:
        """Asks for all that is shown in texts, where so many are open: it may rest on what happened elsewhere."""
        client = self.session.client
        if len(self.session.open) >= least:
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
