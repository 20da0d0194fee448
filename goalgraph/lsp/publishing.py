"""Which files' diagnostics an editor has to be told anew."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lsprotocol.types import Diagnostic

from goalgraph.finding import Finding
from goalgraph.lsp.diagnostics import diagnostics, of_configuration
from goalgraph.lsp.session import Session
from goalgraph.lsp.uris import path_of
from goalgraph.lsp.workspaces import Judged


class Report(NamedTuple):
    """What is to be said of one file; `version` is that of the text, where it is open."""

    uri: str
    version: int | None
    diagnostics: list[Diagnostic]


class _Told(NamedTuple):
    findings: tuple[Finding, ...]
    diagnostics: list[Diagnostic]


class Publisher:
    """Remembers what an editor was told of each file, and tells what has become of it since."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._told: dict[Path, _Told] = {}
        self._state: object = None
        # A file of each map that no strategy holds together.
        self._alone: list[Path] = []

    def of_edited(self, uris: Iterable[str]) -> Iterator[Report]:
        """Reports on texts that were edited, always, and on other files whose findings changed."""
        edited = {known.path for uri in uris if (known := self.session.open.get(uri))}
        done: set[Path] = set()
        # An edit may also touch maps of files that searches leave out, and what others say of names near by.
        for path in [*sorted(edited), *(known.path for known in self.session.open.values()), *self._alone]:
            if path not in done:
                judged = self.session.workspaces.judged(path)
                yield from self._of_map(judged, done, edited)

    def of(self, uri: str) -> Report:
        """Reports on one file, as it is now."""
        version = self.session.version_at(uri)
        mistakes = self.session.workspaces.mistakes.get(path_of(uri))
        if mistakes:
            return Report(uri, version, of_configuration(mistakes, self.session.client))
        path = self.session.file_of(uri)
        if path is None:
            return Report(uri, version, [])
        workspace, _, analysis = self.session.workspaces.judged(path)
        shown = workspace.shown(path)
        findings = [each for each in analysis.findings if each.place.path == shown]
        told = diagnostics(findings, self.session.client, self.session.addresses(workspace))
        return Report(uri, version, told)

    def of_each(self) -> list[Report]:
        """Reports on every file of the workspace, in order of path."""
        for _ in self.of_all():
            pass
        return [report for path in sorted(self._told) for report in self._as_told(path)]

    def everything_may_differ(self) -> bool:
        """Whether files belong together otherwise than when this was asked last."""
        before, self._state = self._state, self.session.workspaces.state()
        return before != self._state

    def of_all(self, progress: Callable[[int, int], None] = lambda _, __: None) -> Iterator[Report]:
        """Reports on every file of the workspace of which there is something new to say."""
        for reports in self.map_by_map(progress):
            yield from reports

    def map_by_map(self, progress: Callable[[int, int], None]) -> Iterator[list[Report]]:
        """The same, those of a map together. In between texts may be edited."""
        present: set[Path] = set()
        maps = list(self.session.maps())
        alone = []
        for number, path in enumerate(maps):
            progress(number, len(maps))
            judged = self.session.workspaces.judged(path)
            if judged.files.alone:
                alone.append(path)
            yield list(self._of_map(judged, present, set()))
        self._alone = alone
        # What was opened meanwhile was told of.
        for known in self.session.open.values():
            workspace, files, _ = self.session.workspaces.judged(known.path)
            present.update(workspace.maps.own_files(files))
        yield list(self._of_the_rest(present))

    def _of_the_rest(self, present: set[Path]) -> Iterator[Report]:
        """Reports on configurations, and on what is not there any more."""
        for path, mistakes in self.session.workspaces.mistakes.items():
            present.add(path)
            yield from self._report(path, _Told((), of_configuration(mistakes, self.session.client)), always=False)
        for path in [path for path in self._told if path not in present]:
            yield from self._report(path, _Told((), []), always=False)
            del self._told[path]

    def _of_map(self, judged: Judged, done: set[Path], always: set[Path]) -> Iterator[Report]:
        """Reports on the files of a map that are its own and are not done yet."""
        workspace, files, analysis = judged
        by_path: dict[str, list[Finding]] = {}
        for finding in analysis.findings:
            by_path.setdefault(finding.place.path, []).append(finding)
        addresses = self.session.addresses(workspace)
        for path in workspace.maps.own_files(files):
            if path in done:
                continue
            done.add(path)
            findings = tuple(by_path.get(workspace.shown(path), ()))
            before = self._told.get(path)
            if before and before.findings == findings and path not in always:
                continue
            told = _Told(findings, diagnostics(findings, self.session.client, addresses))
            yield from self._report(path, told, always=path in always)

    def _report(self, path: Path, told: _Told, *, always: bool) -> Iterator[Report]:
        before = self._told.get(path)
        self._told[path] = told
        if always or (before.diagnostics if before else []) != told.diagnostics:
            yield from self._as_told(path)

    def _as_told(self, path: Path) -> Iterator[Report]:
        """What a file was told of, under each address under which it is open."""
        for uri in self.session.uris_of(path):
            yield Report(uri, self.session.version_at(uri), self._told[path].diagnostics)
