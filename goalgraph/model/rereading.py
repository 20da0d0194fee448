"""Which statements of a map are what they were, and what the others declare."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from goalgraph.model.reader import Reader
from goalgraph.model.recall import FileRead, Resolved
from goalgraph.model.said import Said, odd_among
from goalgraph.syntax.comparing import same_ends
from goalgraph.syntax.nodes import Document


class Reading(NamedTuple):
    """What a file says, and what it came to before: so many statements at the beginning and the end are the same.

    `is_same` says that the whole text is.
    """

    said: Said
    before: FileRead | None = None
    first: int = 0
    last: int = 0
    is_same: bool = False

    @property
    def gone(self) -> Iterator[tuple[str, Resolved]]:
        """The statements that are no more where they were, by their texts."""
        if self.before and not self.is_same:
            was = self.before.said
            start, stop = was.speaking(self.first), was.speaking(len(was.declared) - self.last)
            yield from zip(self.before.pieces[start:stop], self.before.resolved[start:stop], strict=True)


def read_again(documents: Sequence[Document], known: Mapping[str, FileRead], reader: Reader) -> list[Reading]:
    """Finds out what the statements of documents declare; of files that are `known`, by path, only what differs."""
    new = [document for document in documents if document.source.path not in known]
    reader.make_room(documents)
    found = iter(reader.read(new) if new else ())
    return [
        _read_again(document, known[document.source.path], reader)
        if document.source.path in known
        else Reading(Said.of(document, next(found)))
        for document in documents
    ]


def _read_again(document: Document, before: FileRead, reader: Reader) -> Reading:
    was, count = before.said, len(document.pieces)
    if document is was.document:
        return Reading(was, before, count, is_same=True)
    first, last = same_ends(was.document.pieces, document.pieces)
    start, stop = len(was.declared) - last, count - last
    between = reader.read_pieces(document.pieces[first:stop])
    odd = [index for index in was.odd if index < first]
    odd += odd_among(between, first)
    odd += [index - start + stop for index in was.odd if index >= start]
    said = Said.of(document, (*was.declared[:first], *between, *was.declared[start:]), odd)
    # What lies inside a text hangs on what stands above.
    return Reading(said, before) if said.inside or was.inside else Reading(said, before, first, last)
