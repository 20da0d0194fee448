"""Addresses that can be opened: `textDocument/documentLink`."""

import re
from collections.abc import Iterator

from lsprotocol import types

from goalgraph.lsp.view import View
from goalgraph.source import Span
from goalgraph.syntax.nodes import Attribute, String

# Other schemes may run what is on the reader's machine.
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f-\x9f]+", re.IGNORECASE)
_KEYWORDS = ("link", "source")


def document_links(view: View) -> list[types.DocumentLink]:
    """The addresses that properties of a file hold, where they are ones that are safe to open."""
    return [types.DocumentLink(view.range(place), target) for place, target in _addresses(view)]


def _addresses(view: View) -> Iterator[tuple[Span, str]]:
    for index, declared in enumerate(view.declared):
        if not any(_ADDRESS.fullmatch(value.strip()) for value in (*declared.urls, *declared.sources)):
            continue
        placed = view.document.statement(index)
        for item in placed.statement.properties:
            if not isinstance(item, Attribute) or item.keyword.text not in _KEYWORDS:
                continue
            value = item.values[0]
            if isinstance(value, String) and _ADDRESS.fullmatch(value.value.strip()):
                yield _inside(placed.span(value), value.raw), value.value.strip()


def _inside(place: Span, raw: str) -> Span:
    """What stands between the quotes of a text, without white space around it."""
    quotes = 3 if raw.startswith('"""') else 1
    inner = raw[quotes:-quotes]
    start = place.start + quotes + len(inner) - len(inner.lstrip())
    return Span(place.source, start, start + len(inner.strip()))
