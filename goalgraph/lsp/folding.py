"""What can be folded: `textDocument/foldingRange`."""

from collections.abc import Iterator

from lsprotocol import types
from lsprotocol.types import FoldingRangeKind

from goalgraph.lsp.pointing import statement_span
from goalgraph.lsp.view import View
from goalgraph.syntax.statements import lines

# The first and the last line, from 0, and whether they are comments.
_Fold = tuple[int, int, bool]


def folding_ranges(view: View) -> list[types.FoldingRange]:
    """The statements of a file, its long texts, and runs of comments."""
    return [
        types.FoldingRange(start, end, kind=FoldingRangeKind.Comment if comment else None)
        for start, end, comment in _folds(view)
        if start < end
    ]


def _folds(view: View) -> Iterator[_Fold]:
    document = view.document
    if not document.pieces:
        yield from _runs(view.source.text, 0)
        return
    yield from _runs(view.source.text[: document.starts[0]], 0)
    line = view.source.position(document.starts[0])[0] - 1
    for index, piece in enumerate(document.pieces):
        place = statement_span(document, index)
        last = line + view.source.text.count("\n", place.start, place.end)
        yield line, last, False
        if '"""' in piece:
            # Where a text is all there is below the first line, one fold is enough.
            yield from (fold for fold in _texts(piece, line) if fold != (line, last, False))
        if "#" in piece:
            # A run does not go on beyond the statement, so that folds do not cross.
            inside = place.end - place.start
            yield from _runs(piece[:inside], line)
            yield from _runs(piece[inside:], last)
        line += piece.count("\n") + 1


def _texts(piece: str, first: int) -> Iterator[_Fold]:
    """The texts over several lines; `first` is the line on which the piece begins."""
    line = first
    for _, text in lines(piece):
        count = text.rstrip("\r\n").count("\n")
        yield line, line + count, False
        line += count + 1


def _runs(piece: str, first: int) -> Iterator[_Fold]:
    """The runs of comment lines; what looks like one in a text is none."""
    line = first
    run: int | None = None
    for _, text in lines(piece):
        comment = text.lstrip().startswith("#")
        if comment and run is None:
            run = line
        elif not comment and run is not None:
            yield run, line - 1, True
            run = None
        line += text.rstrip("\r\n").count("\n") + 1
    if run is not None:
        yield run, line - 1, True
