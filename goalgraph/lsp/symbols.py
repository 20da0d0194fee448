"""The elements of a file, and of all maps by name: `textDocument/documentSymbol`, `workspace/symbol`.

A symbol is called by title and name, as in "Client care (care)": people know the one, links say the other, and editors
find a symbol only by what it is called. Its detail is the kind in the words of the language.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lsprotocol import types
from lsprotocol.types import SymbolKind

from goalgraph.lsp.pointing import statement_span
from goalgraph.lsp.searching import Found, best
from goalgraph.lsp.view import View
from goalgraph.model.declarations import Declaration, MeasureLine
from goalgraph.model.said import inside_unclosed
from goalgraph.output.drawing import one_line
from goalgraph.output.wording import short
from goalgraph.source import Span
from goalgraph.syntax.statements import line_end
from goalgraph.syntax.vocabulary import PROPERTIES, USUAL_KINDS

# The icons that come nearest, of those that every editor has: a value is what all else leads to and does not change, an
# objective the thing that counts, a means what is done, an asset what is had, a bridge where two sides meet, a concept
# a list of parts, a unit what holds others.
ICONS = {
    "strategy": SymbolKind.Package,
    "value": SymbolKind.Constant,
    "objective": SymbolKind.Class,
    "means": SymbolKind.Method,
    "asset": SymbolKind.Field,
    "bridge": SymbolKind.Interface,
    "concept": SymbolKind.Array,
    "unit": SymbolKind.Namespace,
}
_MEASURE = SymbolKind.Number
_UNREAD = SymbolKind.String

_FIRST_WORD = re.compile(r"[^\W\d_][\w.\-]*")
_LONGEST = 120
_MOST_FOUND = 1000


def document_symbols(view: View) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """The elements that a file declares; a flat list where the editor knows no other."""
    symbols = list(_symbols(view))
    if view.client.nested_symbols:
        return symbols
    uri = view.addresses.uri(view.source.path)
    return [types.SymbolInformation(types.Location(uri, each.range), each.name, each.kind) for each in symbols]


def _symbols(view: View) -> Iterator[types.DocumentSymbol]:
    swallowed = inside_unclosed(view.document, view.declared)
    for index, declared in enumerate(view.declared):
        if index in swallowed:
            continue
        place = statement_span(view.document, index)
        if not declared.kind:
            unread = _unread(view, place)
            if unread:
                yield unread
            continue
        start, end = declared.name_place
        yield types.DocumentSymbol(
            _called(declared),
            ICONS[declared.kind],
            view.range(place),
            view.range(Span(place.source, place.start + start, place.start + end)),
            f"{declared.kind}, stopped" if declared.status == "stopped" else declared.kind,
            children=[_measure(view, place, each) for each in declared.measures] or None,
        )


def _measure(view: View, statement: Span, measure: MeasureLine) -> types.DocumentSymbol:
    counted, (start, end), of, first, goal, by, _ = measure
    text = view.source.text
    place = Span(view.source, statement.start + start, statement.start + end)
    line = text.rfind("\n", 0, place.start) + 1
    said = (("of", of), ("from", first), ("to", goal), ("by", by and date.fromordinal(by)))
    return types.DocumentSymbol(
        _shown(counted) or "measure",
        _MEASURE,
        view.range(Span(view.source, line, min(line_end(text, line), statement.end))),
        view.range(place),
        _shown(" ".join(f"{word} {value}" for word, value in said if value)) or None,
    )


def _unread(view: View, place: Span) -> types.DocumentSymbol | None:
    """A statement whose first line could not be read, if that begins like one: so half-typed ones keep their place."""
    line = place.text.split("\n", 1)[0].split("#", 1)[0].rstrip()
    word = _FIRST_WORD.match(line)
    if word is None or word[0] in PROPERTIES:
        return None
    said = word[0].lower()
    return types.DocumentSymbol(
        _shown(line),
        ICONS.get(USUAL_KINDS.get(said, said), _UNREAD),
        view.range(place),
        view.range(Span(place.source, place.start, place.start + len(line))),
        "could not be read",
    )


def _called(declared: Declaration) -> str:
    if declared.title == declared.name:
        return _shown(declared.name)
    return f"{_shown(declared.title)} ({_shown(declared.name)})"


def _shown(text: str) -> str:
    return short(" ".join(one_line(text).split()), _LONGEST)


def workspace_symbols(views: Iterable[View], query: str) -> list[types.WorkspaceSymbol]:
    """The elements of all maps whose names or titles match a query. Of each map one view is given.

    The best match comes first, and of very many only the best are told.
    """
    maps = list(views)
    titles = [_shown(view.analysis.map.title) or None for view in maps]
    return [_symbol(maps[each.map], titles[each.map], each) for each in best(maps, query, _MOST_FOUND)]


def _symbol(view: View, container: str | None, found: Found) -> types.WorkspaceSymbol:
    document = view.analysis.map.documents[found.file]
    declared = view.analysis.map.declared[found.file][found.statement]
    start = document.starts[found.statement]
    place = Span(document.source, start + declared.name_place[0], start + declared.name_place[1])
    return types.WorkspaceSymbol(
        view.location(place), _called(declared), ICONS[declared.kind], container_name=container
    )
