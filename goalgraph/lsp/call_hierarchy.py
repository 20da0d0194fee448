"""Why and how, step by step: `textDocument/prepareCallHierarchy` and its calls.

Outgoing calls are what an element serves, incoming calls are what supports it.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lsprotocol import types

from goalgraph.graph.arrows import Arrow
from goalgraph.graph.chains import reasons, told_by
from goalgraph.graph.half_read import half_supported
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from goalgraph.lsp.markup import plain
from goalgraph.lsp.pointing import name_at, statement_index, statement_span, within
from goalgraph.lsp.symbols import ICONS
from goalgraph.lsp.view import View
from goalgraph.source import Source
from goalgraph.syntax.nodes import Document

_WHY, _HOW = "why", "how"


class _Asked(NamedTuple):
    """An element of a hierarchy: the names from its root to it, and which question led there; "" at the root."""

    trail: tuple[str, ...]
    question: str = ""

    @property
    def name(self) -> str:
        return self.trail[-1]

    @property
    def closes(self) -> bool:
        """Whether the trail has been here before."""
        return self.name in self.trail[:-1]

    def then(self, name: str, question: str) -> "_Asked":
        """The next element. Who asks the other way begins anew: a step there and back is no loop."""
        same = self.question in ("", question)
        return _Asked((*(self.trail if same else (self.name,)), name), question)


def prepare(view: View, offset: int) -> list[types.CallHierarchyItem]:
    """The element whose name stands at an offset, else the one whose statement does; nothing if it takes no part."""
    named = name_at(view, offset)
    name = named.name if named else _declared_around(view, offset)
    return [_item(view, _Asked((name,)))] if name in view.graph.elements else []


def _declared_around(view: View, offset: int) -> str:
    """The element that is declared by the statement at an offset, empty between statements."""
    index = statement_index(view.document, offset)
    return view.declared[index].name if index is not None and within(view.document, index, offset) else ""


def outgoing(view: View, item: types.CallHierarchyItem) -> list[types.CallHierarchyOutgoingCall]:
    """Why: what an element is directly for. What closes a loop has nothing beyond it."""
    asked = _asked(view.graph, item)
    if asked is None or asked.closes:
        return []
    return [
        types.CallHierarchyOutgoingCall(
            _item(view, asked.then(target, _WHY)), _places(view, view.graph.purpose_arrow(asked.name, target))
        )
        for target in reasons(view.graph)[asked.name]
    ]


def incoming(view: View, item: types.CallHierarchyItem) -> list[types.CallHierarchyIncomingCall]:
    """How: what is directly for an element. What closes a loop has nothing beyond it."""
    asked = _asked(view.graph, item)
    if asked is None or asked.closes:
        return []
    return [
        types.CallHierarchyIncomingCall(
            _item(view, asked.then(source, _HOW)), _places(view, view.graph.purpose_arrow(source, asked.name))
        )
        for source in told_by(view.graph)[asked.name]
    ]


def _asked(graph: PurposeGraph, item: types.CallHierarchyItem) -> _Asked | None:
    """What an item that an editor sends back stands for; nothing if it is none of ours, or its element is gone."""
    data = item.data
    if not isinstance(data, Mapping):
        return None
    name, trail, question = data.get("name"), data.get("trail"), data.get("question")
    if not isinstance(name, str) or name not in graph.elements:
        return None
    names = [each for each in trail if isinstance(each, str)] if isinstance(trail, Sequence) else []
    if isinstance(trail, str) or not names or names[-1] != name:
        names = [name]
    return _Asked(tuple(names), question if question in (_WHY, _HOW) else "")


def _item(view: View, asked: _Asked) -> types.CallHierarchyItem:
    element = view.graph.element(asked.name)
    document = _documents(view.graph)[element.place.source]
    index = statement_index(document, element.place.start) or 0
    return types.CallHierarchyItem(
        plain(element.title),
        ICONS[element.kind],
        view.uri(element.place),
        view.range(statement_span(document, index)),
        view.range(element.place),
        detail=_detail(view.graph, asked),
        data={"name": asked.name, "trail": list(asked.trail), "question": asked.question},
    )


def _detail(graph: PurposeGraph, asked: _Asked) -> str:
    name = asked.name
    kind = str(graph.element(name).kind)
    if asked.closes:
        on_loop = asked.trail[-2] in graph.loop_of.get(name, ())
        return f"{kind}, closes a {'loop' if on_loop else 'flywheel'}: back to {plain(graph.title(name))}"
    if name in graph.loop_of:
        return f"{kind}, on a loop of {len(graph.loop_of[name])}"
    if asked.question == _WHY and _stops(graph, name):
        return f"{kind}, here the whys stop"
    if asked.question == _HOW and _nothing_done(graph, name):
        return f"{kind}, nothing is done for it"
    return kind


def _stops(graph: PurposeGraph, name: str) -> bool:
    return not graph.is_uncertain(name) and not graph.purposes[name] and name not in graph.anchors


def _nothing_done(graph: PurposeGraph, name: str) -> bool:
    return graph.rank(name) > 0 and not graph.served_by[name] and name not in half_supported(graph)


def _places(view: View, arrow: Arrow) -> list[types.Range]:
    """Where a link is written in the file of the element that it leaves: ranges of a call are places in that file.

    A `needs` is written where it leads to; if that is another file, the element's own name has to do.
    """
    own = view.graph.element(arrow.source).place
    places = [link.place for link in arrow.links if link.place.source is own.source] or [own]
    return [view.range(place) for place in places]


@remembered
def _documents(graph: PurposeGraph) -> Mapping[Source, Document]:
    return {document.source: document for document in graph.map.documents}
