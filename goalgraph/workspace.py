"""Finding maps on disk: which files belong together, and reading them.

How paths are given changes nothing: from any file its whole map is found. See "The map" in grammar/README.md.
"""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from goalgraph.analysis import Analysis, analyse
from goalgraph.config import Config
from goalgraph.finding import Finding
from goalgraph.model.problems import UnknownName
from goalgraph.reading import read_file
from goalgraph.source import Source, Unreadable
from goalgraph.store import StoringReader

_DECLARES_STRATEGY = re.compile(r"^strategy(?![\w.\-])", re.MULTILINE)
_DECLARES = re.compile(r"^(?:value|objective|means|asset|bridge|concept|unit)[ \t]+([^\W\d][\w.\-]*)", re.MULTILINE)
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})
# So many folders near by are looked at for a name that a map without a strategy lacks.
_MOST_NEARBY = 200


class NotThereError(Exception):
    """A path that was named is not there."""


class MapFiles(NamedTuple):
    """The files of one map. `alone` says that no strategy holds them together, `stray` that they belong to no map."""

    files: tuple[Path, ...]
    alone: bool = False
    stray: bool = False


class CheckedMap(NamedTuple):
    """A map that was analysed, and those of its findings that touch what was asked for."""

    analysis: Analysis
    findings: tuple[Finding, ...]


class Workspace:
    """Reads maps. Every file and folder is looked at once in the life of a workspace."""

    def __init__(self, config: Config | None = None, base: Path | None = None) -> None:
        self.config = config or Config()
        self.base = base or Path.cwd()
        self._read: dict[Path, Source | Unreadable] = {}
        self._listed: dict[Path, _Folder] = {}
        self._reader = StoringReader()

    def check(self, paths: Iterable[Path]) -> list[CheckedMap]:
        """Analyses every map that has a file among `paths`, in order of path.

        Raises:
            NotThereError: a path does not exist; the message names it.
        """
        asked = self.asked_files(paths)
        maps: dict[tuple[Path, ...], MapFiles] = {}
        told: set[Path] = set()
        for path in asked:
            if path not in told:
                found = self.map_of(path)
                maps[found.files] = found
                told.update(found.files)
        # By what they really are: a map holds one of several names of a file.
        asked_really = {os.path.realpath(path) for path in asked}
        return [self._checked(map_files, asked_really) for _, map_files in sorted(maps.items())]

    def _checked(self, map_files: MapFiles, asked: set[str]) -> CheckedMap:
        shown = {self.shown(path) for path in map_files.files if os.path.realpath(path) in asked}
        sources = [self.read(path) for path in map_files.files]
        analysis = analyse(sources, self.config, stray=map_files.stray, reader=self._reader)
        if map_files.alone and any(isinstance(problem, UnknownName) for problem in analysis.map.problems):
            nearby = self._names_near(map_files.files[0].parent)
            analysis = analyse(sources, self.config, nearby=nearby, reader=self._reader)
        touching = tuple(
            finding for finding in analysis.findings if any(place.path in shown for place in finding.places())
        )
        return CheckedMap(analysis, touching)

    def asked_files(self, paths: Iterable[Path]) -> list[Path]:
        """The `.strat` files that `paths` name, folders searched, each once and in order.

        Raises:
            NotThereError: a path does not exist; the message names it.
        """
        found: set[Path] = set()
        for path in paths:
            absolute = Path(os.path.abspath(self.base / path))  # noqa: PTH100  # resolve() would follow links
            try:
                is_folder, is_there = absolute.is_dir(), absolute.exists() or absolute.is_symlink()
            except OSError as error:
                raise NotThereError(f"{path} can't be reached: {(error.strerror or str(error)).lower()}") from error
            if is_folder:
                found.update(self._below(absolute, within_map=False))
            elif is_there:
                found.add(absolute)
            else:
                raise NotThereError(f"{path} is not there")
        return sorted(found)

    def map_of(self, path: Path) -> MapFiles:
        """The map that a file belongs to."""
        ceiling = self._ceiling(path.parent)
        for folder in (path.parent, *path.parent.parents):
            declaring = self._folder(folder).declaring
            if path in declaring and len(declaring) > 1:
                return MapFiles((path,))
            if len(declaring) > 1:
                return MapFiles((path,), stray=True)
            if declaring:
                files = self._distinct({*self._below(folder, within_map=True), path})
                return MapFiles(files)
            if folder == ceiling:
                break
        return MapFiles(self._distinct({*self._folder(path.parent).files, path}), alone=True)

    def read(self, path: Path) -> Source | Unreadable:
        """The text of a file, read once."""
        if path not in self._read:
            self._read[path] = read_file(path, self.shown(path), self.config.size_limit)
        return self._read[path]

    def shown(self, path: Path) -> str:
        """A path as people see it: relative to the working folder, with `/`."""
        try:
            return Path(os.path.relpath(path, self.base)).as_posix()
        except ValueError:  # another drive
            return path.as_posix()

    def _folder(self, path: Path) -> "_Folder":
        if path not in self._listed:
            self._listed[path] = _Folder(self, path)
        return self._listed[path]

    def _below(self, top: Path, *, within_map: bool) -> Iterator[Path]:
        """The `.strat` files of a folder and its subfolders; `within_map` leaves out those that are maps themselves."""
        waiting = [top]
        while waiting:
            folder = self._folder(waiting.pop())
            if within_map and folder.path != top and folder.declaring:
                continue
            yield from folder.files
            waiting += folder.subfolders

    def _distinct(self, files: set[Path]) -> tuple[Path, ...]:
        """Files in order; of several names for one file only the first."""
        by_real: dict[str, Path] = {}
        for path in sorted(files):
            by_real.setdefault(os.path.realpath(path), path)
        return tuple(sorted(by_real.values()))

    def _ceiling(self, folder: Path) -> Path | None:
        """The folder at which the search upward ends: that of the configuration, or the root of the repository."""
        return next((each for each in (folder, *folder.parents) if _is_ceiling(each)), None)

    def _names_near(self, folder: Path) -> dict[str, str]:
        """What files in the folders around this one declare, by name: the parent, its folders, the subfolders."""
        around = [*self._folder(folder).subfolders]
        if folder != self._ceiling(folder):
            parent = self._folder(folder.parent)
            around = [parent.path, *parent.subfolders, *around]
        names: dict[str, str] = {}
        for near in around[:_MOST_NEARBY]:
            for path in self._folder(near).files if near != folder else ():
                source = self.read(path)
                if isinstance(source, Source):
                    for name in _DECLARES.findall(source.text):
                        names.setdefault(name, source.path)
        return names


