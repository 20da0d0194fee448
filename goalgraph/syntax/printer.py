"""Writing a document the one way it is written: `goalgraph fmt`.

Statements, comments, blank lines and the order of properties stay; only white space inside lines changes, and the
order of the parts of a measure. What could not be read is printed as it stands, so nothing is lost.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from goalgraph.syntax.nodes import Attribute, Clause, Document, Link, Measure, Property, Statement, String, Word
from goalgraph.syntax.texts import text_lines
from goalgraph.syntax.vocabulary import CLAUSES

INDENT = "    "
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
_LINE_END = re.compile(r"\r?\n")
_BLANKS_AT_START = re.compile(r"^(?:[^\S\n]*\n)+")


def quote(text: str) -> str:
    """A string that says `text`, on one line.

    Control characters that have no escape become spaces.
    """
    return '"' + re.sub(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]", " ", text).translate(_ESCAPES) + '"'


class Part(NamedTuple):
    """A stretch of a file, a statement or what stands between two, and how it is printed."""

    start: int
    end: int
    printed: str


def print_document(document: Document) -> str:
    """The whole file as `goalgraph fmt` writes it, with its byte-order mark and its kind of line end."""
    printed = "".join(part.printed for part in parts(document))
    return ("\ufeff" if document.source.bom else "") + printed


def parts(document: Document, first: int = 0, last: int | None = None) -> Iterator[Part]:
    """The parts of a file in order, each as it is printed: by default all, else those of some of its statements.

    To a statement belongs what stands above it, to the last one also what stands below.
    """
    text = document.source.text
    first_end = _LINE_END.search(text)
    line_end = first_end[0] if first_end else "\n"
    count = len(document.pieces)
    stop = count - 1 if last is None else last
    for index in range(first, stop + 1):
        placed = document.statement(index)
        lead, end = _before_line_end(text, placed.lead), _before_line_end(text, placed.end)
        above = _between(text[lead : placed.start])
        above = above if index else _BLANKS_AT_START.sub("", above)
        yield Part(lead, placed.start, above.replace("\n", line_end))
        yield Part(placed.start, end, _statement(placed.statement).replace("\n", line_end))
    if stop == count - 1:
        start = _before_line_end(text, document.statement(count - 1).end) if count else 0
        below = _between(text[start:])
        below = (below if count else _BLANKS_AT_START.sub("", below)).rstrip("\n")
        below += "\n" if count or below else ""
        yield Part(start, len(text), below.replace("\n", line_end))


def _before_line_end(text: str, end: int) -> int:
    """Where a statement ends before its last line end, of which it holds the carriage return."""
    return end - 1 if text[max(end - 1, 0) : end + 1] == "\r\n" else end


def _between(text: str) -> str:
    """What stands between statements: comments in the first column, blank lines; anything else as it is."""
    lines = []
    for line in _LINE_END.split(text):
        stripped = line.strip()
        lines.append(stripped if stripped.startswith("#") else line.rstrip())
    return "\n".join(lines)


def _statement(statement: Statement) -> str:
    if statement.unread or statement.head is None:
        return "\n".join(map(_as_written, _LINE_END.split(f"{statement.text}\n")[:-1]))
    head = statement.head
    words = [head.kind.text, head.name.text]
    if head.title:
        words.append(_value(head.title))
    lines = [_ended(" ".join(words), "", head.trailer)]
    lines += [_ended(_property(item), INDENT, item.trailer) for item in statement.properties]
    # Blank lines at the end of a statement stand before the next one, where they are printed.
    return "".join(lines).rstrip()


def _as_written(line: str) -> str:
    """A line without the blanks at its end; other white space there may be the very mistake."""
    line = line.rstrip(" \t")
    # A carriage return of the line itself would be taken for part of the line's end.
    return f"{line} " if line.endswith("\r") else line


def _ended(line: str, indent: str, trailer: Word) -> str:
    """A line with its comment, and the comment and blank lines that follow it inside the statement."""
    first, *following = _LINE_END.split(trailer.text)
    comment = f"  {first.rstrip()}" if first.strip() else ""
    printed = [f"{indent}{line}{comment}\n"]
    for extra in following[:-1]:
        stripped = extra.strip()
        printed.append(f"{INDENT}{stripped}\n" if stripped else "\n")
    return "".join(printed)


def _property(item: Property) -> str:
    match item:
        case Link(keyword, targets, strength, because):
            line = f"{keyword.text} {', '.join(target.text for target in targets)}"
            line += f" {strength.text}" if strength else ""
            return line + (f" because {_value(because)}" if because else "")
        case Measure(keyword, counted, clauses):
            ordered = sorted(clauses, key=_clause_order)
            return " ".join([keyword.text, _value(counted), *map(_clause, ordered)])
        case Attribute(keyword, values):
            return f"{keyword.text} {', '.join(map(_value, values))}"


def _clause(clause: Clause) -> str:
    return f"{clause.keyword.text} {_value(clause.value)}"


def _clause_order(clause: Clause) -> int:
    return CLAUSES.index(clause.keyword.text)


def _value(value: Word | String) -> str:
    if isinstance(value, Word):
        return value.text
    if not value.raw.startswith('"""') or "\n" not in value.raw:
        return value.raw
    deeper = INDENT * 2
    lines = [f"{deeper}{line.rstrip()}" if line.strip() else "" for line in text_lines(value.raw)]
    return "\n".join(['"""', *lines, f'{deeper}"""'])
