"""Reading maps and judging them: what files hold is known by `texts`, which of them belong together by `maps`.

A workspace may live as long as an editor is open: a map is judged anew only where something has changed.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from goalgraph.analysis import Analysis, Memory, analyse
from goalgraph.config import Config
from goalgraph.configuration.discovery import Configurations, Settings
from goalgraph.configuration.excluding import per_file
from goalgraph.finding import Finding
from goalgraph.folders import MapFiles, declares_strategy
from goalgraph.maps import Maps
from goalgraph.model.problems import UnknownName
from goalgraph.reading import shown
from goalgraph.since import Since
from goalgraph.source import Source, Unreadable
from goalgraph.store import StoringReader
from goalgraph.texts import Texts


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


class _Judged(NamedTuple):
    """What a map came to, and of what."""

    files: MapFiles
    sources: tuple[Source | Unreadable, ...]
    config: Config
    analysis: Analysis
    nearby: Mapping[str, str]
    memory: Memory


class Workspace:
    """Reads maps and judges them. Every file and folder is looked at once, until it is told that it changed.

    Each map has the configuration that is found from its folder upward, begun from `defaults` and with `changes` laid
    over it; with `config` all have that one, and no file is looked for. With a `revision` each map is compared with how
    it was then. Where it is `tolerant`, a configuration that can't be used counts as an empty one, and is told of by
    `configurations.mistakes`.

    Raises, from every method:
        BadConfigError: a configuration can't be used, and nothing is tolerated.
        RevisionError: the revision can't be had.
    """

    def __init__(  # noqa: PLR0913  # each is one thing that may be chosen
        self,
        config: Config | None = None,
        base: Path | None = None,
        defaults: Config | None = None,
        changes: Mapping[str, Any] | None = None,
        revision: str | None = None,
        *,
        tolerant: bool = False,
    ) -> None:
        self.base = base or Path.cwd()
        self.revision = revision
        self.configurations = Configurations(self.base, defaults, changes, config, tolerant=tolerant)
        self.texts = Texts(self.shown, lambda path: self.configurations.size_limit(path.parent))
        self.maps = Maps(self.base, self.configurations, self.texts)
        # Is told what is done next, in words.
        self.progress: Callable[[str], None] = lambda _: None
        self._shown: dict[Path, str] = {}
        self._reader = StoringReader(base=str(self.base))
        self._judged: dict[Path, _Judged] = {}

    def check(self, paths: Iterable[Path]) -> list[CheckedMap]:
        """Analyses every map that has a file among `paths`, in order of path.

        Raises:
            NotThereError: a path does not exist; the message names it.
        """
        asked = self.maps.asked_files(paths)
        maps = self.maps.maps_of(asked)
        # By what they are: a map holds one of several names of a file.
        really = {os.path.realpath(path) for path in asked}
        checked = []
        for number, map_files in enumerate(maps, start=1):
            of_many = f" (map {number} of {len(maps)})" if len(maps) > 1 else ""
            self.progress(f"Checking {self.shown(map_files.root)}{of_many}…")
            asked_for = frozenset(self.shown(path) for path in map_files.files if os.path.realpath(path) in really)
            analysis, _ = self._analysed(map_files, self._sources(map_files), self.config_of(map_files))
            checked.append(CheckedMap(analysis, asked_for))
        return checked

    def judge(self, map_files: MapFiles) -> Analysis:
        """What a map comes to now. It is judged anew only if one of its files or its configuration has changed."""
        sources, config = self._sources(map_files), self.config_of(map_files)
        before = self._judged.pop(map_files.files[0], None)
        if (
            before
            and (before.files, before.config) == (map_files, config)
            and _same(before.sources, sources)
            and before.nearby == self._nearby(map_files, before.analysis)
        ):
            judged = before
        else:
            memory = before.memory if before and before.config == config else Memory()
            analysis, nearby = self._analysed(map_files, sources, config, memory)
            judged = _Judged(map_files, sources, config, analysis, nearby, memory)
        # Of what breaks off before this nothing is known the next time.
        self._judged[map_files.files[0]] = judged
        return judged.analysis

    def _sources(self, map_files: MapFiles) -> tuple[Source | Unreadable, ...]:
        return tuple(self.texts.read(path) for path in map_files.files)

    def _analysed(
        self,
        map_files: MapFiles,
        sources: tuple[Source | Unreadable, ...],
        config: Config,
        memory: Memory | None = None,
    ) -> tuple[Analysis, Mapping[str, str]]:
        """What a map comes to, and what was known of names near by."""
        before = None
        if self.revision is not None and not map_files.stray:
            from goalgraph.before import map_before

            before = map_before(map_files, self.revision, self.shown)
        analysis = analyse(sources, config, stray=map_files.stray, reader=self._reader, before=before, memory=memory)
        nearby = self._nearby(map_files, analysis)
        if nearby:
            analysis = analyse(sources, config, nearby=nearby, reader=self._reader, before=before, memory=memory)
        return analysis, nearby

    def _nearby(self, map_files: MapFiles, analysis: Analysis) -> Mapping[str, str]:
        """Which file near by declares a name, where no strategy holds a map together and it lacks names."""
        lacking = map_files.alone and any(isinstance(problem, UnknownName) for problem in analysis.map.problems)
        return self.maps.names_near(map_files.files[0].parent) if lacking else {}

    @property
    def settings(self) -> Settings:
        """The settings of the working folder."""
        return self.configurations.of(self.base)

    def config_of(self, map_files: MapFiles) -> Config:
        """The configuration of a map."""
        settings = self.configurations.of(map_files.root)
        return per_file(settings.config, settings.folder, ((self.shown(path), path) for path in map_files.files))

    def take_for(self, path: Path, unsaved: bytes) -> list[Path]:
        """Takes what is not saved yet for what a file holds, whether it is there or not; tells the files of its map.

        Raises:
            NotThereError: there can't be such a file; the message says why.
        """
        absolute = self.maps.admit(path)
        self.texts.take(absolute, unsaved)
        return list(self.maps.map_of(absolute).files)

    def edit(self, path: Path, source: Source | None) -> None:
        """Takes a text for what a file holds; with None what is on disk counts again."""
        before = self.texts.read(path)
        if source is None:
            self.texts.give_back(path)
        else:
            self.texts.take(path, source)
        if declares_strategy(before) != declares_strategy(self.texts.read(path)):
            self.maps.forget(path.parent)

    def look_again(self, path: Path) -> None:
        """Looks at a file or folder anew, as it has come, gone or changed on disk."""
        before = self.texts.read(path) if self.texts.knows(path) else None
        self.texts.forget(path)
        if not isinstance(before, Source) or not os.path.isfile(path):  # noqa: PTH113  # Path's may raise
            # It, or what it holds, came or went.
            self.texts.forget_below(path)
            self.maps.forget()
        elif declares_strategy(self.texts.read(path)) != declares_strategy(before):
            self.maps.forget(path.parent)

    def lay_over(self, source: Source) -> None:
        """Takes a text in place of what a file holds, without changing the file."""
        self.texts.lay_over(self.maps.file_of(source.path), source)

    def shown(self, path: Path) -> str:
        """A path as people see it: relative to the working folder, with `/`."""
        if path not in self._shown:
            self._shown[path] = shown(path, self.base)
        return self._shown[path]


def _same(before: tuple[object, ...], after: tuple[object, ...]) -> bool:
    return len(before) == len(after) and all(one is other for one, other in zip(before, after, strict=True))
