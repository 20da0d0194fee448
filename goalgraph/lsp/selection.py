"""What surrounds a place, wider and wider: `textDocument/selectionRange`."""

import re
from collections.abc import Iterator, Sequence

from lsprotocol import types

from goalgraph.lsp.pointing import statement_index, statement_span, within
from goalgraph.lsp.view import View
from goalgraph.source import Span
from goalgraph.syntax.statements import line_end

# What people take for a word: no white space, no punctuation but `_`. Marks that belong to letters are in it.
_WORD = re.compile(r"[^\s!-/:-@\[-^`{-~«»\u2010-\u2027\u2030-\u205e]++")
# What the language takes for one: a text, a comment, a name or a value.
_TOKEN = re.compile(
    r'''
      """(?P<text>[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*+)"""
    | "(?P<string>[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+)"
    | \#[^\n]*+
    | [^\s"\#,]++
    ''',
    re.VERBOSE,
)

_Stretch = tuple[int, int]


def selection_ranges(view: View, offsets: Sequence[int]) -> list[types.SelectionRange]:
    """For each offset: word, text or name, line, statement, the statement with the comments above it, file."""
    return [_selection(view, offset) for offset in offsets]


def _selection(view: View, offset: int) -> types.SelectionRange:
    chain = [(0, len(view.source.text))]
    for start, end in reversed(list(_around(view, offset))):
        outer_start, outer_end = chain[-1]
        if outer_start <= start <= offset <= end <= outer_end and start < end and (start, end) != chain[-1]:
            chain.append((start, end))
    selection: types.SelectionRange | None = None
    for start, end in chain:
        selection = types.SelectionRange(view.range(Span(view.source, start, end)), selection)
    assert selection is not None, "the file surrounds every place"
    return selection


def _around(view: View, offset: int) -> Iterator[_Stretch]:
    """What may surround a place, the narrowest first."""
    document, text = view.document, view.source.text
    index = statement_index(document, offset)
    inside = index is not None and within(document, index, offset)
    above = 0 if index is None else (document.starts[index] if inside else document.end(index))
    yield from _in_line(text, _line(text, above, offset), offset)
    # What stands between two statements belongs to the one below.
    if not inside:
        index = 0 if index is None else index + 1
    if index is None or index >= len(document.pieces):
        return
    place = statement_span(document, index)
    yield place.start, place.end
    lead = document.end(index - 1) if index else 0
    between = text[lead : place.start]
    yield lead + len(between) - len(between.lstrip()), place.end


def _line(text: str, start: int, offset: int) -> _Stretch:
    """The line on which an offset is, texts whole, of those that begin at an offset before it."""
    while (end := line_end(text, start)) < offset:
        following = text.find("\n", end)
        if not 0 <= following < offset:
            break
        start = following + 1
    return start, end


def _in_line(text: str, line: _Stretch, offset: int) -> Iterator[_Stretch]:
    word = _at(_WORD, text, line, offset)
    if word:
        yield word.span()
    token = _at(_TOKEN, text, line, offset)
    if token:
        for group in ("text", "string"):
            if token[group] is not None:
                start, end = token.span(group)
                # Of a text over several lines, the line of it.
                low, high = text.rfind("\n", start, offset) + 1 or start, text.find("\n", offset, end)
                yield _stripped(text, low, end if high < 0 else high)
                yield _stripped(text, start, end)
        yield token.span()
    yield _stripped(text, *line)


def _at(pattern: re.Pattern[str], text: str, line: _Stretch, offset: int) -> re.Match[str] | None:
    """What a pattern finds at an offset in a line; between two, the one that begins there."""
    found: re.Match[str] | None = None
    for match in pattern.finditer(text, *line):
        if match.start() > offset:
            break
        if offset <= match.end():
            found = match
    return found


def _stripped(text: str, start: int, end: int) -> _Stretch:
    within_line = text[start:end]
    begin = start + len(within_line) - len(within_line.lstrip())
    return begin, max(begin, start + len(within_line.rstrip()))
