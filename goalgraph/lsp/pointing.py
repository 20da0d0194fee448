"""What stands where in a file: the statement at an offset, and every place where the name of an element is written."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from goalgraph.lsp.view import View
from goalgraph.model.declarations import Declaration
from goalgraph.source import Source, Span
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.statements import body


class Named(NamedTuple):
    """A place where the name of an element is written.

    `keyword` is the property on whose line it stands, "of" in a measure, and empty where the element is `declared`.
    `holder` is the element that the statement declares.
    """

    name: str
    place: Span
    keyword: str
    holder: str

    @property
    def declares(self) -> bool:
        return not self.keyword


def statement_index(document: Document, offset: int) -> int | None:
    """Which statement an offset is in; comments and blank lines below one belong to it here."""
    index = bisect_right(document.starts, offset) - 1
    return index if index >= 0 else None


def within(document: Document, index: int, offset: int) -> bool:
    """Whether an offset is in a statement itself, and not in the comments and blank lines below it."""
    return offset <= document.end(index)


def statement_span(document: Document, index: int) -> Span:
    """Where a statement stands, without the comments above and below it."""
    start = document.starts[index]
    return Span(document.source, start, start + len(body(document.pieces[index]).rstrip()))


def names_of(declared: Declaration, source: Source, start: int) -> Iterator[Named]:
    """Every place in a statement where the name of an element is written, whether or not there is such an element."""
    if not declared.kind:
        return

    def place(stretch: tuple[int, int]) -> Span:
        return Span(source, start + stretch[0], start + stretch[1])

    yield Named(declared.name, place(declared.name_place), "", declared.name)
    for _, keyword, names, _, _ in declared.links:
        for name, stretch in names:
            yield Named(name, place(stretch), keyword, declared.name)
    for name, stretch in declared.counted:
        yield Named(name, place(stretch), "of", declared.name)


def name_at(view: View, offset: int) -> Named | None:
    """The name that stands at an offset, or ends there."""
    index = statement_index(view.document, offset)
    if index is None:
        return None
    names = names_of(view.declared[index], view.source, view.document.starts[index])
    return next((each for each in names if each.place.start <= offset <= each.place.end), None)


def written_in(view: View, index: int, name: str) -> Iterator[Named]:
    """Every place in a file of the map where an element's name is written, in order of place."""
    document = view.analysis.map.documents[index]
    for declared, start in zip(view.analysis.map.declared[index], document.starts, strict=True):
        if _names(declared, name):
            found = sorted(names_of(declared, document.source, start), key=lambda each: each.place.start)
            yield from (each for each in found if each.name == name)


def written(view: View, name: str) -> Iterator[Named]:
    """Every place in the whole map where an element's name is written, in order of path and place."""
    for index in range(len(view.analysis.map.documents)):
        yield from written_in(view, index, name)


def _names(declared: Declaration, name: str) -> bool:
    # Most statements do not, and are passed over for the least.
    if declared.name == name:
        return True
    for line in declared.links:
        for said, _ in line[2]:
            if said == name:
                return True
    return any(said == name for said, _ in declared.counted)
