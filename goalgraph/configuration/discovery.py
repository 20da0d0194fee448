"""Which configuration holds for a folder, and what is left out of a search."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from goalgraph.config import Config
from goalgraph.configuration.mistakes import BadConfigError, Mistake
from goalgraph.reading import read_file, shown
from goalgraph.source import Source, Span, Unreadable

_FILE = "goalgraph.toml"
_PROJECT = "pyproject.toml"
_TABLE = ("tool", "goalgraph")


class Settings(NamedTuple):
    """The settings that hold for a folder: `folder` is where their file lies, whose patterns count from there.

    `file` is its path as people see it, None where no file holds; `places` tells where each setting stands in it, by
    its key. `ceiling` is where a search upward for a strategy ends: that folder, or the root of the repository.
    """

    config: Config
    ceiling: Path | None = None
    folder: Path | None = None
    file: str | None = None
    places: Mapping[tuple[str | int, ...], Span] = {}


class Configurations:
    """Finds the configuration of a folder: the nearest file upward, as far as the repository goes.

    Settings start from `defaults`; `changes` are fields of `Config` that were set by the command, and beat all files.
    With `fixed` nothing is read from any file. Where they are `tolerant`, a file that can't be used counts as an empty
    one; what is wrong with those that were asked for is kept in `mistakes`, by their folders.
    """

    def __init__(
        self,
        base: Path,
        defaults: Config | None = None,
        changes: Mapping[str, Any] | None = None,
        fixed: Config | None = None,
        *,
        tolerant: bool = False,
    ) -> None:
        self.base = base
        self.defaults = defaults or Config()
        self.changes = changes or {}
        self.fixed = fixed
        self.tolerant = tolerant
        self.mistakes: dict[Path, tuple[Mistake, ...]] = {}
        self._bad: dict[Path, tuple[Mistake, ...]] = {}
        self._settings: dict[Path, Settings] = {}

    def of(self, folder: Path) -> Settings:
        """The settings that hold for a folder.

        Raises:
            BadConfigError: its configuration can't be used, and nothing is tolerated.
        """
        settings = self._of(folder)
        if settings.folder in self._bad:
            self.mistakes[settings.folder] = self._bad[settings.folder]
        return settings

    def size_limit(self, folder: Path) -> int:
        """How many bytes are read of a file in a folder. For that alone nobody is told what is wrong there.

        Raises:
            BadConfigError: as `of`.
        """
        return self._of(folder).config.size_limit

    def _of(self, folder: Path) -> Settings:
        if folder not in self._settings:
            self._settings[folder] = self._found(folder)
        return self._settings[folder]

    def _found(self, folder: Path) -> Settings:
        source = _config_of(folder, self.base)
        if source:
            return Settings(self.fixed, folder) if self.fixed else self._read(source, folder)
        if is_repository(folder) or folder == folder.parent:
            ceiling = folder if is_repository(folder) else None
            return Settings(self.fixed or self.defaults._replace(**self.changes), ceiling)
        return self._of(folder.parent)

    def _read(self, source: Source | Unreadable, folder: Path) -> Settings:
        # Loaded here, so that nobody pays for it who has no configuration.
        from goalgraph.configuration.reading import Read, read_config

        table = _TABLE if Path(source.path).name == _PROJECT else ()
        try:
            if isinstance(source, Unreadable):
                raise BadConfigError([Mistake(source.place, f"{source.message}; {source.hint}")])
            read = read_config(source, table, self.defaults)
        except BadConfigError as error:
            if not self.tolerant:
                raise
            self._bad[folder] = error.mistakes
            read = Read(self.defaults, {})
        return Settings(read.config._replace(**self.changes), folder, folder, source.path, read.places)


def is_repository(folder: Path) -> bool:
    """Whether a folder is the root of a repository."""
    return (folder / ".git").exists()


def _config_of(folder: Path, base: Path) -> Source | Unreadable | None:
    """The configuration file of a folder, if it has one; `base` is the folder from which people see it."""
    own, project = folder / _FILE, folder / _PROJECT
    if own.is_file() or own.is_symlink():
        return read_file(own, shown(own, base), Config().size_limit)
    if not project.is_file():
        return None
    source = read_file(project, shown(project, base), Config().size_limit)
    # A project file that can't be read, or holds nothing for us, is not ours.
    return source if isinstance(source, Source) and "[tool.goalgraph" in source.text else None
