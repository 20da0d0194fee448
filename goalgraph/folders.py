"""The files of a map, and the folders in which they are looked for."""

import os
import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from goalgraph.configuration.excluding import Excluding
from goalgraph.source import Source, Unreadable

DECLARES_STRATEGY = re.compile(r"^strategy(?![\w.\-])", re.MULTILINE)
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


class MapFiles(NamedTuple):
    """The files of one map, and its folder.

    `alone` says that no strategy holds them together, `single` that its one file shares the folder with other maps,
    `stray` that they belong to no map.
    """

    root: Path
    files: tuple[Path, ...]
    alone: bool = False
    stray: bool = False
    single: bool = False


class Folder:
    """What lies in one folder, but for what searches leave out. `read` is how its files are read."""

    def __init__(self, path: Path, read: Callable[[Path], Source | Unreadable], excluding: Excluding) -> None:
        self.path = path
        self.read = read
        self.excluding = excluding
        # Who names a folder that is left out of searches wants it all the same.
        self.filtered = not excluding.leaves_out(path, is_folder=True)
        self.files: list[Path] = []
        self.subfolders: list[Path] = []
        try:
            with os.scandir(path) as entries:
                for entry in sorted(entries, key=lambda entry: entry.name):
                    self._sort(entry)
        except FileNotFoundError:
            pass  # it holds nothing
        except OSError:
            # Told where it matters: as a file that can't be read.
            self.files.append(path)

    def _sort(self, entry: os.DirEntry[str]) -> None:
        child = self.path / entry.name
        if entry.is_dir(follow_symlinks=False):
            if entry.name.startswith(".") or entry.name in _SKIPPED_FOLDERS or self._leaves_out(child, is_folder=True):
                return
            self.subfolders.append(child)
            if entry.name.endswith(".strat") and not any(child.rglob("*.strat")):
                self.files.append(child)
        elif entry.name.endswith(".strat") and not self._leaves_out(child, is_folder=False):
            self.files.append(child)

    def _leaves_out(self, child: Path, *, is_folder: bool) -> bool:
        return self.filtered and self.excluding.leaves_out(child, is_folder=is_folder)

    @cached_property
    def declaring(self) -> list[Path]:
        """The files that declare a strategy."""
        return [path for path in self.files if declares_strategy(self.read(path))]


def declares_strategy(source: Source | Unreadable) -> bool:
    """Whether a file declares a strategy."""
    # Most files have the word nowhere, and that is seen faster than by the expression.
    return isinstance(source, Source) and "strategy" in source.text and bool(DECLARES_STRATEGY.search(source.text))
