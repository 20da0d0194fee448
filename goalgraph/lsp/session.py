"""What one editor has open, and what the maps of its workspace come to: kept up to date as it types."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeVar

from lsprotocol.types import TextDocumentContentChangeEvent
from pygls.uris import from_fs_path, to_fs_path

from goalgraph.analysis import Analysis
from goalgraph.config import Config
from goalgraph.configuration.mistakes import BadConfigError, Mistake
from goalgraph.folders import MapFiles
from goalgraph.lsp import texts
from goalgraph.lsp.client import Client
from goalgraph.lsp.view import Addresses, View
from goalgraph.maps import NotThereError
from goalgraph.source import Source
from goalgraph.workspace import Workspace

Answer = TypeVar("Answer")

SETTINGS = ("goalgraph.toml", "pyproject.toml", ".gitignore")


class Open(NamedTuple):
    """A text that an editor has open: `uri` as the editor writes it."""

    uri: str
    version: int
    path: Path
    source: Source


class Session:
    """The maps of one editor's folders, with the texts that it has open laid over the files.

    A configuration that can't be used is left out, and what is wrong with it is kept in `mistakes`, by its file.
    """

    def __init__(self, client: Client, folders: Sequence[Path]) -> None:
        self.client = client
        self.folders = list(folders)
        self.open: dict[str, Open] = {}
        self.mistakes: dict[Path, tuple[Mistake, ...]] = {}
        self._workspaces: dict[Path, Workspace] = {}
        self._uris: dict[Path, str] = {}

    def opened(self, uri: str, version: int, text: str) -> None:
        path = path_of(uri)
        source = texts.whole(self.workspace_of(path).shown(path), text)
        self.open[uri] = Open(uri, version, path, source)
        self._uris[path] = uri
        self._lay_over(self.open[uri])

    def changed(self, uri: str, version: int, changes: Iterable[TextDocumentContentChangeEvent]) -> None:
        """Follows an edit. Of a text that was never opened nothing is known, and nothing is done."""
        before = self.open.get(uri)
        if before is None:
            return
        source = texts.changed(before.source, changes, self.client.units)
        self.open[uri] = before._replace(version=version, source=source)
        self._trusting(before.path, lambda workspace: workspace.edit(before.path, source))

    def closed(self, uri: str) -> None:
        """Lets what is on disk count again."""
        before = self.open.pop(uri, None)
        if before is not None:
            self._uris.pop(before.path, None)
            self._trusting(before.path, lambda workspace: workspace.edit(before.path, None))
            if not before.path.exists():
                self.workspace_of(before.path).maps.withdraw(before.path)

    def touched(self, paths: Iterable[Path]) -> None:
        """Looks again at files and folders that came, went or changed on disk."""
        for path in paths:
            if path.name in SETTINGS:
                self._begin_anew()
                return
            self._trusting(path, partial(_look_again, path))

    def turn_to(self, folders: Sequence[Path]) -> None:
        """Takes other folders for those of the workspace."""
        self.folders = list(folders)
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.mistakes.clear()
        self._workspaces.clear()
        for each in list(self.open.values()):
            shown = self.workspace_of(each.path).shown(each.path)
            self.open[each.uri] = each._replace(source=Source(shown, each.source.text, each.source.bom))
            self._lay_over(self.open[each.uri])

    def _lay_over(self, known: Open) -> None:
        """Takes a text that is open for what its file holds, whether there is such a file or not."""

        def lay(workspace: Workspace) -> None:
            if known.path.parent.is_dir() and not known.path.exists():
                workspace.maps.admit(known.path)
            workspace.edit(known.path, known.source)

        self._trusting(known.path, lay)

    def _trusting(self, path: Path, ask: Callable[[Workspace], Answer]) -> Answer:
        """Asks the workspace of a file; once more and without any configuration, where that can't be used."""
        try:
            return ask(self.workspace_of(path))
        except BadConfigError as error:
            base = self._base_of(path)
            for mistake in error.mistakes:
                file = self._workspaces[base].maps.file_of(mistake.place.path)
                self.mistakes[file] = (*self.mistakes.get(file, ()), mistake)
            self._workspaces[base] = Workspace(_defaults(), base)
            for each in self.open.values():
                if self._base_of(each.path) == base:
                    self._lay_over(each)
            return ask(self._workspaces[base])

    def _base_of(self, path: Path) -> Path:
        above = [folder for folder in self.folders if path.is_relative_to(folder)]
        return max(above, key=lambda folder: len(folder.parts)) if above else path.parent

    def workspace_of(self, path: Path) -> Workspace:
        """The workspace to which a file belongs: that of the nearest folder above it, else of the file's own folder."""
        base = self._base_of(path)
        if base not in self._workspaces:
            self._workspaces[base] = Workspace(base=base, defaults=_defaults())
        return self._workspaces[base]

    def map_of(self, path: Path) -> tuple[Workspace, MapFiles]:
        """The map to which a file belongs, and the workspace that knows it."""
        return self._trusting(path, lambda workspace: (workspace, workspace.maps.map_of(path)))

    def maps(self) -> Iterator[tuple[Workspace, MapFiles]]:
        """Every map of the workspace's folders and of what is open, each once."""
        seen: set[tuple[Path, MapFiles]] = set()
        for workspace, files in chain(
            self._in_folders(), (self.map_of(each.path) for each in list(self.open.values()))
        ):
            if (workspace.base, files) not in seen:
                seen.add((workspace.base, files))
                yield workspace, files

    def _in_folders(self) -> Iterator[tuple[Workspace, MapFiles]]:
        for folder in self.folders:
            with suppress(NotThereError):
                found = self._trusting(folder, partial(_maps_in, folder))
                yield from ((self.workspace_of(folder), files) for files in found)

    def judged(self, path: Path) -> tuple[Workspace, Analysis]:
        """What the map of a file comes to."""

        def judge(workspace: Workspace) -> tuple[Workspace, Analysis]:
            return workspace, workspace.judge(workspace.maps.map_of(path))

        return self._trusting(path, judge)

    def view(self, uri: str) -> View | None:
        """A file as it is now, in its map; nothing if it can't be read or isn't there."""
        known = self.open.get(uri)
        path = known.path if known else path_of(uri)
        if not known and not path.is_file():
            return None
        workspace, analysis = self.judged(path)
        return self.view_in(workspace, analysis, workspace.shown(path))

    def views(self) -> Iterator[View]:
        """One view of each map."""
        for workspace, files in self.maps():
            analysis = workspace.judge(files)
            if analysis.map.documents:
                yield View(analysis, 0, self.client, self.addresses(workspace))

    def state(self) -> object:
        """Is another when files belong together otherwise."""
        return [(base, workspace.maps.version) for base, workspace in self._workspaces.items()]

    def view_in(self, workspace: Workspace, analysis: Analysis, shown: str) -> View | None:
        """A file of a map by its path as people see it."""
        documents = analysis.map.documents
        at = next((at for at, document in enumerate(documents) if document.source.path == shown), None)
        return None if at is None else View(analysis, at, self.client, self.addresses(workspace))

    def addresses(self, workspace: Workspace) -> Addresses:
        def uri(shown: str) -> str:
            return self.uri_of(workspace.maps.file_of(shown))

        def version(shown: str) -> int | None:
            known = self.open.get(uri(shown))
            return known.version if known else None

        return Addresses(uri, version)

    def uri_of(self, path: Path) -> str:
        """The address of a file; of one that is open as the editor writes it."""
        return self._uris.get(path) or from_fs_path(str(path)) or path.as_uri()


def path_of(uri: str) -> Path:
    """The file of an address. A text that is no file yet gets a place of its own, which no folder holds."""
    path = to_fs_path(uri)
    if path is None:
        name = "".join(each if each.isalnum() or each in "-._" else "-" for each in uri)
        return Path.cwd() / ".unsaved" / name / "map.strat"
    return Path(os.path.abspath(path))  # noqa: PTH100  # resolve() would follow links


def _maps_in(folder: Path, workspace: Workspace) -> list[MapFiles]:
    return workspace.maps.maps_of(workspace.maps.asked_files([folder]))


def _defaults() -> Config:
    """Ignores run out today, where no configuration names another day."""
    return Config(today=date.today())  # the user's day


def _look_again(path: Path, workspace: Workspace) -> None:
    workspace.look_again(path)
