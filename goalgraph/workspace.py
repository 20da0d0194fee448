"""Finding maps on disk: which files belong together, and reading them.

How paths are given changes nothing: from any file its whole map is found. See "The map" in grammar/README.md.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from goalgraph.analysis import Analysis, analyse
from goalgraph.config import Config
from goalgraph.configuration.discovery import Configurations, Settings
from goalgraph.configuration.excluding import Excluding, per_file
from goalgraph.finding import Finding
from goalgraph.folders import Folder, MapFiles
from goalgraph.model.problems import UnknownName
from goalgraph.reading import decode, read_file, shown
from goalgraph.since import Since
from goalgraph.source import Source, Unreadable
from goalgraph.store import StoringReader

DECLARES = re.compile(r"^(?:value|objective|means|asset|bridge|concept|unit)[ \t]+([^\W\d][\w.\-]*)", re.MULTILINE)
# So many folders near by are looked at for a name that a map without a strategy lacks.
_MOST_NEARBY = 200


class NotThereError(Exception):
    """A path that was named is not there."""


class CheckedMap(NamedTuple):
    """A map that was analysed, and which of its files were asked for, by their paths as people see them.

    With `since` only that was asked for which changed since a revision.
    """

    analysis: Analysis
    asked: frozenset[str]
    since: Since | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that touch what was asked for."""
        return self._touching(self.analysis.findings)

    @property
    def silenced(self) -> tuple[Finding, ...]:
        """The findings that touch it and do not count."""
        return self._touching(self.analysis.silenced)

    def _touching(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        asked = [each for each in findings if any(place.path in self.asked for place in each.places())]
        return self.since.touching(asked) if self.since else tuple(asked)


class Workspace:
    """Reads maps. Every file and folder is looked at once in the life of a workspace.

    Each map has the configuration that is found from its folder upward, begun from `defaults` and with `changes` laid
    over it; with `config` all have that one, and no file is looked for. With a `revision` each map is compared with how
    it was then.

    Raises, from every method:
        BadConfigError: a configuration can't be used.
        RevisionError: the revision can't be had.
    """

    def __init__(
        self,
        config: Config | None = None,
        base: Path | None = None,
        defaults: Config | None = None,
        changes: Mapping[str, Any] | None = None,
        revision: str | None = None,
    ) -> None:
        self.base = base or Path.cwd()
        self.revision = revision
        self.configurations = Configurations(self.base, defaults, changes, config)
        self.excluding = Excluding(self.configurations)
        self._read: dict[Path, Source | Unreadable] = {}
        self._listed: dict[Path, Folder] = {}
        self._reader = StoringReader()
        # What is excluded is left out where it is named, too; `left_out` tells whether anything was.
        self.forces_exclude = False
        self.left_out = False
        # Is told what is done next, in words.
        self.progress: Callable[[str], None] = lambda _: None
        # Texts that are not saved yet, by what their files really are.
        self._unsaved: dict[str, bytes] = {}
        self._new: set[Path] = set()

    def check(self, paths: Iterable[Path]) -> list[CheckedMap]:
        """Analyses every map that has a file among `paths`, in order of path.

        Raises:
            NotThereError: a path does not exist; the message names it.
        """
        asked = self.asked_files(paths)
        maps = self.maps_of(asked)
        # By what they really are: a map holds one of several names of a file.
        asked_really = {os.path.realpath(path) for path in asked}
        checked = []
        for number, map_files in enumerate(maps, start=1):
            of_many = f" (map {number} of {len(maps)})" if len(maps) > 1 else ""
            self.progress(f"Checking {self.shown(map_files.root)}{of_many}…")
            checked.append(self._checked(map_files, asked_really))
        return checked

    def maps_of(self, files: Iterable[Path]) -> list[MapFiles]:
        """The maps that files belong to, in order of path."""
        maps: dict[tuple[Path, ...], MapFiles] = {}
        told: set[Path] = set()
        for path in files:
            if path not in told:
                found = self.map_of(path)
                maps[found.files] = found
                told.update(found.files)
        return [map_files for _, map_files in sorted(maps.items())]

    def _checked(self, map_files: MapFiles, asked: set[str]) -> CheckedMap:
        asked_for = frozenset(self.shown(path) for path in map_files.files if os.path.realpath(path) in asked)
        sources = [self.read(path) for path in map_files.files]
        config = self.config_of(map_files)
        before = None
        if self.revision is not None and not map_files.stray:
            from goalgraph.before import map_before

            before = map_before(map_files, self.revision, self.shown)
        analysis = analyse(sources, config, stray=map_files.stray, reader=self._reader, before=before)
        if map_files.alone and any(isinstance(problem, UnknownName) for problem in analysis.map.problems):
            nearby = self._names_near(map_files.files[0].parent)
            analysis = analyse(sources, config, nearby=nearby, reader=self._reader, before=before)
        return CheckedMap(analysis, asked_for)

    @property
    def settings(self) -> Settings:
        """The settings of the working folder."""
        return self.configurations.of(self.base)

    def config_of(self, map_files: MapFiles) -> Config:
        """The configuration of a map."""
        settings = self.configurations.of(map_files.root)
        return per_file(settings.config, settings.folder, ((self.shown(path), path) for path in map_files.files))

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
            is_there = is_there or os.path.realpath(absolute) in self._unsaved
            if is_there and self.forces_exclude and self.excluding.leaves_out(absolute, is_folder=is_folder):
                self.left_out = True
            elif is_folder:
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
                return MapFiles(folder, (path,), single=True)
            if len(declaring) > 1:
                return MapFiles(folder, (path,), stray=True)
            if declaring:
                files = self._distinct({*self._below(folder, within_map=True), path})
                return MapFiles(folder, files)
            if folder == ceiling:
                break
        return MapFiles(path.parent, self._distinct({*self._folder(path.parent).files, path}), alone=True)

    def read(self, path: Path) -> Source | Unreadable:
        """The text of a file, read once."""
        if path not in self._read:
            self._read[path] = self.read_anew(path)
        return self._read[path]

    def read_anew(self, path: Path) -> Source | Unreadable:
        """The text of a file as it is now, whatever was read before."""
        unsaved = self._unsaved.get(os.path.realpath(path)) if self._unsaved else None
        if unsaved is not None:
            return decode(unsaved, self.shown(path))
        return read_file(path, self.shown(path), self.configurations.of(path.parent).config.size_limit)

    def take_for(self, path: Path, unsaved: bytes) -> list[Path]:
        """Takes what is not saved yet for what a file holds, whether it is there or not; tells the files of its map.

        Raises:
            NotThereError: there can't be such a file; the message says why.
        """
        absolute = self.file_of(str(path))
        try:
            if absolute.is_dir():
                raise NotThereError(f"{path} is a folder, and the text is that of a file")
            if not absolute.parent.is_dir():
                raise NotThereError(f"{path} can't be there: there is no folder {path.parent}")
            if not absolute.exists():
                self._new.add(absolute)
        except OSError as error:
            raise NotThereError(f"{path} can't be reached: {(error.strerror or str(error)).lower()}") from error
        self._unsaved[os.path.realpath(absolute)] = unsaved
        return list(self.map_of(absolute).files)

    def lay_over(self, source: Source) -> None:
        """Takes a text in place of what a file holds, without changing the file."""
        self._read[self.file_of(source.path)] = source

    def file_of(self, path: str) -> Path:
        """The file that people see under a path."""
        return Path(os.path.abspath(self.base / path))  # noqa: PTH100  # resolve() would follow links

    def shown(self, path: Path) -> str:
        """A path as people see it: relative to the working folder, with `/`."""
        return shown(path, self.base)

    def _folder(self, path: Path) -> Folder:
        if path not in self._listed:
            folder = Folder(path, self.read, self.excluding)
            if self._new:
                folder.files = sorted({*folder.files, *(new for new in self._new if new.parent == path)})
            self._listed[path] = folder
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
        return self.configurations.of(folder).ceiling

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
                    for name in DECLARES.findall(source.text):
                        names.setdefault(name, source.path)
        return names
