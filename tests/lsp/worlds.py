"""An editor at work in a folder with several maps, without a server: what it does, and what it was told.

Beside it, what somebody comes to who reads everything for the first time.
"""

import os
import shutil
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from lsprotocol import types

from goalgraph.analysis import Analysis
from goalgraph.config import Config
from goalgraph.configuration.mistakes import BadConfigError
from goalgraph.lsp import code_lens, hover, inlay_hints, semantic_tokens, symbols
from goalgraph.lsp.diagnostics import diagnostics, of_configuration
from goalgraph.lsp.publishing import Publisher, Report
from goalgraph.lsp.session import Session
from goalgraph.lsp.view import Addresses, View
from goalgraph.source import Span
from goalgraph.syntax.editing import edits_of
from goalgraph.workspace import CheckedMap, Workspace
from tests.lsp import scribbling
from tests.lsp.views import ABLE

MOST_FILES, MOST_OPEN = 12, 8
SOUND = (
    '[rules]\nno-why = "error"\nunmeasured = "info"\n',
    '[rules]\nno-why = "off"\n[per-path."a/deep/"]\nno-how = "error"\n',
    '[words]\nthings = ["shed"]\n',
    'exclude = ["deep/"]\n',
)
BROKEN = (
    "[rules]\nno-such-rule = 3\n",
    "[rules\n",
)
# What an editor that is told unasked can do.
EDITOR = ABLE._replace(pulls=False)


class Fresh(NamedTuple):
    """What the texts come to when they are read for the first time."""

    # By the folder of the workspace, and their files.
    maps: dict[tuple[Path, tuple[str, ...]], Analysis]
    diagnostics: dict[str, list[types.Diagnostic]]
    views: dict[Path, View]


class Kept(NamedTuple):
    """Files and folders on disk, texts that are open, and the folders that the editor shows."""

    files: dict[Path, bytes]
    folders: list[Path]
    texts: dict[Path, str]
    shown: list[Path]


