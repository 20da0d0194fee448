"""Whatever is read, every place lies inside its source, and nothing of the text is passed over."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from goalgraph.analysis import Analysis
from goalgraph.source import Source, Span, Unreadable
from goalgraph.syntax.editing import edits_of
from goalgraph.syntax.nodes import Document, Statement, String, Word

# The grammar drops the `because` of a link once it has read it.
_NOTHING_SAID = re.compile(r"(?:\s|,|because|#[^\n]*)*")


def places(analysis: Analysis) -> Iterable[Span]:
    """Every place that a finding names or would edit."""
    for finding in analysis.findings:
        yield from finding.places()
        yield from (edit.place for fix in finding.violation.fixes for edit in edits_of(fix))


def check_analysis(analysis: Analysis, sources: Iterable[Source | Unreadable]) -> None:
    known = {id(each.place.source if isinstance(each, Unreadable) else each) for each in sources}
    for place in places(analysis):
        assert id(place.source) in known
        assert 0 <= place.start <= place.end <= len(place.source.text)
        assert place.line >= 1
        assert place.column >= 1
        assert place.source.offset(place.line, place.column) == place.start
    for finding in analysis.findings:
        assert finding.message
        assert "\n" not in finding.place.where
    for document in analysis.map.documents:
        check_document(document)


def check_document(document: Document) -> None:
    text = document.source.text
    for unread in document.unread:
        assert 0 <= unread.line_start <= unread.start <= unread.end <= unread.line_end <= len(text)
    pieces = []
    for placed in document.placed:
        assert text[placed.start : placed.end] == placed.statement.text
        pieces += [text[placed.lead : placed.start], placed.statement.text]
        _check_statement(placed.statement)
    assert "".join(pieces) + text[document.tail :] == text


def _check_statement(statement: Statement) -> None:
    text = statement.text
    covered: list[tuple[int, int]] = []
    for line in statement.unread:
        assert 0 <= line.line_start <= line.start <= line.end <= line.line_end <= len(text)
        covered.append((line.line_start, line.line_end))
    # The last line end is that of the statement's text and not in it.
    ended = text + "\n"
    for word in _words([statement.head, statement.properties]):
        written = word.raw if isinstance(word, String) else word.text
        assert ended[word.start : word.end] == written
        covered.append((word.start, word.end))
    covered.sort()
    position = 0
    for start, end in [*covered, (len(text), len(text))]:
        assert _NOTHING_SAID.fullmatch(text, position, max(position, start)), "this was passed over in silence"
        position = max(position, end)


def _words(node: Any) -> Iterator[Word | String]:
    if isinstance(node, Word | String):
        yield node
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for part in node:
            yield from _words(part)
