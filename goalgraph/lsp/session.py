"""What one editor has open, and what the maps of its workspace come to: kept up to date as it types."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lsprotocol.types import TextDocumentContentChangeEvent

from goalgraph.folders import MapFiles
from goalgraph.lsp import texts, uris
from goalgraph.lsp.client import Client
from goalgraph.lsp.uris import path_of
from goalgraph.lsp.view import Addresses, View
from goalgraph.lsp.workspaces import Workspaces
from goalgraph.maps import NotThereError
from goalgraph.source import Source
from goalgraph.workspace import Workspace

SUFFIX = ".strat"


class Open(NamedTuple):
    """A text that an editor has open: `uri` as the editor writes it, `path` as its map calls the file."""

    uri: str
    version: int
    path: Path
    source: Source


class Session:
    """The maps of one editor's folders, with the texts that it has open laid over the files."""

    def __init__(self, client: Client, folders: Sequence[Path]) -> None:
        self.client = client
        self.open: dict[str, Open] = {}
        self.workspaces = Workspaces(folders, self._lay_open_over)
        # As the editor writes them, also when it has closed the text: findings are withdrawn where they were told.
        self._uris: dict[Path, str] = {}

    def opened(self, uri: str, version: int, text: str) -> None:
        """Takes a text for what its file holds. Of files that hold no map nothing is followed."""
        path = path_of(uri)
        if path.suffix != SUFFIX:
            return
        self._follow(Open(uri, version, path, texts.whole(self.workspaces.of(path).shown(path), text)))
        name = self._name_in_map(path)
        self._uris[name] = uri
        if name != path:
            self.open[uri] = self.open[uri]._replace(path=name)

    def changed(self, uri: str, version: int, changes: Iterable[TextDocumentContentChangeEvent]) -> None:
        """Follows an edit. Of a text that was never opened nothing is known, and nothing is done."""
        before = self.open.get(uri)
        if before is not None:
            source = texts.changed(before.source, changes, self.client.units)
            self.open[uri] = before._replace(version=version, source=source)
            self.workspaces.of(before.path)
            self.workspaces.everywhere(lambda workspace: workspace.edit(before.path, source))

    def closed(self, uri: str) -> None:
        """Lets what is on disk count again."""
        before = self.open.pop(uri, None)
        if before is None:
            return

        def give_back(workspace: Workspace) -> None:
            workspace.edit(before.path, None)
            if not os.path.lexists(before.path):
                workspace.maps.withdraw(before.path)

        self.workspaces.everywhere(give_back)
        for each in [each for each in self.open.values() if each.path == before.path]:
            self._follow(each)
        self.workspaces.keep_those_of(each.path for each in self.open.values())

    def touched(self, paths: Iterable[Path]) -> None:
        """Looks again at files and folders that came, went or changed on disk."""
        for path in paths:
            # All else says what holds for maps, or is a folder, which may hold such files.
            if path.suffix != SUFFIX:
                self.workspaces.begin_anew()
                return
            self.workspaces.everywhere(partial(_look_again, path))
        for each in self.open.values():
            # What the editor still shows is not gone.
            self.workspaces.everywhere(partial(_admit, each.path))

    def _follow(self, known: Open) -> None:
        self.open[known.uri] = known
        self.workspaces.of(known.path)
        self.workspaces.everywhere(partial(_lay_over, known))

    def _lay_open_over(self, workspace: Workspace) -> None:
        for each in self.open.values():
            _lay_over(each, workspace)

    def _name_in_map(self, path: Path) -> Path:
        """A file as its map calls it: a map holds one of several names of a file."""
        files = self.workspaces.map_of(path).files
        if path in files:
            return path
        real = os.path.realpath(path)
        return next((each for each in files if os.path.realpath(each) == real), path)

    def maps(self) -> Iterator[Path]:
        """A file of every map of the workspace's folders and of what is open, each map once."""
        seen: set[MapFiles] = set()
        for path, files in [
            *self.workspaces.maps(),
            *((each.path, self.workspaces.map_of(each.path)) for each in list(self.open.values())),
        ]:
            if files not in seen:
                seen.add(files)
                yield path

    def file_of(self, uri: str) -> Path | None:
        """The file of a map at an address, as the map calls it; nothing where there is none."""
        if uri in self.open:
            return self.open[uri].path
        path = path_of(uri)
        is_one = path.suffix == SUFFIX and os.path.isfile(path)  # noqa: PTH113  # Path's may raise
        return self._name_in_map(path) if is_one else None

    def view(self, uri: str) -> View | None:
        """A file as it is now, in its map; nothing if it can't be read or isn't there."""
        path = self.file_of(uri)
        if path is None:
            return None
        judged = self.workspaces.judged(path)
        shown = judged.workspace.shown(path)
        documents = judged.analysis.map.documents
        at = next((at for at, document in enumerate(documents) if document.source.path == shown), None)
        return None if at is None else View(judged.analysis, at, self.client, self.addresses(judged.workspace))

    def views(self) -> Iterator[View]:
        """One view of each map."""
        for path in self.maps():
            judged = self.workspaces.judged(path)
            if judged.analysis.map.documents:
                yield View(judged.analysis, 0, self.client, self.addresses(judged.workspace))

    def addresses(self, workspace: Workspace) -> Addresses:
        """The addresses of files by their paths as people see them in a workspace."""

        def uri(shown: str) -> str:
            return self.uri_of(workspace.maps.file_of(shown))

        def version(shown: str) -> int | None:
            return self.version_at(uri(shown))

        return Addresses(uri, version)

    def uri_of(self, path: Path) -> str:
        """The address of a file; of one that is or was open as the editor writes it."""
        return self._uris[path] if path in self._uris else uris.uri_of(path)

    def uris_of(self, path: Path) -> list[str]:
        """The addresses under which a file is open, or the one by which it is called."""
        return [uri for uri, known in self.open.items() if known.path == path] or [self.uri_of(path)]

    def version_at(self, uri: str) -> int | None:
        """The version of the text that is open at an address."""
        return self.open[uri].version if uri in self.open else None


def _look_again(path: Path, workspace: Workspace) -> None:
    workspace.look_again(path)
    if not os.path.lexists(path):
        workspace.maps.withdraw(path)


def _lay_over(known: Open, workspace: Workspace) -> None:
    """Takes a text for what a file holds, whether there is such a file or not."""
    _admit(known.path, workspace)
    workspace.edit(known.path, known.source)


def _admit(path: Path, workspace: Workspace) -> None:
    if os.path.isdir(path.parent) and not os.path.lexists(path):  # noqa: PTH112  # Path's may raise
        with suppress(NotThereError):
            workspace.maps.admit(path)
