"""What one editor has open, and what the maps of its workspace come to: kept up to date as it types."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from lsprotocol.types import TextDocumentContentChangeEvent

from goalgraph.analysis import Analysis
from goalgraph.config import Config
from goalgraph.configuration.mistakes import BadConfigError, Mistake
from goalgraph.folders import MapFiles
from goalgraph.lsp import texts, uris
from goalgraph.lsp.client import Client
from goalgraph.lsp.uris import path_of
from goalgraph.lsp.view import Addresses, View
from goalgraph.maps import NotThereError
from goalgraph.source import Source
from goalgraph.workspace import Workspace

Answer = TypeVar("Answer")

SUFFIX = ".strat"
SETTINGS = ("goalgraph.toml", "pyproject.toml", ".gitignore")


class Open(NamedTuple):
    """A text that an editor has open: `uri` as the editor writes it, `path` as its map calls the file."""

    uri: str
    version: int
    path: Path
    source: Source


class Judged(NamedTuple):
    """What a map came to, and the workspace that knows its files."""

    workspace: Workspace
    files: MapFiles
    analysis: Analysis


class Session:
    """The maps of one editor's folders, with the texts that it has open laid over the files.

    Each folder has a workspace of its own, and so has the folder of each file that lies in none of them. A
    configuration that can't be used is left out, and what is wrong with it is told by `mistakes`.
    """

    def __init__(self, client: Client, folders: Sequence[Path]) -> None:
        self.client = client
        self.folders = list(folders)
        self.open: dict[str, Open] = {}
        self._workspaces: dict[Path, Workspace] = {}
        self._mistakes: dict[Path, tuple[Mistake, ...]] = {}
        # As the editor writes them, also when it has closed the text: findings are withdrawn where they were told.
        self._uris: dict[Path, str] = {}

    def opened(self, uri: str, version: int, text: str) -> None:
        """Takes a text for what its file holds. Of files that hold no map nothing is followed."""
        path = path_of(uri)
        if path.suffix != SUFFIX:
            return
        self._follow(Open(uri, version, path, texts.whole(self.workspace_of(path).shown(path), text)))
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
            self.workspace_of(before.path)
            self._everywhere(lambda workspace: workspace.edit(before.path, source))

    def closed(self, uri: str) -> None:
        """Lets what is on disk count again."""
        before = self.open.pop(uri, None)
        if before is None:
            return

        def give_back(workspace: Workspace) -> None:
            workspace.edit(before.path, None)
            if not os.path.lexists(before.path):
                workspace.maps.withdraw(before.path)

        self._everywhere(give_back)
        for each in [each for each in self.open.values() if each.path == before.path]:
            self._follow(each)
        self._let_go()

    def touched(self, paths: Iterable[Path]) -> None:
        """Looks again at files and folders that came, went or changed on disk."""
        for path in paths:
            if path.name in SETTINGS:
                self._begin_anew()
                return
            self._everywhere(partial(_look_again, path))
        for each in self.open.values():
            # What the editor still shows is not gone.
            self._everywhere(partial(_admit, each.path))

    def turn_to(self, folders: Sequence[Path]) -> None:
        """Takes other folders for those of the workspace."""
        self.folders = list(folders)
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._mistakes.clear()
        self._workspaces.clear()

    def _let_go(self) -> None:
        """Forgets the folders of which nothing is shown any more."""
        shown = [path for each in self.open.values() for path in (each.path, self._map_of(each.path).files[0])]
        kept = {*self.folders, *map(self._base_of, shown)}
        for base in [base for base in self._workspaces if base not in kept]:
            del self._workspaces[base]
            self._mistakes.pop(base, None)

    def _follow(self, known: Open) -> None:
        self.open[known.uri] = known
        self.workspace_of(known.path)
        self._everywhere(partial(_lay_over, known))

    def _everywhere(self, tell: Callable[[Workspace], None]) -> None:
        for base in list(self._workspaces):
            self._trusting(base, tell)

    def _trusting(self, base: Path, ask: Callable[[Workspace], Answer]) -> Answer:
        """Asks a workspace; once more and without any configuration, where that can't be used."""
        try:
            if base not in self._workspaces:
                self._workspaces[base] = self._laid_over(Workspace(base=base, defaults=_defaults()))
            return ask(self._workspaces[base])
        except BadConfigError as error:
            self._mistakes[base] = error.mistakes
            self._workspaces[base] = self._laid_over(Workspace(_defaults(), base))
            return ask(self._workspaces[base])

    def _laid_over(self, workspace: Workspace) -> Workspace:
        for each in self.open.values():
            _lay_over(each, workspace)
        return workspace

    def _base_of(self, path: Path) -> Path:
        above = [folder for folder in self.folders if path.is_relative_to(folder)]
        return max(above, key=lambda folder: len(folder.parts)) if above else path.parent

    def workspace_of(self, path: Path) -> Workspace:
        """The workspace to which a file belongs: that of the nearest folder above it, else of the file's own folder."""
        return self._trusting(self._base_of(path), lambda workspace: workspace)

    def _map_of(self, path: Path) -> MapFiles:
        return self._trusting(self._base_of(path), lambda workspace: workspace.maps.map_of(path))

    def _name_in_map(self, path: Path) -> Path:
        """A file as its map calls it: a map holds one of several names of a file."""
        files = self._map_of(path).files
        if path in files:
            return path
        real = os.path.realpath(path)
        return next((each for each in files if os.path.realpath(each) == real), path)

    def maps(self) -> Iterator[Path]:
        """A file of every map of the workspace's folders and of what is open, each map once."""
        seen: set[MapFiles] = set()
        for path, files in [
            *self._in_folders(),
            *((each.path, self._map_of(each.path)) for each in list(self.open.values())),
        ]:
            if files not in seen:
                seen.add(files)
                yield path

    def _in_folders(self) -> Iterator[tuple[Path, MapFiles]]:
        for folder in self.folders:
            with suppress(NotThereError):
                yield from self._trusting(folder, partial(_maps_in, folder))

    def judged(self, path: Path) -> Judged:
        """What the map of a file comes to. A map that lies in several workspaces is judged in one of them."""

        def judge(workspace: Workspace) -> Judged:
            files = workspace.maps.map_of(path)
            return Judged(workspace, files, workspace.judge(files))

        return self._trusting(self._base_of(self._map_of(path).files[0]), judge)

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
        judged = self.judged(path)
        shown = judged.workspace.shown(path)
        documents = judged.analysis.map.documents
        at = next((at for at, document in enumerate(documents) if document.source.path == shown), None)
        return None if at is None else View(judged.analysis, at, self.client, self.addresses(judged.workspace))

    def views(self) -> Iterator[View]:
        """One view of each map."""
        for path in self.maps():
            judged = self.judged(path)
            if judged.analysis.map.documents:
                yield View(judged.analysis, 0, self.client, self.addresses(judged.workspace))

    @property
    def mistakes(self) -> dict[Path, list[Mistake]]:
        """What is wrong with configurations, by their files; once where several folders have the same."""
        found: dict[Path, dict[object, Mistake]] = {}
        for base, mistakes in self._mistakes.items():
            for each in mistakes:
                file = Path(os.path.abspath(base / each.place.path))  # noqa: PTH100  # resolve() would follow links
                found.setdefault(file, {}).setdefault((each.place[1:], each.message), each)
        return {file: list(told.values()) for file, told in found.items()}

    def state(self) -> object:
        """Is another when files belong together otherwise."""
        return [(base, workspace.maps.version) for base, workspace in self._workspaces.items()]

    def addresses(self, workspace: Workspace) -> Addresses:
        """The addresses of files by their paths as people see them in a workspace."""

        def uri(shown: str) -> str:
            return self.uri_of(workspace.maps.file_of(shown))

        def version(shown: str) -> int | None:
            return self.version_of(workspace.maps.file_of(shown))

        return Addresses(uri, version)

    def uri_of(self, path: Path) -> str:
        """The address of a file; of one that is or was open as the editor writes it."""
        return self._uris[path] if path in self._uris else uris.uri_of(path)

    def uris_of(self, path: Path) -> list[str]:
        """The addresses under which a file is open, or the one by which it is called."""
        return [uri for uri, known in self.open.items() if known.path == path] or [self.uri_of(path)]

    def version_of(self, path: Path) -> int | None:
        """The version of a text that is open."""
        known = self.open.get(self.uri_of(path))
        return known.version if known else None


def _maps_in(folder: Path, workspace: Workspace) -> list[tuple[Path, MapFiles]]:
    """The maps of a folder, each with a file that belongs to it alone: some are part of a map that is not theirs."""
    maps = workspace.maps
    found = maps.maps_of(maps.asked_files([folder]))
    return [(next(path for path in files.files if maps.map_of(path) == files), files) for files in found]


def _defaults() -> Config:
    """Ignores run out today, where no configuration names another day."""
    return Config(today=date.today())  # the user's day


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
