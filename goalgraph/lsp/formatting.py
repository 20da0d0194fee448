"""The file as `goalgraph fmt` writes it: `textDocument/formatting`, `rangeFormatting`, `onTypeFormatting`.

Whatever a client says of tabs and spaces, there is one way to write a map.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lsprotocol import types

from goalgraph.finding import Edit
from goalgraph.lsp.pointing import statement_index
from goalgraph.lsp.view import View
from goalgraph.source import Source, Span
from goalgraph.syntax.comparing import same_ends
from goalgraph.syntax.printer import INDENT, Part, parts
from goalgraph.syntax.statements import lines
from goalgraph.syntax.vocabulary import KINDS

# What is typed when a line is finished. Quotes and commas are typed amid a line, which is then nobody else's.
TRIGGER = "\n"

_INK = re.compile(r"\S")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_FIRST_LINE = re.compile(rf"(?:{'|'.join(KINDS)})\s+[^\W\d]")
_PROPERTY = re.compile(r"\s+[^\s#]")


def format_document(view: View) -> list[types.TextEdit]:
    """What makes a file look as `goalgraph fmt` would write it, in as few and small edits as there are."""
    return view.text_edits(_changes(view.source, parts(view.document)))


def format_range(view: View, start: int, end: int) -> list[types.TextEdit]:
    """The same, of the statements between two offsets."""
    return view.text_edits(_changes(view.source, _touched(view, start, end)))


def format_on_type(view: View, offset: int, typed: str) -> list[types.TextEdit]:
    """The same, of the line that a line end was typed after, and four spaces on an empty line below it.

    Nothing else is touched of the line that is typed in, nor anything where a text goes on over several lines.
    """
    source = view.source
    number = source.position(offset)[0]
    if typed != TRIGGER or number < 2:
        return []
    start = source.line_starts[number - 2]
    end = start + len(source.line(number - 1))
    if _in_long_text(view, start, end):
        return []
    if not source.text[start:end].strip():
        # At the end of a file the blank line as a whole would go.
        return view.text_edits([Edit(Span(source, start, end), "")] if start < end else [])
    edits = [
        edit
        for edit in _changes(source, _touched(view, start, end))
        if start <= edit.place.start and edit.place.end <= end
    ]
    if not source.line(number) and _asks_for_more(source.text[start:end]):
        here = source.line_starts[number - 1]
        edits.append(Edit(Span(source, here, here), INDENT))
    return view.text_edits(edits)


def _touched(view: View, start: int, end: int) -> Iterator[Part]:
    """The parts of a file that a stretch shares characters with, or is in where it is empty."""
    document = view.document
    first = statement_index(document, start) or 0
    # What stands below a statement belongs to the next.
    last = min((statement_index(document, end) or 0) + 1, len(document.pieces) - 1)
    for part in parts(document, first, last):
        if (part.start < end and start < part.end) or (
            part.start <= end and start <= part.end and (start == end or part.start == part.end)
        ):
            yield part


def _changes(source: Source, printed: Iterable[Part]) -> Iterator[Edit]:
    """What must be replaced in a file, in order."""
    for part in printed:
        text = source.text[part.start : part.end]
        if text != part.printed:
            yield from _different(source, part.start, text, part.printed)


def _different(source: Source, start: int, old: str, new: str) -> Iterator[Edit]:
    """What turns one text into the other: white space only, or else lines where more than that has changed."""
    if _ink(old) == _ink(new):
        yield from _white_space(source, start, old, new)
        return
    for begin, line, printed in _beside(old, new):
        if _ink(line) == _ink(printed):
            yield from _white_space(source, start + begin, line, printed)
        else:
            yield Edit(Span(source, start + begin, start + begin + len(line)), printed)


def _ink(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def _white_space(source: Source, start: int, old: str, new: str) -> Iterator[Edit]:
    """What turns a text into one with other white space between the same characters."""
    olds = [-1, *(match.start() for match in _INK.finditer(old)), len(old)]
    news = [-1, *(match.start() for match in _INK.finditer(new)), len(new)]
    for (begin, end), (new_begin, new_end) in zip(pairwise(olds), pairwise(news), strict=True):
        gap, printed = old[begin + 1 : end], new[new_begin + 1 : new_end]
        if gap != printed:
            yield from _gap(source, start + begin + 1, gap, printed)


def _gap(source: Source, start: int, old: str, new: str) -> Iterator[Edit]:
    """The lines in which two stretches of white space differ; a line end is taken whole or left alone."""
    for begin, line, printed in _beside(old, new):
        gap, blanks = line, printed
        for line_end in ("\r\n", "\n"):
            if gap.endswith(line_end) and blanks.endswith(line_end):
                gap, blanks = gap.removesuffix(line_end), blanks.removesuffix(line_end)
                break
        if gap.endswith("\r") or blanks.endswith("\r"):
            gap, blanks = line, printed
        if gap != blanks:
            yield Edit(Span(source, start + begin, start + begin + len(gap)), blanks)


def _beside(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    """The lines in which two texts differ, side by side, with where they start in the old one.

    Where one has more lines than the other, all that differs is taken together.
    """
    olds, news = _LINES.findall(old), _LINES.findall(new)
    before, after = same_ends(olds, news)
    start = sum(map(len, olds[:before]))
    olds, news = olds[before : len(olds) - after], news[before : len(news) - after]
    if len(olds) != len(news):
        olds, news = ["".join(olds)], ["".join(news)]
    for line, printed in zip(olds, news, strict=True):
        if line != printed:
            yield start, line, printed
        start += len(line)


def _in_long_text(view: View, start: int, end: int) -> bool:
    """Whether a line shares a text with other lines, or opens one that is not closed."""
    document = view.document
    index = statement_index(document, start)
    if index is None:
        return False
    first = document.starts[index]
    for begin, line in lines(document.pieces[index]):
        if first + begin <= end and start < first + begin + len(line):
            opened = line.count('"""') % 2 == 1
            return opened or line.rstrip("\n").count("\n") > 0
    return False


def _asks_for_more(line: str) -> bool:
    """Whether a property may stand below a line: it is the first line of a statement, or a property."""
    return bool(_FIRST_LINE.match(line) or _PROPERTY.match(line))