class World:
    """Folders with maps below `place`, and an editor that shows some of them.

    `size` is how many elements the largest map has at first.
    """

    def __init__(self, place: Path, chance: Random, size: int = 15) -> None:
        self.top, self.mirror = place / "top", place / "mirror"
        # How many elements a file has when it is written anew, on average.
        self.usual = max(size // 16, 3)
        self.names = (*scribbling.NAMES, *(f"n{number}" for number in range(size * 2 // 3)))
        # A repository, so that no search upward leaves it.
        (self.top / ".git").mkdir(parents=True)
        self.root = self.top / "root"
        parts = {"root/a/plan": 1 / 3, "root/a/means": 1 / 3, "root/a/deep/more": 1 / 3}
        parts |= dict.fromkeys(("root/b/one", "root/b/two", "root/c/first", "root/c/second", "root/c/stray"), 0)
        for name, part in {**parts, "elsewhere/map": 0}.items():
            strategy = name.endswith(("plan", "first", "second", "map"))
            text = scribbling.text(chance, self.names, int(size * part) or 3, strategy=strategy)
            self._write(self.top / f"{name}.strat", text)
        self.session = Session(EDITOR, [self.root])
        self.publisher = Publisher(self.session)
        self.texts: dict[Path, str] = {}
        self.earlier: dict[Path, list[str]] = {}
        self.versions: dict[str, int] = {}
        self.queued: dict[str, None] = {}
        self.told: dict[str, Report] = {}
        self.tell_all()

    # What an editor does.

    def open(self, chance: Random) -> None:
        """Opens a file, or a text that is no file yet."""
        closed = [path for path in self.files() if path not in self.texts]
        if closed and len(self.texts) < MOST_OPEN:
            self._open(chance.choice(closed))

    def begin(self, chance: Random) -> None:
        """Opens a text that is to become a file."""
        path = chance.choice(self.folders()) / f"new-{chance.randrange(4)}.strat"
        if path not in self.texts and not path.exists() and len(self.texts) < MOST_OPEN:
            self._open(path)

    def edit(self, chance: Random) -> None:
        """Edits a text in one to three places at once."""
        if path := self._some_open(chance):
            changes: list[types.TextDocumentContentChangeEvent] = []
            text = self.texts[path]
            for _ in range(chance.choice((1, 1, 1, 3))):
                stroke = scribbling.stroke(chance, text, self.names)
                place = types.Range(_position(text, stroke.start), _position(text, stroke.end))
                changes.append(types.TextDocumentContentChangePartial(place, stroke.text))
                text = text[: stroke.start] + stroke.text + text[stroke.end :]
            self._change(path, text, changes)

    def write_anew(self, chance: Random) -> None:
        """Puts a whole text in place of another."""
        if path := self._some_open(chance):
            strategy = chance.random() < 0.3
            self._change_whole(path, self._some_text(chance, strategy=strategy))

    def undo(self, chance: Random) -> None:
        """Goes back to an earlier text."""
        if (path := self._some_open(chance)) and self.earlier[path]:
            self._change_whole(path, chance.choice(self.earlier[path]))

    def save(self, chance: Random) -> None:
        """Writes a text to its file; not every editor tells of it."""
        if path := self._some_open(chance):
            self._write(path, self.texts[path])
            if chance.random() < 0.7:
                self._touch(path)

    def close(self, chance: Random) -> None:
        """Closes a text, saved or not."""
        if path := self._some_open(chance):
            self._close(path)

    def turn_to(self, chance: Random) -> None:
        """Shows other folders."""
        a, b, elsewhere = self.root / "a", self.root / "b", self.top / "elsewhere"
        self.session.workspaces.turn_to(
            chance.choice(([self.root], [self.root], [a, b], [self.root, elsewhere], [self.root, a], []))
        )
        self.tell_all()

    def ask(self, chance: Random) -> None:
        """Asks about a text before its findings are told."""
        if path := self._some_open(chance):
            self.session.view(path.as_uri())

    def wait(self, _: Random) -> None:
        """Waits until the server has told of what was edited."""
        self.refresh()

    # What happens on disk.

    def write(self, chance: Random) -> None:
        """Another program writes a file."""
        path = chance.choice(self.files())
        self._write(path, self._some_text(chance, strategy=chance.random() < 0.2))
        self._touch(path)

    def create(self, chance: Random) -> None:
        """A file comes, perhaps in a folder of its own."""
        folder = chance.choice(self.folders()) / chance.choice(("", "", "deep", "other"))
        path = folder / f"made-{chance.randrange(4)}.strat"
        if len(self.files()) < MOST_FILES and len(folder.parts) < len(self.root.parts) + 3 and not path.exists():
            self._write(path, self._some_text(chance, strategy=chance.random() < 0.2))
            self._touch(path)

    def delete(self, chance: Random) -> None:
        """A file goes."""
        path = chance.choice(self.files())
        if len(self.files()) > 2:
            path.unlink()
            self._touch(path)

    def rename(self, chance: Random) -> None:
        """A file, or a folder with all its files, gets another name; what is open follows."""
        below = [folder for folder in self.folders() if folder.is_relative_to(self.root) and folder != self.root]
        old = chance.choice([*self.files(), *below])
        new = old.with_name(f"{chance.choice('abcdef')}{old.suffix}")
        if new.exists():
            return
        opened = {path: text for path, text in self.texts.items() if path.is_relative_to(old)}
        for path in opened:
            self._close(path)
        old.rename(new)
        self._touch(old, new)
        for path, text in opened.items():
            self._open(new / path.relative_to(old), text)

    def configure(self, chance: Random) -> None:
        """The configuration changes, comes or goes."""
        path = chance.choice((self.root, self.root / "a")) / "goalgraph.toml"
        if path.exists() and chance.random() < 0.6:
            path.unlink()
        elif path.parent.is_dir():
            self._write(path, chance.choice((*SOUND, *BROKEN)))
        else:
            return
        self._touch(path)

    # What the server does then.

    def refresh(self) -> None:
        """Tells of what was edited, as the server does."""
        reports: list[Report] = []
        if self.publisher.everything_may_differ():
            reports += self.publisher.of_all()
        reports += self.publisher.of_edited(self.queued)
        self.queued.clear()
        self._note(reports)

    def tell_all(self) -> None:
        self._note(self.publisher.of_all())

    def kept(self) -> "Kept":
        """How everything is now."""
        files = {path: path.read_bytes() for path in sorted(self.top.rglob("*")) if path.is_file()}
        return Kept(files, self.folders(), dict(self.texts), list(self.session.workspaces.folders))

    def return_to(self, kept: "Kept") -> None:
        """Makes everything as it was; the editor that followed is still the same."""
        for path in list(self.texts):
            self._close(path)
        gone = [path for path in sorted(self.top.rglob("*")) if path.is_file() and path not in kept.files]
        for path in gone:
            path.unlink()
        for folder in kept.folders:
            folder.mkdir(parents=True, exist_ok=True)
        for path, data in kept.files.items():
            path.write_bytes(data)
        self._touch(*gone, *kept.files)
        self.session.workspaces.turn_to(kept.shown)
        for path, text in kept.texts.items():
            self._open(path, text)
        self.refresh()
        self.check()
        self.earlier = {path: [] for path in self.texts}

    # What must then be so.

    def check(self) -> None:
        """Compares all that is said with what is said of the same texts when they are read for the first time."""
        self.refresh()
        fresh = self.fresh()
        judged = [self.session.workspaces.judged(path) for path in self.session.maps()]
        maps = {(workspace.base, analysis.paths): analysis for workspace, _, analysis in judged}
        assert maps.keys() == fresh.maps.keys()
        for key, analysis in fresh.maps.items():
            assert said(maps[key]) == said(analysis)
        told = {uri: report.diagnostics for uri, report in self.told.items() if report.diagnostics}
        assert told == fresh.diagnostics
        for path in self.texts:
            uri = path.as_uri()
            assert self.told[uri].version == self.versions[uri]
            view = self.session.view(uri)
            assert view
            assert answers(view) == answers(fresh.views[path])

    def fresh(self) -> Fresh:
        """What is said by somebody who finds the texts on disk."""
        shutil.rmtree(self.mirror, ignore_errors=True)
        shutil.copytree(self.top, self.mirror)
        for path, text in self.texts.items():
            self._write(self.mirrored(path), text)
        return Reading(self).all()

    def files(self) -> list[Path]:
        """The files of all maps that are on disk."""
        return sorted(path for path in self.top.rglob("*.strat") if path.is_file())

    def folders(self) -> list[Path]:
        """The folders in which maps may be."""
        return sorted(path for path in self.top.rglob("*") if path.is_dir() and ".git" not in path.parts)

    def base_of(self, path: Path) -> Path:
        above = [folder for folder in self.session.workspaces.folders if path.is_relative_to(folder)]
        return max(above, key=lambda folder: len(folder.parts), default=path.parent)

    def mirrored(self, path: Path) -> Path:
        return self.mirror / path.relative_to(self.top)

    def _some_text(self, chance: Random, *, strategy: bool) -> str:
        return scribbling.text(chance, self.names, chance.randint(0, 2 * self.usual), strategy=strategy)

    def _some_open(self, chance: Random) -> Path | None:
        return chance.choice(sorted(self.texts)) if self.texts else None

    def _open(self, path: Path, text: str | None = None) -> None:
        if text is None:
            text = path.read_bytes().decode() if path.exists() else ""
        uri = path.as_uri()
        self.texts[path] = text
        self.earlier[path] = []
        self.versions[uri] = 1
        self.session.opened(uri, 1, text)
        self.queued[uri] = None

    def _change_whole(self, path: Path, text: str) -> None:
        self._change(path, text, [types.TextDocumentContentChangeWholeDocument(text)])

    def _change(self, path: Path, text: str, changes: Iterable[types.TextDocumentContentChangeEvent]) -> None:
        uri = path.as_uri()
        self.earlier[path] = [*self.earlier[path][-4:], self.texts[path]]
        self.texts[path] = text
        self.versions[uri] += 1
        self.session.changed(uri, self.versions[uri], changes)
        self.queued[uri] = None

    def _close(self, path: Path) -> None:
        del self.texts[path]
        self.session.closed(path.as_uri())
        self.tell_all()

    def _touch(self, *paths: Path) -> None:
        self.session.touched(paths)
        self.tell_all()

    def _write(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def _note(self, reports: Iterable[Report]) -> None:
        self.told |= {report.uri: report for report in reports}


class Reading:
    """Somebody who reads the texts of a world from files, each folder of the editor's on its own, as `lint` does."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.workspaces: dict[Path, Workspace] = {}
        self.fresh = Fresh({}, {}, {})

    def all(self) -> Fresh:
        for folder in self.world.session.workspaces.folders:
            if folder.is_dir():
                self._read(folder, folder)
        for path in self.world.texts:
            self._read(self.world.base_of(path), path)
        return self.fresh

    def _read(self, base: Path, asked: Path) -> None:
        for checked in self._check(base, [self.world.mirrored(asked)]):
            first = min(self._real(base, shown) for shown in checked.analysis.paths)
            again = first if asked == base else asked
            # A map may lie in several folders of the editor's; paths are seen from one of them.
            whole = self.world.base_of(first)
            for each in [checked] if whole == base else self._check(whole, [self.world.mirrored(again)]):
                self._note(whole, each.analysis)

    def _check(self, base: Path, paths: Sequence[Path]) -> list[CheckedMap]:
        """The maps of some files; a configuration that can't be used is made an empty one."""
        mirrored, defaults = self.world.mirrored(base), Config(today=date.today())
        while True:
            try:
                return self.workspaces.setdefault(base, Workspace(base=mirrored, defaults=defaults)).check(paths)
            except BadConfigError as bad:
                shown = bad.mistakes[0].place.path
                self.fresh.diagnostics[self._real(base, shown).as_uri()] = of_configuration(bad.mistakes, EDITOR)
                (mirrored / shown).write_text("", encoding="utf-8")
                del self.workspaces[base]

    def _note(self, base: Path, analysis: Analysis) -> None:
        if (base, analysis.paths) in self.fresh.maps:
            return
        self.fresh.maps[base, analysis.paths] = analysis

        def uri(shown: str) -> str:
            return self._real(base, shown).as_uri()

        # A file that searches leave out comes with a map to which it does not belong for the others.
        maps = self.workspaces[base].maps
        own = [path for path in analysis.paths if len(maps.map_of(maps.file_of(path)).files) == len(analysis.paths)]
        for finding in analysis.findings:
            if finding.place.path in own:
                told = self.fresh.diagnostics.setdefault(uri(finding.place.path), [])
                told += diagnostics([finding], EDITOR, Addresses(uri))
        for at, document in enumerate(analysis.map.documents):
            if document.source.path in own:
                path = self._real(base, document.source.path)
                self.fresh.views[path] = View(analysis, at, EDITOR, Addresses(uri))

    def _real(self, base: Path, shown: str) -> Path:
        """The file of the world that is seen under a path from one of its folders."""
        return Path(os.path.normpath(base / shown))  # resolve() would follow links


def said(analysis: Analysis) -> list[Any]:
    """All that is said of a map, with places instead of the texts in which they are."""
    return [
        _plain((finding, [edits_of(fix) for fix in finding.violation.fixes]))
        for finding in (*analysis.findings, *analysis.silenced)
    ]


def _plain(each: object) -> Any:
    if isinstance(each, Span):
        return (each.path, each.start, each.end, each.text)
    return [_plain(part) for part in each] if isinstance(each, tuple | list) else each


def answers(view: View) -> list[object]:
    """What an editor is answered of a whole file, and at some places in it."""
    length = len(view.source.text)
    return [
        view.source.text,
        code_lens.code_lenses(view),
        inlay_hints.inlay_hints(view, 0, length),
        semantic_tokens.semantic_tokens(view),
        symbols.document_symbols(view),
        [hover.hover(view, offset) for offset in range(0, length, 1 + length // 9)],
    ]


def _position(text: str, offset: int) -> types.Position:
    """A place as editors count it, found by counting."""
    before = text[:offset]
    return types.Position(before.count("\n"), len(before.rpartition("\n")[2].encode("utf-16-le")) // 2)
