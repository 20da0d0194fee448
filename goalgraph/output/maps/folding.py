"""A large map with few boxes: what belongs to one unit, or comes to one value, is folded by kind.

Loops and, where there are few of them, values have boxes of their own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.graph.chains import reasons
from goalgraph.graph.organisation import organisation, owners
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.values_reached import values_reached
from goalgraph.model.elements import Kind
from goalgraph.output.layout.scene import Band, Edge, Node, Scene
from goalgraph.output.maps.whole import band_of, names_shown, node
from goalgraph.output.verdict import counted

# With more boxes than this a map is folded; folded it has no more.
MOST = 80
_MOST_VALUES = 12
_MOST_LOOPS = 12
_MOST_HEAPS = 40
_FOLDS = "#elements"
_PLURALS = {Kind.MEANS: "means"}


@dataclass(frozen=True, slots=True)
class _Heap:
    """Elements of one kind that are folded together, and why: a unit or what their chains come to."""

    title: str
    kind: Kind

    @property
    def key(self) -> str:
        # No name of an element has a space in it.
        return f"{self.kind.value} {self.title}"


def folded(analysis: Analysis) -> Scene:
    """At most eighty boxes, whatever the map. O(elements + arrows)."""
    graph = analysis.graph
    names = names_shown(graph)
    turning = {name: members for members in graph.loop_sets for name in members}
    key_of: dict[str, str] = {}
    nodes = [*_values(graph, turning, key_of), *_loops(graph, key_of)]
    nodes += _heaps(graph, [name for name in names if name not in key_of], key_of)
    counts: Counter[tuple[str, str]] = Counter()
    for name in names:
        counts.update((key_of[name], key_of[target]) for target in reasons(graph)[name] if target in key_of)
    circular = {each.key for each in nodes if each.circular}
    edges = [
        Edge(source, target, circular=_is_circular(graph, source, target), count=count)
        for (source, target), count in counts.items()
        if source != target
    ]
    edges += (Edge(link.source, link.source, circular=True) for link in graph.self_links if link.source in circular)
    order = {each.key: at for at, each in enumerate(nodes)}
    return Scene(tuple(nodes), tuple(sorted(edges, key=lambda edge: (order[edge.source], order[edge.target]))))


def _is_circular(graph: PurposeGraph, source: str, target: str) -> bool:
    """Whether an edge runs between a value on a loop and the rest of that loop."""
    names = [name for name in (source, target) if name in graph.loop_of]
    if len(names) == 2:
        return target in graph.loop_of[source]
    return any(f"loop {min(graph.loop_of[name], key=graph.order.__getitem__)}" in (source, target) for name in names)


def _values(graph: PurposeGraph, turning: Mapping[str, frozenset[str]], key_of: dict[str, str]) -> Iterator[Node]:
    if len(graph.values) > _MOST_VALUES:
        return
    itself = {link.source for link in graph.self_links}
    for name in graph.values:
        key_of[name] = name
        yield node(graph, name, circular=name in turning or name in itself)


def _loops(graph: PurposeGraph, key_of: dict[str, str]) -> Iterator[Node]:
    """A box for each of the largest loops, and one for all the others of a band."""
    loops = [graph.in_order(members - key_of.keys()) for members in graph.loop_sets]
    loops += ((link.source,) for link in graph.self_links if link.source not in graph.loop_of)
    loops = [members for members in dict.fromkeys(loops) if members and members[0] not in key_of]
    large = sorted(loops, key=len, reverse=True)[:_MOST_LOOPS]
    others: defaultdict[Band, list[tuple[str, ...]]] = defaultdict(list)
    for members in loops:
        first = members[0]
        band = max((band_of(graph.element(name).kind) for name in members), key=lambda each: -each)
        if members in large:
            key = f"loop {min(graph.loop_of.get(first, (first,)), key=graph.order.__getitem__)}"
            key_of.update(dict.fromkeys(members, key))
            size = counted(len(graph.loop_of.get(first, (first,))), "element")
            yield Node(
                key, graph.title(first), graph.element(first).kind.value, band, f"loop of {size}", _FOLDS, circular=True
            )
        else:
            others[band].append(members)
    for band, rest in sorted(others.items()):
        key = f"loops {band.value}"
        for members in rest:
            key_of.update(dict.fromkeys(members, key))
        kind = graph.element(rest[0][0]).kind.value
        size = counted(sum(map(len, rest)), "element")
        yield Node(key, counted(len(rest), "more loop"), kind, band, size, _FOLDS, circular=True)


def _heaps(graph: PurposeGraph, names: list[str], key_of: dict[str, str]) -> Iterator[Node]:
    """What is left, in heaps: the largest by themselves, the others by kind alone."""
    heap_of = dict(zip(names, _folds(graph, names), strict=True))
    sizes = Counter(heap_of.values())
    large = {heap for heap, _ in sizes.most_common(_MOST_HEAPS)}
    for name, heap in heap_of.items():
        heap_of[name] = heap if heap in large else _Heap("All others", heap.kind)
        key_of[name] = heap_of[name].key
    for heap, size in Counter(heap_of.values()).items():
        note = counted(size, heap.kind.value, _PLURALS.get(heap.kind, ""))
        yield Node(heap.key, heap.title, heap.kind.value, band_of(heap.kind), note, _FOLDS)


def _folds(graph: PurposeGraph, names: list[str]) -> Iterator[_Heap]:
    by_unit = any(name in owners(graph) for name in names)
    reached = values_reached(graph)
    for name in names:
        kind = graph.element(name).kind
        if kind is Kind.VALUE:
            yield _Heap("Values", kind)
        elif not reasons(graph)[name] and not graph.served_by[name]:
            yield _Heap("Linked to nothing", kind)
        elif by_unit:
            units = owners(graph).get(name, ())
            yield _Heap(_joined(graph, units), kind)
        else:
            yield _Heap(_for(graph, reached[name]), kind)


def _joined(graph: PurposeGraph, units: tuple[str, ...]) -> str:
    named = [unit for unit in units if unit in organisation(graph).bit]
    return " and ".join(graph.title(unit) for unit in named[:2]) + (" and others" if named[2:] else "") or "No unit"


def _for(graph: PurposeGraph, values: tuple[str, ...]) -> str:
    if not values:
        return "For no value"
    return f"For {graph.title(values[0])}" if len(values) == 1 else "For several values"
