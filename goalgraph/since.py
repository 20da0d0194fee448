"""Which findings touch what changed since a revision."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from goalgraph.configuration.discovery import is_repository
from goalgraph.finding import Finding
from goalgraph.revision import Changes, changes_since
from goalgraph.source import Source, Span


class Since:
    """What changed since a revision, of the files of any number of repositories.

    The revision is compared with the files as they are, not with a common ancestor. A file that git does not know is
    new. A place at the head of a statement stands for the whole element: it is touched by any of its lines, and by a
    line of it that went away.

    Raises, from every method:
        RevisionError: the revision can't be had.
    """

    def __init__(self, revision: str, base: Path) -> None:
        self.revision = revision
        self.base = base
        self._repositories: dict[Path, tuple[dict[Path, Changes], frozenset[Path]]] = {}
        self._changes: dict[Source, Changes | None] = {}
        self._above: dict[Path, Path] = {}

    def read(self, paths: Iterable[str]) -> None:
        """Finds out what changed where files lie, by their paths as people see them."""
        for path in paths:
            self._of_repository((self.base / path).resolve().parent)

    def touching(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings any place of which changed."""
        return tuple(each for each in findings if any(map(self.touches, each.places())))

    def touches(self, place: Span) -> bool:
        """Whether something stands where a change was made."""
        changes = self._changes_of(place.source)
        if changes is None:
            return True
        last = place.source.position(max(place.start, place.end - 1))[0]
        if not changes.lines.isdisjoint(range(place.line, last + 1)):
            return True
        source, line = place.source, place.line
        if not (changes.lines or changes.beside) or not _is_head(source.line(line)):
            return False
        return any(each in changes.lines or each in changes.beside for each in _statement(source, line))

    def _changes_of(self, source: Source) -> Changes | None:
        """The changes of a file, None where all of it is new."""
        if source not in self._changes:
            self._changes[source] = self._found(self.base / source.path)
        return self._changes[source]

    def _found(self, path: Path) -> Changes | None:
        # Git does not follow links.
        real = path.resolve()
        changes, known = self._of_repository(real.parent)
        below = real.relative_to(self._repository(real.parent))
        if below in changes:
            return changes[below]
        return Changes(frozenset(), frozenset()) if below in known else None

    def _of_repository(self, folder: Path) -> tuple[dict[Path, Changes], frozenset[Path]]:
        root = self._repository(folder)
        if root not in self._repositories:
            self._repositories[root] = changes_since(root, self.revision)
        return self._repositories[root]

    def _repository(self, folder: Path) -> Path:
        """The root of the repository that holds a folder; the folder itself where none is seen."""
        if folder not in self._above:
            self._above[folder] = next((each for each in (folder, *folder.parents) if is_repository(each)), folder)
        return self._above[folder]


def _statement(source: Source, head: int) -> Iterator[int]:
    """The lines of a statement and of the comment right above it."""
    last = len(source.line_starts)
    above = head - 1
    while above > 0 and source.line(above).startswith("#"):
        yield above
        above -= 1
    yield head
    for number in range(head + 1, last + 1):
        line = source.line(number)
        if _is_head(line):
            return
        if not line.startswith("#"):
            yield number


def _is_head(line: str) -> bool:
    return bool(line) and not line[0].isspace() and line[0] != "#"
