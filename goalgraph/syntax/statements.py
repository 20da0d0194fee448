"""Cutting a file into statements, and a statement into lines, by regular expressions."""

import re
from collections.abc import Iterator

# A statement is a line that starts in the first column, and every indented line up to the next such line; blank lines
# and comment lines in the first column belong to it only if an indented line follows them.
_STATEMENT = re.compile(
    r"""
    ^[^\s\#][^\n]*
    (?: \n (?: [^\S\n]*\n | \#[^\n]*\n )*+ [^\S\n]++[^\s][^\n]* )*+
    \n?
    """,
    re.MULTILINE | re.VERBOSE,
)

# A line as the language sees it: a text in triple quotes takes its line ends along.
_LINE = re.compile(
    r'''
    (?: """(?:[^"\\]|\\[\s\S]|"(?!""))*+"""
      | "(?:[^"\\\n]|\\[^\n])*+"
      | \#[^\n]*
      | [^\n]
    )*+ \n?
    ''',
    re.VERBOSE,
)


_INDENTED = re.compile(r"^[^\S\n]+[^\s#][^\n]*", re.MULTILINE)


def indented(text: str, end: int) -> tuple[int, int, int] | None:
    """The indented lines before the first statement: start of the first, its end, and how many there are."""
    found = [match.span() for match in _INDENTED.finditer(text, 0, end)]
    return (*found[0], len(found)) if found else None


def cut(text: str) -> Iterator[tuple[int, str]]:
    """The statements of a file: where each starts, and its text."""
    for match in _STATEMENT.finditer(text):
        yield match.start(), match.group()


def lines(statement: str) -> Iterator[tuple[int, str]]:
    """The lines of a statement, texts whole: where each starts, and its text."""
    position = 0
    while position < len(statement):
        match = _LINE.match(statement, position)
        if match is None or match.end() == position:
            return
        yield position, match.group()
        position = match.end()
