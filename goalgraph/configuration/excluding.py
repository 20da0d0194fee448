"""What a search for files leaves out: `exclude` in the configuration, and `.gitignore` in a repository."""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from goalgraph.config import Config
from goalgraph.configuration.discovery import Configurations, is_repository

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Excluding:
    """Tells what is left out, by the patterns that hold where it lies."""

    def __init__(self, configurations: Configurations) -> None:
        self._configurations = configurations
        self._ignored: dict[Path, tuple[tuple[Path, GitIgnoreSpec], ...] | None] = {}

    def leaves_out(self, path: Path, *, is_folder: bool) -> bool:
        """Whether a search leaves a file or folder out."""
        settings = self._configurations.of(path.parent)
        folder, patterns = settings.folder, settings.config.exclude
        if folder and patterns and _spec(patterns).match_file(_below(path, folder, is_folder)):
            return True
        # The nearest file that has something to say of it decides, as in git.
        for folder, spec in self._gitignores(path.parent) or ():
            decided = spec.check_file(_below(path, folder, is_folder)).include
            if decided is not None:
                return decided
        return False

    def _gitignores(self, folder: Path) -> "tuple[tuple[Path, GitIgnoreSpec], ...] | None":
        """The `.gitignore` files from a folder up to the root of its repository; None where there is no repository."""
        if folder not in self._ignored:
            above: tuple[tuple[Path, GitIgnoreSpec], ...] | None = ()
            if not is_repository(folder):
                above = self._gitignores(folder.parent) if folder != folder.parent else None
            own = _lines(folder / ".gitignore") if above is not None else ()
            self._ignored[folder] = ((folder, _spec(own)), *(above or ())) if own else above
        return self._ignored[folder]


def per_file(config: Config, folder: Path | None, files: Iterable[tuple[str, Path]]) -> Config:
    """A configuration with what its paths come to for some files, each with its path as people see it."""
    if not config.per_path or folder is None:
        return config
    specs = [(_spec((pattern,)), severities) for pattern, severities in config.per_path]
    found = {}
    for shown, path in files:
        relative = _below(path, folder, is_folder=False)
        matching = tuple(severities for spec, severities in specs if spec.match_file(relative))
        if matching:
            found[shown] = matching
    return config._replace(per_file=found)


@cache
def _spec(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8", errors="replace").splitlines())
    except OSError:
        return ()


def _below(path: Path, folder: Path, is_folder: bool) -> str:
    return Path(os.path.relpath(path, folder)).as_posix() + ("/" if is_folder else "")
