"""What files hold: read once, or a text that is not saved yet and counts in its place."""

import os
from collections.abc import Callable
from pathlib import Path

from goalgraph.reading import decode, read_file
from goalgraph.source import Source, Unreadable


class Texts:
    """The texts of files, by path. `shown` makes a path as people see it; `limit` tells how many bytes are read."""

    def __init__(self, shown: Callable[[Path], str], limit: Callable[[Path], int]) -> None:
        self._shown = shown
        self._limit = limit
        self._read: dict[Path, Source | Unreadable] = {}
        # By what the files really are, for a file may have several names.
        self._unsaved: dict[str, bytes | Source] = {}
        self._real: dict[Path, str] = {}

    def read(self, path: Path) -> Source | Unreadable:
        """The text of a file, read once."""
        if path not in self._read:
            self._read[path] = self.read_anew(path)
        return self._read[path]

    def read_anew(self, path: Path) -> Source | Unreadable:
        """The text of a file as it is now, whatever was read before."""
        unsaved = self._unsaved.get(self._really(path)) if self._unsaved else None
        if isinstance(unsaved, bytes):
            return decode(unsaved, self._shown(path))
        if unsaved is not None:
            shown = self._shown(path)
            return unsaved if unsaved.path == shown else Source(shown, unsaved.text, unsaved.bom, unsaved.bom_counts)
        return read_file(path, self._shown(path), self._limit(path))

    def lay_over(self, path: Path, source: Source) -> None:
        """Takes a text in place of what a file holds, under this one of its names."""
        self._read[path] = source

    def take(self, path: Path, unsaved: bytes | Source) -> None:
        """Takes a text for what a file holds, under each of its names and whether it is there or not."""
        self._unsaved[self._really(path)] = unsaved
        self.forget(path)

    def give_back(self, path: Path) -> None:
        """Lets what the file holds on disk count again."""
        self._unsaved.pop(self._really(path), None)
        self._real.clear()
        self.forget(path)

    def is_taken(self, path: Path) -> bool:
        """Whether a text is taken for what the file holds."""
        return bool(self._unsaved) and self._really(path) in self._unsaved

    def forget(self, path: Path) -> None:
        """Reads a file anew when it is asked for next, under each of its names."""
        real = self._really(path)
        for each in [each for each in self._read if self._really(each) == real]:
            del self._read[each]

    def knows(self, path: Path) -> bool:
        """Whether a file was read under this name."""
        return path in self._read

    def forget_below(self, folder: Path) -> None:
        """Reads all files below a folder anew when they are asked for next; texts that are taken still count."""
        for each in [each for each in self._read if each.is_relative_to(folder)]:
            del self._read[each]
        self._real.clear()

    def _really(self, path: Path) -> str:
        """What a file really is; found once, until a text is given back."""
        if path not in self._real:
            self._real[path] = os.path.realpath(path)
        return self._real[path]
