"""What a document says, whatever its white space: by this a document is the same before and after it is printed."""

import re
from typing import Any

from goalgraph.syntax.nodes import Clause, Document, Link, Measure, String, Word
from goalgraph.syntax.vocabulary import CLAUSES

_COMMENT = re.compile(r"#[^\n]*")


def _said(node: Any) -> Any:
    """What a node says, without where and how it is written."""
    if isinstance(node, Word):
        return node.text
    if isinstance(node, String):
        return node.value
    if isinstance(node, Measure):
        ordered = sorted(node.clauses, key=lambda clause: CLAUSES.index(clause.keyword.text))
        return (node.keyword.text, node.counted.value, [_said(clause) for clause in ordered])
    if isinstance(node, Clause):
        return (node.keyword.text, _said(node.value))
    if isinstance(node, Link):
        return (node.keyword.text, [_said(each) for each in node.targets], _said(node.strength), _said(node.because))
    return None if node is None else (node.keyword.text, [_said(each) for each in node.values])


def meaning(document: Document) -> list[Any]:
    """The statements of a file."""
    return [
        (
            statement.head and (_said(statement.head.kind), _said(statement.head.name), _said(statement.head.title)),
            [_said(item) for item in statement.properties],
        )
        for statement in document.statements
    ]


def mistakes(document: Document) -> list[str]:
    """The mistakes of a file, in order."""
    found = [*document.unread, *(unread for statement in document.statements for unread in statement.unread)]
    return [unread.mistake for unread in found]


def comments(document: Document) -> list[str]:
    """Every comment of a file, in order: between statements, and at the ends of lines within them."""
    text = document.source.text
    found: list[str] = []
    for placed in document.placed:
        found.append(text[placed.lead : placed.start])
        if placed.statement.head:
            found.append(placed.statement.head.trailer.text)
        found += [item.trailer.text for item in placed.statement.properties]
    found.append(text[document.tail :])
    return [comment.strip() for trailer in found for comment in _COMMENT.findall(trailer)]
