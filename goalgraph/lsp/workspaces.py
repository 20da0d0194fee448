"""The workspaces of one editor: the maps of its folders, and of the files that lie in none of them."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from goalgraph.analysis import Analysis
from goalgraph.config import Config
from goalgraph.configuration.mistakes import BadConfigError, Mistake
from goalgraph.folders import MapFiles
from goalgraph.maps import NotThereError
from goalgraph.workspace import Workspace

Answer = TypeVar("Answer")
Tell = Callable[[Workspace], None]


class Judged(NamedTuple):
    """What a map came to, and the workspace that knows its files."""

    workspace: Workspace
    files: MapFiles
    analysis: Analysis


class Workspaces:
    """Each folder has a workspace of its own, and so has the folder of each file that lies in none of them.

    A configuration that can't be used is left out, and what is wrong with it is told by `mistakes`. What an editor has
    open is laid over each workspace as it begins, by `prepare`.
    """

    def __init__(self, folders: Sequence[Path], prepare: Tell) -> None:
        self.folders = list(folders)
        self._prepare = prepare
        self._by_base: dict[Path, Workspace] = {}
        self._mistakes: dict[Path, tuple[Mistake, ...]] = {}

    def turn_to(self, folders: Sequence[Path]) -> None:
        """Takes other folders."""
        self.folders = list(folders)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forgets what was read, and which configurations there were."""
        self._mistakes.clear()
        self._by_base.clear()

    def keep_those_of(self, paths: Iterable[Path]) -> None:
        """Forgets the folders of which nothing is shown any more, where these files are."""
        shown = [base for path in paths for base in (path, self.map_of(path).files[0])]
        kept = {*self.folders, *map(self._base_of, shown)}
        for base in [base for base in self._by_base if base not in kept]:
            del self._by_base[base]
            self._mistakes.pop(base, None)

    def everywhere(self, tell: Tell) -> None:
        """Tells each workspace of something."""
        for base in list(self._by_base):
            self._ask(base, tell)

    def of(self, path: Path) -> Workspace:
        """The workspace to which a file belongs: that of the nearest folder above it, else of the file's own folder."""
        return self._ask(self._base_of(path), lambda workspace: workspace)

    def map_of(self, path: Path) -> MapFiles:
        """The files of the map to which a file belongs."""
        return self._ask(self._base_of(path), lambda workspace: workspace.maps.map_of(path))

    def maps(self) -> Iterator[tuple[Path, MapFiles]]:
        """The maps of the folders, each with one of its files."""
        for folder in self.folders:
            with suppress(NotThereError):
                yield from self._ask(folder, partial(_maps_in, folder))

    def judged(self, path: Path) -> Judged:
        """What the map of a file comes to. A map that lies in several workspaces is judged in one of them."""

        def judge(workspace: Workspace) -> Judged:
            files = workspace.maps.map_of(path)
            return Judged(workspace, files, workspace.judge(files))

        return self._ask(self._base_of(self.map_of(path).files[0]), judge)

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
        return [(base, workspace.maps.version) for base, workspace in self._by_base.items()]

    def _base_of(self, path: Path) -> Path:
        above = [folder for folder in self.folders if path.is_relative_to(folder)]
        return max(above, key=lambda folder: len(folder.parts)) if above else path.parent

    def _ask(self, base: Path, ask: Callable[[Workspace], Answer]) -> Answer:
        """Asks a workspace; once more and without any configuration, where that can't be used."""
        try:
            if base not in self._by_base:
                self._begin(Workspace(base=base, defaults=_defaults()), base)
            return ask(self._by_base[base])
        except BadConfigError as error:
            self._mistakes[base] = error.mistakes
            self._begin(Workspace(_defaults(), base), base)
            return ask(self._by_base[base])

    def _begin(self, workspace: Workspace, base: Path) -> None:
        self._prepare(workspace)
        self._by_base[base] = workspace


def _maps_in(folder: Path, workspace: Workspace) -> list[tuple[Path, MapFiles]]:
    """The maps of a folder, each with a file that belongs to it alone: some are part of a map that is not theirs."""
    maps = workspace.maps
    found = maps.maps_of(maps.asked_files([folder]))
    return [(next(path for path in files.files if maps.map_of(path) == files), files) for files in found]


def _defaults() -> Config:
    """Ignores run out today, where no configuration names another day."""
    return Config(today=date.today())  # the user's day
