"""What stands above each element: `textDocument/codeLens`."""

from collections.abc import Iterator

from lsprotocol import types

from goalgraph.graph.half_read import half_supported
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.tallies import supporter_counts, values_counted
from goalgraph.lsp.view import View
from goalgraph.model.elements import Kind
from goalgraph.output.asked import shortened
from goalgraph.output.wording import clean
from goalgraph.source import Span

# In larger maps neither supporters nor values are counted: it would hold up who types, and fill the memory.
MOST_COUNTED = 20_000
# These may well be for nothing: what is on offer is for nobody yet, and a unit is there before its tasks.
_FREE = (Kind.CONCEPT, Kind.UNIT)


def code_lenses(view: View) -> list[types.CodeLens]:
    """Of each element of a file by how many it is supported, which values it reaches, and the loop it is on.

    A lens without the id of a command is plain text in every editor. An editor that can show why puts its own
    command there, and finds beside it what to ask about: the file, the place, the name.
    """
    graph = view.graph
    uri = view.addresses.uri(view.source.path)
    lenses = []
    for declared, start in zip(view.declared, view.document.starts, strict=True):
        element = graph.elements.get(declared.name) if declared.kind else None
        place = Span(view.source, start + declared.name_place[0], start + declared.name_place[1])
        # Of a name that is declared twice the first place counts.
        if element is None or element.place != place:
            continue
        said = " · ".join(_said(graph, element.name))
        if said:
            at = view.range(place)
            command = types.Command(said, "", arguments=[uri, _plain(at.start), element.name])
            lenses.append(types.CodeLens(at, command))
    return lenses


def _plain(position: types.Position) -> dict[str, int]:
    # Arguments are sent as they are.
    return {"line": position.line, "character": position.character}


def _said(graph: PurposeGraph, name: str) -> Iterator[str]:
    """What is worth saying of an element. Where something about it was not read, nothing is said to be missing."""
    counted = len(graph.elements) <= MOST_COUNTED
    if name in graph.loop_of:
        yield f"on a loop of {len(graph.loop_of[name])}"
    unsure = graph.map.doubt.everything or name in half_supported(graph)
    count = supporter_counts(graph)[name] if counted else 0
    if count:
        yield f"supported by {count}{' or more' if unsure else ''}"
    elif graph.rank(name) and not unsure and not graph.served_by[name]:
        yield "nothing is done for it"
    yield from _reach(graph, name, counted=counted)


def _reach(graph: PurposeGraph, name: str, *, counted: bool) -> Iterator[str]:
    if name in graph.anchors:
        return
    unsure = graph.map.doubt.everything or name in graph.uncertain
    if name in graph.anchored:
        # What stands in for a value, in a map that names none, is no value.
        if counted and graph.values:
            yield _values(graph, name, unsure=unsure)
    elif unsure or (graph.element(name).kind in _FREE and not graph.purposes[name]):
        return
    elif graph.purposes[name]:
        if graph.values:
            yield "reaches no value"
    else:
        yield "only for what is stopped" if graph.stopped_purposes(name) else "not for anything"


def _values(graph: PurposeGraph, name: str, *, unsure: bool) -> str:
    number, one = values_counted(graph)[name]
    if number > 1:
        return f"reaches {number} values{' or more' if unsure else ''}"
    title = shortened(" ".join(str(clean(graph.title(one))).split()), 60)
    # VS Code would show `$(name)` as an icon.
    return f"reaches {title.replace('$(', '$ (')}"
