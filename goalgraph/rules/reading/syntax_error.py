"""A line can't be read."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.rule import rule
from goalgraph.source import Span
from goalgraph.syntax.nodes import Document, Unread


@rule(
    "syntax-error",
    Severity.ERROR,
    summary="A line can't be read.",
    why="what can't be read can't be checked; the rest of the file was checked",
)
def syntax_error(graph: PurposeGraph) -> Iterator[Violation]:
    for document in graph.map.documents:
        for unread in document.unread:
            yield _told(document, unread, 0, unread.skipped, ())
        swallowed = _swallowed_lines(document)
        for placed in document.placed:
            if placed.swallowed:
                continue
            head = placed.statement.head
            for unread in placed.statement.unread:
                skipped = placed.statement.text[unread.start : unread.line_end].count("\n")
                skipped += swallowed.get(placed.start, 0) if unread.mistake == "unclosed-text" else 0
                yield _told(document, unread, placed.start, skipped, (head.name.text,) if head else ())


def _told(document: Document, unread: Unread, offset: int, skipped: int, elements: tuple[str, ...]) -> Violation:
    place = Span(document.source, offset + unread.start, offset + unread.end)
    notes = (f"{skipped} more line{'s' if skipped > 1 else ''} could not be read because of it",) if skipped else ()
    return Violation(place, unread.message, elements, helps=(unread.hint,), notes=notes)


def _swallowed_lines(document: Document) -> dict[int, int]:
    """How many lines further statements lost to an unclosed text, by the start of the statement that opened it."""
    lines: dict[int, int] = {}
    if document.swallowed:
        for placed in document.placed:
            if placed.swallowed:
                opener = document.swallowed[placed.start]
                lines[opener] = lines.get(opener, 0) + placed.statement.text.count("\n") + 1
    return lines
