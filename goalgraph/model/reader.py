"""Finding out what statements declare, each once."""

from collections.abc import Iterable, Sequence

from goalgraph.model.attributes import declare
from goalgraph.model.declarations import Declaration
from goalgraph.syntax.nodes import Document

# Statements of so many characters in all are remembered, whatever the maps' size.
_LEAST_KEPT = 200_000


class Reader:
    """Reads the statements of documents, and remembers by their text what they declare.

    However long it lives, it remembers a few times as much as there is in the map that it read last: when too much is
    `known`, that is what was `known_before`, and of this only what is asked for again is kept.
    """

    def __init__(self) -> None:
        self.known: dict[str, Declaration] = {}
        self.known_before: dict[str, Declaration] = {}
        self._size = 0
        self._most = _LEAST_KEPT

    def make_room(self, documents: Sequence[Document]) -> None:
        """Tells of all documents of a map, of which some are read next."""
        self._most = max(_LEAST_KEPT, 2 * _length(documents))

    def read(self, documents: Sequence[Document]) -> list[list[Declaration]]:
        """What each statement of each document declares."""
        self._most = max(self._most, 2 * _length(documents))
        self._learn([piece for document in documents for piece in document.pieces])
        return [[self.known[piece] for piece in document.pieces] for document in documents]

    def read_pieces(self, pieces: Sequence[str]) -> list[Declaration]:
        """What some statements declare."""
        self._learn(pieces)
        return [self.known[piece] for piece in pieces]

    def find_out(self, pieces: Sequence[str]) -> Iterable[tuple[str, Declaration]]:
        """What pieces declare of which that is not known yet."""
        return ((piece, declare(piece)) for piece in pieces)

    def _learn(self, pieces: Sequence[str]) -> None:
        if self._size > self._most:
            self.known, self.known_before = {}, self.known
            self._size = 0
        known = self.known
        missing = dict.fromkeys(piece for piece in pieces if piece not in known)
        if missing and self.known_before:
            found = [(piece, self.known_before.pop(piece)) for piece in missing if piece in self.known_before]
            known.update(found)
            self._size += sum(len(piece) for piece, _ in found)
            missing = {piece: None for piece in missing if piece not in known}
        if missing:
            known.update(self.find_out(list(missing)))
            self._size += sum(map(len, missing))


def _length(documents: Sequence[Document]) -> int:
    """How many characters there are in all."""
    return sum(len(document.source.text) for document in documents)
