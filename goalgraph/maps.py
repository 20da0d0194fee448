"""Which files belong together: maps, found by the folders in which they lie.

How paths are given changes nothing: from any file its whole map is found. See "The map" in grammar/README.md.
"""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from weakref import WeakKeyDictionary

from goalgraph.configuration.discovery import Configurations
from goalgraph.configuration.excluding import Excluding
from goalgraph.folders import Folder, MapFiles
from goalgraph.source import Source
from goalgraph.syntax.grammar import name_expression
from goalgraph.syntax.vocabulary import KINDS
from goalgraph.texts import Texts

_DECLARING = tuple(kind for kind in KINDS if kind != "strategy")
# So many folders near by are looked at for a name that a map without a strategy lacks.
_MOST_NEARBY = 200


def names_declared(text: str) -> list[str]:
    """The names of the elements that a text seems to declare; it is not read for that."""
    return _declares().findall(text)


@cache
def _declares() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(_DECLARING)})[ \t]+({name_expression()})", re.MULTILINE)


class NotThereError(Exception):
    """A path that was named is not there."""


class Maps:
    """Finds the maps to which files belong. Every folder is looked at once, until it is forgotten."""

    def __init__(self, base: Path, configurations: Configurations, texts: Texts) -> None:
        self.base = base
        self.texts = texts
        self.configurations = configurations
        self.excluding = Excluding(configurations)
        # What is excluded is left out where it is named, too; `left_out` tells whether anything was.
        self.forces_exclude = False
        self.left_out = False
        # Is another when files may belong together otherwise.
        self.version = 0
        self._listed: dict[Path, Folder] = {}
        self._found: dict[Path, MapFiles] = {}
        # By their folders: what searches find, and the map that this is.
        self._whole: dict[Path, tuple[frozenset[Path], MapFiles]] = {}
        self._declared: WeakKeyDictionary[Source, tuple[str, ...]] = WeakKeyDictionary()
        # Files that are not on disk yet.
        self._new: set[Path] = set()

    def file_of(self, path: str | Path) -> Path:
        """The file that people see under a path."""
        return Path(os.path.abspath(self.base / path))  # noqa: PTH100  # resolve() would follow links

    def asked_files(self, paths: Iterable[Path]) -> list[Path]:
        """The `.strat` files that `paths` name, folders searched, each once and in order.

        Raises:
            NotThereError: a path does not exist; the message names it.
        """
        found: set[Path] = set()
        for path in paths:
            absolute = self.file_of(path)
            try:
                is_folder, is_there = absolute.is_dir(), absolute.exists() or absolute.is_symlink()
            except OSError as error:
                raise NotThereError(f"{path} can't be reached: {(error.strerror or str(error)).lower()}") from error
            is_there = is_there or self.texts.is_taken(absolute)
            if is_there and self.forces_exclude and self.excluding.leaves_out(absolute, is_folder=is_folder):
                self.left_out = True
            elif is_folder:
                found.update(self._below(absolute, within_map=False))
            elif is_there:
                found.add(absolute)
            else:
                raise NotThereError(f"{path} is not there")
        return sorted(found)

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

    def map_of(self, path: Path) -> MapFiles:
        """The map that a file belongs to."""
        if path not in self._found:
            self._found[path] = self._map_of(path)
        return self._found[path]

    def own_files(self, of: MapFiles) -> Iterator[Path]:
        """The files of a map that belong to no other. One that searches leave out comes with files of another map."""
        return (path for path in of.files if self.map_of(path) == of)

    def forget(self, folder: Path | None = None) -> None:
        """Looks at a folder anew when it is needed next, or at all of them, and finds all maps anew."""
        if folder is None:
            self._listed.clear()
        else:
            self._listed.pop(folder, None)
        self._found.clear()
        self._whole.clear()
        self.version += 1

    def _map_of(self, path: Path) -> MapFiles:
        ceiling = self._ceiling(path.parent)
        for folder in (path.parent, *path.parent.parents):
            declaring = self._folder(folder).declaring
            if path in declaring and len(declaring) > 1:
                return MapFiles(folder, (path,), single=True)
            if len(declaring) > 1:
                return MapFiles(folder, (path,), stray=True)
            if declaring:
                return self._map_in(folder, path, alone=False)
            if folder == ceiling:
                break
        return self._map_in(path.parent, path, alone=True)

    def _map_in(self, root: Path, path: Path, *, alone: bool) -> MapFiles:
        """The map of a folder, for one of its files; for one that searches leave out, the same with that file."""
        if root not in self._whole:
            files = frozenset(self._folder(root).files if alone else self._below(root, within_map=True))
            self._whole[root] = files, MapFiles(root, self._distinct(files), alone=alone)
        files, whole = self._whole[root]
        return whole if path in files else MapFiles(root, self._distinct({*files, path}), alone=alone)

    def admit(self, path: Path) -> Path:
        """The file of a path that may not be there yet; from now on it is one of its folder.

        Raises:
            NotThereError: there can't be such a file; the message says why.
        """
        absolute = self.file_of(path)
        try:
            if absolute.is_dir():
                raise NotThereError(f"{path} is a folder, and the text is that of a file")
            if not absolute.parent.is_dir():
                raise NotThereError(f"{path} can't be there: there is no folder {path.parent}")
            if not absolute.exists():
                self._new.add(absolute)
                self.forget(absolute.parent)
        except OSError as error:
            raise NotThereError(f"{path} can't be reached: {(error.strerror or str(error)).lower()}") from error
        return absolute

    def withdraw(self, path: Path) -> None:
        """Forgets a file that was admitted and never came to be."""
        self._new.discard(path)
        self.forget(path.parent)

    def _folder(self, path: Path) -> Folder:
        if path not in self._listed:
            folder = Folder(path, self.texts.read, self.excluding)
            if self._new:
                folder.files = sorted({*folder.files, *(new for new in self._new if new.parent == path)})
            self._listed[path] = folder
        return self._listed[path]

    def _below(self, top: Path, *, within_map: bool) -> Iterator[Path]:
        """The `.strat` files of a folder and its subfolders; `within_map` leaves out those of other maps."""
        waiting = [top]
        while waiting:
            path = waiting.pop()
            if within_map and path != top and (self._ceiling(path) == path or self._folder(path).declaring):
                continue
            folder = self._folder(path)
            yield from folder.files
            waiting += folder.subfolders

    def _distinct(self, files: Iterable[Path]) -> tuple[Path, ...]:
        """Files in order; of several names for one file only the first."""
        by_real: dict[str, Path] = {}
        for path in sorted(files):
            by_real.setdefault(os.path.realpath(path), path)
        return tuple(sorted(by_real.values()))

    def _ceiling(self, folder: Path) -> Path | None:
        """The folder at which the search upward ends: that of the configuration, or the root of the repository."""
        return self.configurations.of(folder).ceiling

    def names_near(self, folder: Path) -> dict[str, str]:
        """What files in the folders around this one declare, by name: the parent, its folders, the subfolders."""
        around = [*self._folder(folder).subfolders]
        if folder != self._ceiling(folder):
            parent = self._folder(folder.parent)
            around = [parent.path, *parent.subfolders, *around]
        names: dict[str, str] = {}
        for near in around[:_MOST_NEARBY]:
            for path in self._folder(near).files if near != folder else ():
                source = self.texts.read(path)
                if isinstance(source, Source):
                    for name in self._names_in(source):
                        names.setdefault(name, source.path)
        return names

    def _names_in(self, source: Source) -> tuple[str, ...]:
        """The names that a file declares, sought once for each text of it."""
        if source not in self._declared:
            self._declared[source] = tuple(names_declared(source.text))
        return self._declared[source]
