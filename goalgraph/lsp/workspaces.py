"""The workspaces of one editor: the maps of its folders, and of the files that lie in none of them."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from goalgraph.analysis import Analysis
from goalgraph.config import Config
from goalgraph.configuration.mistakes import Mistake
from goalgraph.folders import MapFiles
from goalgraph.maps import NotThereError
from goalgraph.workspace import Workspace

Tell = Callable[[Workspace], None]


class Judged(NamedTuple):
    """What a map came to, and the workspace that knows its files."""

    workspace: Workspace
    files: MapFiles
    analysis: Analysis


class Workspaces:
    """Each folder has a workspace of its own, and so has the folder of each file that lies in none of them.

    A configuration that can't be used counts as an empty one, and what is wrong with it is told by `mistakes`. What an
    editor has open is laid over each workspace as it begins, by `prepare`.
    """

    def __init__(self, folders: Sequence[Path], prepare: Tell) -> None:
        self.folders = list(folders)
        self._prepare = prepare
        self._by_base: dict[Path, Workspace] = {}

    def turn_to(self, folders: Sequence[Path]) -> None:
        """Takes other folders."""
        self.folders = list(folders)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forgets what was read, and which configurations there were."""
        self._by_base.clear()

    def keep_those_of(self, paths: Iterable[Path]) -> None:
        """Forgets the folders of which nothing is shown any more, where these files are."""
        shown = [base for path in paths for base in (path, self.map_of(path).files[0])]
        kept = {*self.folders, *map(self._base_of, shown)}
        for base in [base for base in self._by_base if base not in kept]:
            del self._by_base[base]

    def everywhere(self, tell: Tell) -> None:
        """Tells each workspace of something."""
        for workspace in list(self._by_base.values()):
            tell(workspace)

    def of(self, path: Path) -> Workspace:
        """The workspace to which a file belongs: that of the nearest folder above it, else of the file's own folder."""
        return self._at(self._base_of(path))

    def map_of(self, path: Path) -> MapFiles:
        """The files of the map to which a file belongs."""
        return self.of(path).maps.map_of(path)

    def maps(self) -> Iterator[tuple[Path, MapFiles]]:
        """The maps of the folders, each with one of its files."""
        for folder in self.folders:
            with suppress(NotThereError):
                yield from _maps_in(folder, self._at(folder))

    def judged(self, path: Path) -> Judged:
        """What the map of a file comes to. A map that lies in several workspaces is judged in one of them."""
        workspace = self.of(self.map_of(path).files[0])
        files = workspace.maps.map_of(path)
        return Judged(workspace, files, workspace.judge(files))

    @property
    def mistakes(self) -> dict[Path, list[Mistake]]:
        """What is wrong with configurations, by their files; once where several folders have the same."""
        found: dict[Path, dict[object, Mistake]] = {}
        for base, workspace in self._by_base.items():
            for each in chain.from_iterable(workspace.configurations.mistakes.values()):
                file = Path(os.path.abspath(base / each.place.path))  # noqa: PTH100  # resolve() would follow links
                found.setdefault(file, {}).setdefault((each.place[1:], each.message), each)
        return {file: list(told.values()) for file, told in found.items()}

    def state(self) -> object:
        """Is another when files belong together otherwise."""
        return [(base, workspace.maps.version) for base, workspace in self._by_base.items()]

    def _base_of(self, path: Path) -> Path:
        above = [folder for folder in self.folders if path.is_relative_to(folder)]
        return max(above, key=lambda folder: len(folder.parts)) if above else path.parent

    def _at(self, base: Path) -> Workspace:
        if base not in self._by_base:
            # Ignores run out today, where no configuration names another day.
            defaults = Config(today=date.today())  # the user's day
            self._by_base[base] = workspace = Workspace(base=base, defaults=defaults, tolerant=True)
            self._prepare(workspace)
        return self._by_base[base]


def _maps_in(folder: Path, workspace: Workspace) -> list[tuple[Path, MapFiles]]:
    """The maps of a folder, each with a file that belongs to it alone: some are part of a map that is not theirs."""
    maps = workspace.maps
    found = maps.maps_of(maps.asked_files([folder]))
    return [(next(maps.own_files(files)), files) for files in found]