class _Folder:
    """What lies in one folder."""

    def __init__(self, workspace: Workspace, path: Path) -> None:
        self.workspace = workspace
        self.path = path
        self.files: list[Path] = []
        self.subfolders: list[Path] = []
        try:
            with os.scandir(path) as entries:
                for entry in sorted(entries, key=lambda entry: entry.name):
                    self._sort(entry)
        except OSError:
            # Told where it matters: as a file that can't be read.
            self.files.append(path)

    def _sort(self, entry: os.DirEntry[str]) -> None:
        child = self.path / entry.name
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and entry.name not in _SKIPPED_FOLDERS:
                self.subfolders.append(child)
                if entry.name.endswith(".strat") and not any(child.rglob("*.strat")):
                    self.files.append(child)
        elif entry.name.endswith(".strat"):
            self.files.append(child)

    @cached_property
    def declaring(self) -> list[Path]:
        """The files that declare a strategy."""
        found = []
        for path in self.files:
            source = self.workspace.read(path)
            if isinstance(source, Source) and _DECLARES_STRATEGY.search(source.text):
                found.append(path)
        return found


def _is_ceiling(folder: Path) -> bool:
    if (folder / ".git").exists() or (folder / "goalgraph.toml").is_file():
        return True
    project = folder / "pyproject.toml"
    try:
        return project.is_file() and "[tool.goalgraph" in project.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
