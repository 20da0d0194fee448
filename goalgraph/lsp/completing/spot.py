"""The place at which something is typed: what stands before it, around it and after it.

A line that is being typed can seldom be read, so this looks at the text alone.
"""

import re
from typing import NamedTuple

from goalgraph.lsp.pointing import statement_index
from goalgraph.lsp.tokens import Token, by_line, tokens, words
from goalgraph.model.names import canonical
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.statements import body, swallowed
from goalgraph.syntax.vocabulary import KINDS, USUAL_KINDS

_REST_IN_COMMENT = re.compile(r"[\w.-]*+")


class Spot(NamedTuple):
    """A place at which something is typed, in a statement of a `kind` and `name`, empty where these are unclear.

    `word` is what is typed of a word, from `start` to `offset`, `rest` what follows of it. `said` stands before it on
    its line, `after` is what follows there. `others` are the further lines of the statement. `first` says that the
    line is in the first column, `below` that more of the statement follows. `comment` is the comment in which it is,
    as far as it is typed.
    """

    start: int
    offset: int
    word: str
    said: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    others: tuple[tuple[str, ...], ...] = ()
    kind: str = ""
    name: str = ""
    first: bool = False
    below: bool = False
    comment: str | None = None
    rest: str = ""

    @property
    def keyword(self) -> str:
        """The word with which the line begins."""
        return self.said[0] if self.said else ""

    def given(self, keyword: str) -> list[tuple[str, ...]]:
        """What is said by a property on the other lines of the statement."""
        return [line[1:] for line in self.others if line[0] == keyword]


def spot_at(document: Document, offset: int) -> Spot | None:
    """What is typed at an offset; None where it is no word: within a text, or where nothing may stand."""
    text = document.source.text
    offset = max(0, min(offset, len(text)))
    index = statement_index(document, offset)
    start = document.starts[index] if index is not None else 0
    before = list(tokens(text, start, offset))
    last = before[-1] if before else None
    if last and last.is_quoted and not last.closed and last.end == offset:
        return None
    if index is not None and _in_open_text(document, index):
        return None
    if last and last.form == "comment" and last.end == offset:
        return Spot(offset, offset, "", comment=last.text, rest=_rest_in_comment(text, offset))
    line_start = next((token.end for token in reversed(before) if token.form == "end"), start)
    return _outside(document, index, before, line_start, offset)


def _outside(document: Document, index: int | None, before: list[Token], line_start: int, offset: int) -> Spot | None:
    """What is typed at an offset outside of texts and comments, on a line that starts where it is told."""
    text = document.source.text
    *above, line = by_line(before)
    typed = line.pop() if line and line[-1].form == "word" and line[-1].end == offset else None
    start = typed.start if typed else offset
    if start > line_start and not (text[start - 1].isspace() or text[start - 1] == ","):
        return None
    first = start == line_start or not text[line_start].isspace()
    if not first and index is None:
        return None
    rest, *following = by_line(tokens(text, offset, _end(document, index)))
    cut = ""
    if rest and rest[0].form == "word" and typed and rest[0].start == offset:
        cut = rest.pop(0).text
    if offset == line_start and text[offset : offset + 1].isspace() and rest:
        return None  # in front of an indented line
    head = words(above[0] if above else line)
    kind = head[0] if head else ""
    lines = [words(each) for each in (*above[1:], *following)]
    return Spot(
        start,
        offset,
        typed.text if typed else "",
        words(line),
        words(rest),
        tuple(each for each in lines if each),
        kind if kind in KINDS else USUAL_KINDS.get(kind, ""),
        canonical(head[1]) if len(head) > 1 else "",
        first,
        any(map(words, following)),
        rest=cut,
    )


def _rest_in_comment(text: str, offset: int) -> str:
    match = _REST_IN_COMMENT.match(text, offset)
    return match[0] if match else ""


def _end(document: Document, index: int | None) -> int:
    """Where a statement ends with all up to the next one, or what comes before the first."""
    if index is None:
        return document.starts[0] if document.starts else len(document.source.text)
    return document.starts[index] + len(document.pieces[index])


def _in_open_text(document: Document, index: int) -> bool:
    """Whether a statement is inside a text that another one above it has opened."""
    first = index
    while first > 0 and _first_word(document.pieces[first]) not in KINDS:
        first -= 1
    pieces = document.pieces[first : index + 1]
    return index - first in swallowed(pieces, [at for at, piece in enumerate(pieces) if _opens(piece)])


def _first_word(piece: str) -> str:
    return next((token.text for token in tokens(piece, 0, min(len(piece), 20))), "")


def _opens(piece: str) -> bool:
    """Whether a statement opens a text over several lines and does not close it."""
    if '"""' not in piece:
        return False
    said = body(piece)
    return any(token.form == "text" and not token.closed for token in tokens(said, 0, len(said)))
