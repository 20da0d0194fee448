"""A lexer for Pygments, which highlights maps here, in documentation and wherever else Pygments does.

It takes a word for one of the language only where the grammar does: an element may well be called `serves`. Every
character of a text comes out again, however half-typed it is, and in time that is linear.
"""

from typing import Any

from pygments.lexer import RegexLexer, default, words
from pygments.token import Comment, Error, Keyword, Literal, Name, Number, Punctuation, String, Whitespace

from goalgraph.syntax.vocabulary import (
    CLAUSES,
    KINDS,
    PLAIN_LINKS,
    STRENGTHS,
    STRING_ATTRIBUTES,
    WEIGHED_LINKS,
    WORD_ATTRIBUTES,
)

_WORD = r'[^\s"#,]++'
# A text in triple quotes that is not closed ends with its statement, a string with its line.
_TEXT = r'"""(?:[^"\\\n]|\\[^\n]|"(?!"")|\\?\n(?![^\s#]))*+(?:"""|\\)?'
_STRING = r'"(?!"")(?:[^"\\\n]|\\[^\n])*+["\\]?'
_SPACE = (r"[^\S\n]++", Whitespace)
_TEXTS = ((_TEXT, String.Double), (_STRING, String.Double))


def _said(vocabulary: tuple[str, ...], *states: str) -> tuple[Any, ...]:
    """Properties, and the states that read what comes after them, the last one first."""
    return words(vocabulary, suffix=rf"(?!{_WORD})"), Keyword, states


class StratLexer(RegexLexer):
    """Strategy maps as goalgraph reads them."""

    name = "goalgraph strategy map"
    aliases = ["strat", "goalgraph"]  # noqa: RUF012  # as Pygments has it
    filenames = ["*.strat"]  # noqa: RUF012  # as above
    mimetypes = ["text/x-strat"]  # noqa: RUF012  # as above

    tokens = {  # noqa: RUF012  # as above
        # At the start of a line.
        "root": [
            (r"\s++", Whitespace),
            (r"#[^\n]*+", Comment.Single),
            (words(KINDS, prefix="^", suffix=rf"(?!{_WORD})"), Keyword.Declaration, ("rest", "declared")),
            (f"^{_WORD}", Error, "rest"),
            _said(WEIGHED_LINKS, "rest", "reason", "strength", "names"),
            _said(PLAIN_LINKS, "rest", "reason", "names"),
            _said(("tags",), "rest", "names"),
            _said(("measure",), "rest", "clauses"),
            _said(WORD_ATTRIBUTES, "rest", "value"),
            _said(STRING_ATTRIBUTES, "rest"),
            default("rest"),
        ],
        # What the state above it has left of a line. No word is expected there.
        "rest": [
            (r"\n", Whitespace, "#pop"),
            _SPACE,
            (r"#[^\n]*+", Comment.Single),
            *_TEXTS,
            (r",", Punctuation),
            (_WORD, Error),
        ],
        "declared": [_SPACE, (_WORD, Name.Class, "#pop"), default("#pop")],
        "names": [_SPACE, (_WORD, Name, ("#pop", "more names")), default("#pop")],
        "more names": [_SPACE, (r",", Punctuation, ("#pop", "names")), default("#pop")],
        "strength": [_SPACE, _said(STRENGTHS, "#pop"), default("#pop")],
        "reason": [_SPACE, _said(("because",), "#pop"), default("#pop")],
        "clauses": [_SPACE, *_TEXTS, _said(CLAUSES, "argument"), default("#pop")],
        "argument": [
            _SPACE,
            (rf'(?![\W\d]){_WORD}', Name, "#pop"),
            (r'[^\s"#]++', Number, "#pop"),
            default("#pop"),
        ],
        "value": [
            _SPACE,
            (rf"\d(?:{_WORD})?", Literal.Date, "#pop"),
            (_WORD, Keyword.Constant, "#pop"),
            default("#pop"),
        ],
    }  # fmt: skip
