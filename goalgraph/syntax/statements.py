"""Cutting a file into statements, and a statement into lines, by regular expressions."""

import re
from collections.abc import Iterable, Iterator, Sequence

from goalgraph.syntax.vocabulary import KINDS

# A statement starts where a line starts with neither white space nor `#`.
_BOUNDARY = re.compile(r"\n(?=[^\s#])")
_FIRST = re.compile(r"^[^\s#]", re.MULTILINE)

# It ends with its last indented line: what comes after that, blank lines and comment lines in the first column,
# belongs to the statement below.
_BODY = re.compile(
    r"""
    [^\n]*
    (?: \n (?: [^\S\n]*\n | \#[^\n]*\n )*+ [^\S\n]++[^\s][^\n]* )*+
    """,
    re.VERBOSE,
)

# A line as the language sees it: a text in triple quotes takes its line ends along.
_LINE = re.compile(
    r'''
    (?: """[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*+"""
      | "[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"
      | \#[^\n]*+
      | [^"\#\n]++
      | [^\n]
    )*+ \n?
    ''',
    re.VERBOSE,
)


# Texts are passed over, for what looks like a comment in them is none.
_COMMENT = re.compile(
    r'''
      """[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*+"""
    | "[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"
    | (?P<comment>\#[^\n]*+)
    ''',
    re.VERBOSE,
)

_FIRST_WORD = re.compile(r"[\w.\-]*")
_INDENTED = re.compile(r"^[^\S\n]+[^\s#][^\n]*", re.MULTILINE)


def indented(text: str, end: int) -> tuple[int, int, int] | None:
    """The indented lines before the first statement: start of the first, its end, and how many there are."""
    found = [match.span() for match in _INDENTED.finditer(text, 0, end)]
    return (*found[0], len(found)) if found else None


def cut(text: str) -> tuple[int, list[str]]:
    """The offset of the first statement, and the text of every statement with what follows up to the next.

    The pieces are parted by one line feed each, which is in none of them.
    """
    first = _FIRST.search(text)
    if first is None:
        return len(text), []
    start = first.start()
    return start, _BOUNDARY.split(text[start:] if start else text)


def cut_between(text: str, start: int, end: int) -> list[str]:
    """The text of every statement from the start of one up to the line feed before another, or up to the end."""
    return _BOUNDARY.split(text[start:end])


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Where the comments stand in a statement with what follows it, or in what comes before the first."""
    for match in _COMMENT.finditer(text):
        if match["comment"]:
            yield match.span()


def body(piece: str) -> str:
    """A statement without the blank and comment lines below it and without its last line end."""
    match = _BODY.match(piece)
    return match[0] if match else piece


def lines(statement: str) -> Iterator[tuple[int, str]]:
    """The lines of a statement, texts whole: where each starts, and its text."""
    position = 0
    while position < len(statement):
        match = _LINE.match(statement, position)
        if match is None or match.end() == position:
            return
        yield position, match.group()
        position = match.end()


def line_end(text: str, start: int) -> int:
    """Where a line of a statement ends, texts whole; its line end comes after."""
    match = _LINE.match(text, start)
    end = match.end() if match else start
    return end - len(match[0]) + len(match[0].rstrip("\r\n")) if match else end


def swallowed(pieces: Sequence[str], openers: Iterable[int]) -> dict[int, int]:
    """The pieces inside an unclosed text, by index, each with the index of the piece that opened it.

    A text that is not closed before its statement ends goes on to the closing quotes or to the next kind word.
    `openers` are the pieces in which a text is not closed, in order.
    """
    inside: dict[int, int] = {}
    for opener in openers:
        if opener in inside:
            continue
        for following in range(opener + 1, len(pieces)):
            text = body(pieces[following])
            if _FIRST_WORD.findall(text, 0, 20)[0] in KINDS:
                break
            inside[following] = opener
            if '"""' in text:
                break
    return inside
