"""Reading one statement with lark.

A statement that lark refuses is read again line by line, so that one mistake spoils one line and everything
well-formed is kept.
"""

import re
from functools import cache
from typing import Any

from lark import Lark, TextSlice, Token, Transformer
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from goalgraph.syntax import statements
from goalgraph.syntax.grammar import grammar_text, tables_path
from goalgraph.syntax.nodes import (
    Attribute,
    Clause,
    Head,
    Link,
    Measure,
    Property,
    Statement,
    String,
    Unread,
    Word,
)
from goalgraph.syntax.texts import text_lines, unescape

_TERMINAL = re.compile(r"^([A-Z]+)(?:\.\d+)?:", re.MULTILINE)


class _Builder(Transformer[Token, Any]):
    """Turns what lark reads into nodes, as it reads."""

    def STRING(self, token: Token) -> String:  # noqa: N802  # lark calls it by the terminal
        start = token.start_pos or 0
        return String(unescape(token[1:-1]), str(token), start, start + len(token))

    def TEXT(self, token: Token) -> String:  # noqa: N802  # as above
        start = token.start_pos or 0
        return String(unescape("\n".join(text_lines(token))), str(token), start, start + len(token))

    def statement(self, children: list[Any]) -> tuple[Head, tuple[Property, ...]]:
        return children[0], tuple(children[1:])

    def head(self, children: list[Any]) -> Head:
        kind, name, *title, trailer = children
        return Head(kind, name, title[0] if title else None, trailer)

    def link(self, children: list[Any]) -> Link:
        keyword, *targets, trailer = children
        because = targets.pop() if isinstance(targets[-1], String) else None
        strength = targets.pop()[0] if type(targets[-1]) is tuple else None
        return Link(keyword, tuple(targets), strength, because, trailer)

    def strength(self, children: list[Any]) -> tuple[Word]:
        # A plain tuple, to be told from the names before it.
        return (children[0],)

    def because(self, children: list[Any]) -> String:
        return children[1]  # type: ignore[no-any-return]  # lark's trees are untyped

    def measure(self, children: list[Any]) -> Measure:
        keyword, counted, *clauses, trailer = children
        return Measure(keyword, counted, tuple(clauses), trailer)

    def clause(self, children: list[Any]) -> Clause:
        return Clause(*children)

    def attribute(self, children: list[Any]) -> Attribute:
        keyword, *values, trailer = children
        return Attribute(keyword, tuple(values), trailer)


def _word(token: Token) -> Word:
    start = token.start_pos or 0
    return Word(str(token), start, start + len(token))


@cache
def _lark() -> Lark:
    grammar = grammar_text()
    builder = _Builder()
    for terminal in _TERMINAL.findall(grammar):
        if not hasattr(builder, terminal):
            setattr(builder, terminal, _word)
    return Lark(
        grammar,
        parser="lalr",
        lexer="contextual",
        start=["statement", "head", "property"],
        transformer=builder,
        cache=tables_path() or False,
    )


def _where(error: UnexpectedInput) -> tuple[int, frozenset[str]]:
    """Where lark stopped, and which terminals it would have taken there."""
    if isinstance(error, UnexpectedToken):
        return error.token.start_pos or 0, frozenset(error.expected)
    assert isinstance(error, UnexpectedCharacters)
    return error.pos_in_stream or 0, frozenset(error.allowed or ())


def _read_lines(text: str) -> tuple[Head | None, tuple[Property, ...], tuple[Unread, ...]]:
    """Reads a statement that lark refused, line by line."""
    from goalgraph.syntax import mistakes

    head: Head | None = None
    properties: list[Property] = []
    unread: list[Unread] = []
    for start, line in statements.lines(text):
        stop = start + len(line)
        stripped = line.strip()
        if start and (not stripped or stripped.startswith("#")):
            continue
        rule = "property" if start else "head"
        try:
            read: Any = _lark().parse(TextSlice(text, start, stop), start=rule)
        except UnexpectedInput as error:
            at, expected = _where(error)
            unread.append(mistakes.name(mistakes.Stuck(text, start, stop, min(at, stop), expected, is_head=not start)))
            if unread[-1].line_end > stop:
                break  # an unclosed text takes the rest of the statement
        else:
            if start:
                properties.append(read)
            else:
                head = read
    return head, tuple(properties), tuple(unread)


def read_statement(piece: str) -> Statement:
    """Reads one statement, and leaves out the comments below it."""
    text = statements.body(piece)
    whole = text + "\n"
    try:
        read: Any = _lark().parse(whole, start="statement")
    except UnexpectedInput:
        return Statement(text, *_read_lines(whole))
    return Statement(text, *read)
