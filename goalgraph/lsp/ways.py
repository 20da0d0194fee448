"""The chain of whys above an element, and what supports it, in a few lines for a hover."""

from collections import Counter
from collections.abc import Iterator

from goalgraph.graph.half_read import half_supported
from goalgraph.graph.ladder import Ladder, Top, circle, ladder
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.stopped import stopped_purposes
from goalgraph.lsp.markup import Markup, plain
from goalgraph.model.elements import Kind
from goalgraph.output.verdict import counted
from goalgraph.rules.telling import times

# Of a longer chain so many elements are shown at its beginning and at its end.
_FIRST, _LAST = 7, 4
_KINDS = (Kind.VALUE, Kind.OBJECTIVE, Kind.MEANS, Kind.ASSET, Kind.BRIDGE, Kind.UNIT)
# These may well be for nothing: what is on offer is for nobody yet, and a unit is there before its tasks.
FREE = (Kind.CONCEPT, Kind.UNIT)
_SO_FAR = ", as far as it could be read"


def whys(graph: PurposeGraph, name: str, markup: Markup) -> Iterator[str]:
    """The chain of whys of an element that takes part, and what else there is to say of its whys."""
    found = ladder(graph, name)
    if found.arrows:
        yield markup.drawn(_rungs(graph, found))
    said = [f"{each}." for each in _remarks(graph, found, markup)]
    if said:
        yield " ".join(said)


def support(graph: PurposeGraph, name: str) -> str:
    """By how many elements of which kinds an element is supported; "" where that can't be told."""
    unsure = name in half_supported(graph)
    kinds = Counter(graph.element(each).kind for each in graph.supporters(name))
    there = [counted(kinds[kind], kind, kind if kind is Kind.MEANS else "") for kind in _KINDS if kinds[kind]]
    if there:
        row = " and ".join([", ".join(there[:-1]), there[-1]] if len(there) > 1 else there)
        return f"Supported by {'at least ' if unsure else ''}{row}."
    return "Nothing is done for it." if graph.rank(name) and not unsure and not graph.served_by[name] else ""


def _rungs(graph: PurposeGraph, found: Ladder) -> Iterator[str]:
    """A chain line by line, each link below what it leaves."""
    count = len(found.arrows)
    stop = count if found.top is Top.BACK else count + 1
    cut = range(_FIRST, stop - _LAST) if stop > _FIRST + _LAST + 1 else range(0)
    for at in range(stop):
        if at in cut:
            if at == cut.start:
                yield f"  ⋮ {len(cut)} more"
            continue
        if at:
            yield f"  ↓ {found.arrows[at - 1].reading}"
        yield _called(graph, found.arrows[at - 1].target if at else found.name)
    if found.top is Top.BACK:
        yield f"  ↓ {found.arrows[-1].reading}"
    yield _top(graph, found)


def _called(graph: PurposeGraph, name: str) -> str:
    title = graph.title(name)
    return f'{plain(name)}  "{plain(title, 60)}"' if title != name else plain(name)


def _top(graph: PurposeGraph, found: Ladder) -> str:
    unsure = graph.is_uncertain(found.name)
    if found.top is Top.VALUE:
        return "  a value: nothing further is asked" if not graph.purposes[found.end] else "  a value"
    if found.top is Top.STAND_IN:
        return f"  stands in for a value: {_names_none(graph)}"
    if found.top is Top.BACK:
        back = "itself" if found.end == found.name else plain(found.end)
        never = f"no value is reached{_SO_FAR}" if unsure else "no value is ever reached"
        return f"back to {back}: {never}"
    stopped = " at what is stopped" if stopped_purposes(graph, found.end) else ""
    return f"  here the chain of whys stops{stopped}: no value is reached{_SO_FAR if unsure else ''}"


def _names_none(graph: PurposeGraph) -> str:
    return f"this map names none{_SO_FAR if graph.map.doubt.anything else ''}"


def _remarks(graph: PurposeGraph, found: Ladder, markup: Markup) -> Iterator[str]:
    name = found.name
    unsure = graph.is_uncertain(name)
    kind = graph.element(name).kind
    if not found.arrows:
        yield from _alone(graph, found)
    yield from _round(graph, found)
    own = next((link for link in graph.self_links if link.source == name), None)
    if own:
        yield f"That it {own.relation} itself says no why"
    values = len((reachable(graph.purposes, [name]) & set(graph.values)) - {name})
    if values > 1:
        yield f"It reaches {counted(values, 'value')} in all{' or more' if unsure else ''}"
    if found.branches:
        ways = "way branches" if found.branches == 1 else "ways branch"
        yield f"{found.branches} more {ways} off: {markup.code(f'goalgraph why {name}')} tells all"
    if unsure and kind is not Kind.CONCEPT:
        yield "Not everything could be read: there may be more whys"


def _alone(graph: PurposeGraph, found: Ladder) -> Iterator[str]:
    """What is to be said of an element from which no chain leads, or that is a value and asks for none."""
    name = found.name
    if found.top is Top.VALUE:
        yield "A value, and for the sake of more" if graph.purposes[name] else "A value: nothing further is asked"
    elif found.top is Top.STAND_IN:
        yield f"It stands in for a value: {_names_none(graph)}"
    elif stopped_purposes(graph, name):
        yield f"What it is for is stopped{_SO_FAR if graph.is_uncertain(name) else ''}"
    elif graph.element(name).kind not in FREE:
        yield f"It is not for anything{_SO_FAR if graph.is_uncertain(name) else ''}"


def _round(graph: PurposeGraph, found: Ladder) -> Iterator[str]:
    """The loop that the element stands on, or in which its chain ends."""
    if found.top is Top.BACK:
        shown = [found.name, *(arrow.target for arrow in found.arrows)]
        length = len(shown) - 1 - shown.index(found.end)
        on_loop = found.end in graph.loop_of
        tangled = len((graph.loop_of if on_loop else graph.turning_of)[found.end]) - length
        if tangled:
            more = f"{tangled} more {'element is' if tangled == 1 else 'elements are'}"
            yield f"{more} tangled in this {'loop' if on_loop else 'flywheel'}"
    elif found.name in graph.loop_of:
        size = len(graph.loop_of[found.name])
        back = len(circle(graph, found.name)) - 1
        yield f'It stands on a loop of {size}: ask "why?" {times(back)} and you may be back'
