"""Finding out what statements declare, each once."""

from collections.abc import Iterable, Sequence

from goalgraph.model.attributes import declare
from goalgraph.model.declarations import Declaration
from goalgraph.syntax.nodes import Document


class Reader:
    """Reads the statements of documents, and remembers by their text what they declare."""

    def __init__(self) -> None:
        self.known: dict[str, Declaration] = {}

    def read(self, documents: Sequence[Document]) -> list[list[Declaration]]:
        """What each statement of each document declares."""
        missing = dict.fromkeys(piece for document in documents for piece in document.pieces if piece not in self.known)
        if missing:
            self.known.update(self.find_out(list(missing)))
        return [[self.known[piece] for piece in document.pieces] for document in documents]

    def find_out(self, pieces: Sequence[str]) -> Iterable[tuple[str, Declaration]]:
        """What pieces declare of which that is not known yet."""
        return ((piece, declare(piece)) for piece in pieces)
