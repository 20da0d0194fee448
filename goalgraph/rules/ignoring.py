"""Writing the comments that `ignores` reads."""

from bisect import bisect_right

from goalgraph.finding import Edit
from goalgraph.rules.catalogue import BY_SLUG
from goalgraph.source import Span
from goalgraph.syntax.editing import usual_line_end
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.statements import comments, lines

# What can't be read may swallow the comment, and what a file is stands on none of its lines.
_NEVER = frozenset({"syntax-error", "unreadable-file", "stray-file"})


def can_be_ignored(slug: str) -> bool:
    """Whether a comment silences a rule, and does not depend on what could not be read."""
    return slug not in _NEVER and BY_SLUG[slug].check is not None


def ignoring(document: Document, place: Span, slug: str) -> Edit | None:
    """A comment that silences a rule at a place: at the end of the line, or above it where a comment stands there.

    Its reason is empty, so that it is asked for until somebody writes it. None where no comment would do.
    """
    source = document.source
    index = bisect_right(document.starts, place.start) - 1
    if index < 0:
        return None
    piece, start = document.pieces[index], document.starts[index]
    at, line = [(at, line) for at, line in lines(piece) if start + at <= place.start][-1]
    comment = f'# goalgraph: ignore {slug} because ""'
    first, text = start + at, line.rstrip()
    last = first + len(text)
    if not any(comments(line)) and _line(place, max(place.start, place.end - 1)) == _line(place, last):
        return Edit(Span(source, last, last), f"  {comment}")
    if place.line == _line(place, first):
        indent = line[: len(line) - len(line.lstrip())]
        return Edit(Span(source, first, first), f"{indent}{comment}{usual_line_end(source, first)}")
    return None


def _line(place: Span, offset: int) -> int:
    return place.source.position(offset)[0]
