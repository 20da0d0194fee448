"""A text as words, commas, texts and comments, also while it is being typed."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r'''
      (?P<text> """ [^"\\]*+ (?: (?: \\[\s\S] | "(?!"") ) [^"\\]*+ )*+ (?: """ | (?P<open> (?: \\ | "{1,2} )? ) ) )
    | (?P<string> " [^"\\\n]*+ (?: \\[^\n] [^"\\\n]*+ )*+ (?: " | (?P<ajar> \\? ) ) )
    | (?P<comment> \#[^\n]*+ )
    | (?P<end> \n )
    | (?P<comma> , )
    | (?P<word> [^\s"\#,]++ )
    ''',
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, comma, text, comment or line end. Of a text `closed` says whether it is."""

    form: str
    text: str
    start: int
    end: int
    closed: bool = True

    @property
    def is_quoted(self) -> bool:
        return self.form in ("text", "string")


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """What stands in a stretch of a text that begins outside of texts and comments."""
    for match in _TOKEN.finditer(text, start, end):
        form = "text" if match["text"] else "string" if match["string"] else str(match.lastgroup)
        closed = match["open"] is None and match["ajar"] is None
        yield Token(form, match[0], match.start(), match.end(), closed)


def by_line(said: Iterable[Token]) -> list[list[Token]]:
    """Tokens by line, without line ends; a text takes its line ends along."""
    lines: list[list[Token]] = [[]]
    for token in said:
        if token.form == "end":
            lines.append([])
        else:
            lines[-1].append(token)
    return lines


def words(said: Iterable[Token]) -> tuple[str, ...]:
    """Tokens as they are written, without comments."""
    return tuple(token.text for token in said if token.form != "comment")
