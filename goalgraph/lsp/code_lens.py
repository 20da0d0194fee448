"""What stands above each element: `textDocument/codeLens`."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from lsprotocol import types

from goalgraph.graph.half_read import half_supported
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.stopped import stopped_purposes
from goalgraph.graph.tallies import Reached, supporter_counts, values_counted
from goalgraph.lsp.markup import plain
from goalgraph.lsp.view import View
from goalgraph.lsp.ways import FREE
from goalgraph.source import Span

# In larger maps neither supporters nor values are counted: it would hold up who types, and fill the memory.
MOST_COUNTED = 20_000
_NONE = Reached(0, "")


class _Known(NamedTuple):
    """What is known of all elements: how many supporters each has, which values it reaches, of which there may be more.

    In a map too large to count, nothing is counted.
    """

    graph: PurposeGraph
    supporters: Mapping[str, int]
    values: Mapping[str, Reached]
    half_supported: Collection[str]


def code_lenses(view: View) -> list[types.CodeLens]:
    """Of each element of a file by how many it is supported, which values it reaches, and the loop it is on.

    A lens without the id of a command is plain text in every editor. An editor that can show why puts its own
    command there, and finds beside it what to ask about: the file, the place, the name.
    """
    elements = view.graph.elements
    known = _known(view.graph)
    uri = view.addresses.uri(view.source.path)
    lenses = []
    for declared, start in zip(view.declared, view.document.starts, strict=True):
        element = elements.get(declared.name) if declared.kind else None
        place = Span(view.source, start + declared.name_place[0], start + declared.name_place[1])
        # Of a name that is declared twice the first place counts.
        if element is None or element.place != place:
            continue
        said = " · ".join(_said(known, element.name))
        if said:
            at = view.range(place)
            command = types.Command(said, "", arguments=[uri, _plain(at.start), element.name])
            lenses.append(types.CodeLens(at, command))
    return lenses


def _known(graph: PurposeGraph) -> _Known:
    counted = len(graph.elements) <= MOST_COUNTED
    return _Known(
        graph,
        supporter_counts(graph) if counted else {},
        values_counted(graph) if counted else {},
        half_supported(graph),
    )


def _plain(position: types.Position) -> dict[str, int]:
    # Arguments are sent as they are.
    return {"line": position.line, "character": position.character}


def _said(known: _Known, name: str) -> Iterator[str]:
    """What is worth saying of an element. Where something about it was not read, nothing is said to be missing."""
    graph = known.graph
    if name in graph.loop_of:
        yield f"on a loop of {len(graph.loop_of[name])}"
    unsure = name in known.half_supported
    count = known.supporters.get(name, 0)
    if count:
        yield f"supported by {count}{' or more' if unsure else ''}"
    elif graph.rank(name) and not unsure and not graph.served_by[name]:
        yield "nothing is done for it"
    if name not in graph.anchors:
        yield from _reach(known, name)


def _reach(known: _Known, name: str) -> Iterator[str]:
    """Which values an element leads to. What stands in for a value, in a map that names none, is no value."""
    graph = known.graph
    unsure = graph.is_uncertain(name)
    number, one = known.values.get(name, _NONE)
    if number > 1:
        yield f"reaches {number} values{' or more' if unsure else ''}"
    elif number:
        yield f"reaches {_shown(graph.title(one))}"
    elif unsure or name in graph.anchored:
        return
    elif graph.purposes[name]:
        if graph.values:
            yield "reaches no value"
    elif stopped_purposes(graph, name):
        yield "only for what is stopped"
    elif graph.element(name).kind not in FREE:
        yield "not for anything"


def _shown(title: str) -> str:
    shown = plain(title, 60)
    # VS Code would show `$(name)` as an icon.
    return shown.replace("$(", "$ (")
