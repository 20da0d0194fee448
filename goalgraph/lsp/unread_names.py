"""Where lines that could not be read seem to name an element."""

from collections.abc import Iterator, Sequence

from goalgraph.lsp.tokens import Token, by_line, tokens
from goalgraph.lsp.view import View
from goalgraph.model.declarations import Declaration
from goalgraph.model.names import canonical
from goalgraph.model.said import inside_unclosed
from goalgraph.source import Span
from goalgraph.syntax.grammar import names
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.vocabulary import ATTRIBUTES, KINDS, PROPERTIES


def unread(view: View, name: str) -> Iterator[Span]:
    """Every word of the map that would be an element's name if its line could be read, in order of path and place."""
    for document, declared in zip(view.analysis.map.documents, view.analysis.map.declared, strict=True):
        text = document.source.text
        for start, end in _stretches(document, declared):
            for line in by_line(tokens(text, start, end)):
                for token in _naming(line):
                    for match in names().finditer(text, token.start, token.end):
                        if canonical(match[0]) == name:
                            yield Span(document.source, *match.span())


def _stretches(document: Document, declared: Sequence[Declaration]) -> Iterator[tuple[int, int]]:
    """What was passed over in a file, but for what an unclosed text above it takes along."""
    for line in document.unread:
        yield line.line_start, line.line_end
    inside = inside_unclosed(document, declared)
    for index, each in enumerate(declared):
        start = document.starts[index]
        if each.kind:
            for *_, line_start, line_end, _, _ in each.unread:
                yield start + line_start, start + line_end
        elif index not in inside:
            yield start, document.end(index)


def _naming(line: list[Token]) -> list[Token]:
    """The words of a line that may be names: no texts, no tags, no title without quotes."""
    words = [token for token in line if token.form == "word"]
    keyword = words[0].text if words else ""
    if keyword in KINDS:
        return words[1:2]
    if keyword in ATTRIBUTES:
        return []
    return words[1:] if keyword in PROPERTIES else words
