"""What statements declare, kept between runs: a file for each source file, in the user's cache folder.

A file holds declarations by the text of their statements, so an edit makes one statement be read anew. It is
replaced whole, so any number of processes may use it at once. Whatever is wrong with it, or with the folder, is
passed over in silence: statements are then read.
"""

import marshal
import os
import sys
from binascii import crc32
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

from goalgraph.cache_folder import cache_folder
from goalgraph.model.declarations import Declaration
from goalgraph.model.reader import Reader
from goalgraph.syntax.grammar import grammar_folder
from goalgraph.syntax.nodes import Document

# A declaration as a plain tuple.
Plain = Any

_PACKAGE = os.path.dirname(__file__)  # noqa: PTH120  # pathlib is slower, here and below
# The folder may grow to this many bytes; then the half that was written longest ago goes.
_MOST_BYTES = 1_000_000_000
# From so many characters on it is worth to start more processes.
_MANY = 200_000


class StoringReader(Reader):
    """A reader that keeps what it finds out in a folder, and has many statements read at once.

    For each file the folder is asked once in the life of a reader, so that not every edit of a text is written there.
    Paths of files count from `base`.
    """

    def __init__(self, folder: str | None = None, base: str = "") -> None:
        super().__init__()
        self.base = base
        self.folder = folder or _folder()
        self.version = version() if self.folder else b""
        self._asked: set[str] = set()

    def read(self, documents: Sequence[Document]) -> list[list[Declaration]]:
        new = [document for document in documents if self.folder and document.source.path not in self._asked]
        self._asked.update(document.source.path for document in new)
        stale = [document for document in new if self._recall(document)]
        read = super().read(documents)
        for document in stale:
            self._keep(document)
        return read

    def find_out(self, pieces: Sequence[str]) -> Iterable[tuple[str, Declaration]]:
        if sum(map(len, pieces)) >= _MANY:
            from goalgraph import workers

            processes = workers.processors()
            if processes > 1:
                return workers.declare_at_once(pieces, processes)
        return super().find_out(pieces)

    def _recall(self, document: Document) -> bool:
        """Learns what is kept of a document; tells whether something is missing there or too much."""
        known = self.known
        if all(piece in known for piece in document.pieces):
            return False
        kept = _read(self._path(document), self.version)
        for piece in document.pieces:
            plain = kept.pop(piece, None)
            if plain is not None:
                known[piece] = Declaration.of(plain)
        return bool(kept) or not all(piece in known for piece in document.pieces)

    def _keep(self, document: Document) -> None:
        plain = {piece: tuple(self.known[piece]) for piece in document.pieces}
        _write(self._path(document), self.version, plain)

    def _path(self, document: Document) -> str:
        """Two files that share this place would take turns in it, and nothing worse."""
        path = os.path.abspath(os.path.join(self.base, document.source.path))  # noqa: PTH100, PTH118
        name = "".join(c if c.isascii() and c.isalnum() else "-" for c in os.path.basename(path))  # noqa: PTH119
        return os.path.join(self.folder or "", f"{name[:60]}-{crc32(os.fsencode(path)):08x}")  # noqa: PTH118


def _folder() -> str | None:
    base = cache_folder()
    folder = base and os.path.join(base, "statements")  # noqa: PTH118
    try:
        if folder:
            os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    except OSError:
        return None
    return folder


def version() -> bytes:
    """What readings depend on: Python, lark, the grammar, and the modules that read."""
    lark = find_spec("lark")
    files = [str(grammar_folder() / "strat.lark"), *([lark.origin] if lark and lark.origin else [])]
    for part in ("syntax", os.path.join("syntax", "mistakes"), "model"):  # noqa: PTH118
        with os.scandir(os.path.join(_PACKAGE, part)) as entries:  # noqa: PTH118
            files += sorted(entry.path for entry in entries if entry.name.endswith(".py"))
    facts = [f"{sys.implementation.cache_tag} {sys.platform}"]
    for file in files:
        status = os.stat(file)  # noqa: PTH116
        facts.append(f"{file} {status.st_size} {status.st_mtime_ns}")
    return f"goalgraph declarations {crc32(chr(10).join(facts).encode()):08x}\n".encode()


def _read(path: str, version: bytes) -> dict[str, Plain]:
    """What a file holds; nothing where it is missing, of another version or damaged."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            data = file.read()
        start = len(version) + 4
        if data[: len(version)] == version and data[len(version) : start] == crc32(data[start:]).to_bytes(4):
            kept = marshal.loads(memoryview(data)[start:])
            return kept if isinstance(kept, dict) else {}
    except (OSError, ValueError, TypeError, EOFError):
        pass
    return {}


def _write(path: str, version: bytes, plain: dict[str, Plain]) -> None:
    """Replaces a file, or leaves it as it is."""
    payload = marshal.dumps(plain)
    temporary = f"{path}.{os.getpid()}"
    try:
        if not os.path.exists(path):  # noqa: PTH110
            _make_room(os.path.dirname(path))  # noqa: PTH120
        with open(temporary, "wb") as file:  # noqa: PTH123
            file.write(version + crc32(payload).to_bytes(4) + payload)
        os.replace(temporary, path)  # noqa: PTH105
    except OSError:
        _remove(temporary)
    except BaseException:
        _remove(temporary)
        raise


def _make_room(folder: str) -> None:
    with os.scandir(folder) as entries:
        files = sorted((entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in entries)
    if sum(size for _, size, _ in files) > _MOST_BYTES:
        for _, _, path in files[: len(files) // 2 + 1]:
            _remove(path)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)  # noqa: PTH108
