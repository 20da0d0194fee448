"""Which files' diagnostics an editor has to be told anew."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lsprotocol.types import Diagnostic

from goalgraph.finding import Finding
from goalgraph.folders import MapFiles
from goalgraph.lsp.diagnostics import diagnostics, of_configuration
from goalgraph.lsp.session import Session, path_of
from goalgraph.workspace import Workspace


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

    def of_edited(self, uris: Iterable[str]) -> Iterator[Report]:
        """Reports on texts that were edited, always, and on other files of their maps whose findings changed."""
        edited = {known.path for uri in uris if (known := self.session.open.get(uri))}
        done: set[Path] = set()
        for path in sorted(edited):
            if path not in done:
                workspace, files = self.session.map_of(path)
                done.update(files.files)
                yield from self._of_map(workspace, files, edited)

    def of(self, uri: str) -> Report:
        """Reports on one file, as it is now."""
        path = path_of(uri)
        workspace, files = self.session.map_of(path)
        shown = workspace.shown(path)
        findings = [each for each in workspace.judge(files).findings if each.place.path == shown]
        known = self.session.open.get(uri)
        told = diagnostics(findings, self.session.client, self.session.addresses(workspace))
        return Report(uri, known.version if known else None, told)

    def of_each(self) -> Iterator[Report]:
        """Reports on every file of the workspace."""
        for _ in self.of_all():
            pass
        for path, told in sorted(self._told.items()):
            uri = self.session.uri_of(path)
            known = self.session.open.get(uri)
            yield Report(uri, known.version if known else None, told.diagnostics)

    def everything_may_differ(self) -> bool:
        """Whether files belong together otherwise than when this was asked last."""
        before, self._state = self._state, self.session.state()
        return before != self._state

    def of_all(self, progress: Callable[[int, int], None] = lambda _, __: None) -> Iterator[Report]:
        """Reports on every file of the workspace of which there is something new to say."""
        present: set[Path] = set()
        maps = list(self.session.maps())
        for number, (workspace, files) in enumerate(maps):
            progress(number, len(maps))
            present.update(files.files)
            yield from self._of_map(workspace, files, set())
        for path, mistakes in self.session.mistakes.items():
            present.add(path)
            yield from self._report(path, _Told((), of_configuration(mistakes, self.session.client)), always=False)
        for path in [path for path in self._told if path not in present]:
            yield from self._report(path, _Told((), []), always=False)
            del self._told[path]

    def _of_map(self, workspace: Workspace, files: MapFiles, always: set[Path]) -> Iterator[Report]:
        by_path: dict[str, list[Finding]] = {}
        for finding in workspace.judge(files).findings:
            by_path.setdefault(finding.place.path, []).append(finding)
        addresses = self.session.addresses(workspace)
        for path in files.files:
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
            uri = self.session.uri_of(path)
            known = self.session.open.get(uri)
            yield Report(uri, known.version if known else None, told.diagnostics)
