"""A large map with few boxes: what belongs to one unit, or comes to one value, is folded by kind.

Loops and, where there are few of them, values have boxes of their own.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.graph.chains import reasons
from goalgraph.graph.loops import Loop, loops
from goalgraph.graph.organisation import organisation, owners
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.values_reached import values_reached
from goalgraph.model.elements import Kind
from goalgraph.output.layout.scene import Band, Edge, Node, Scene
from goalgraph.output.maps.whole import band_of, names_shown, node, to_itself, turns, whole_map
from goalgraph.output.verdict import counted

# With more boxes than this a map is folded; folded it has no more.
MOST = 80
_MOST_VALUES = 12
_MOST_LOOPS = 12
_MOST_HEAPS = 20
_FOLDS = "#elements"
_PLURALS = {Kind.MEANS: "means"}

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heap:
    """Elements of one kind that are folded together: those of `whose`, some units, or those that come to the same."""

    whose: str
    title: str
    kind: Kind

    @property
    def key(self) -> str:
        # No name of an element has a space in it.
        return f"{self.kind.value} {self.whose}"


def is_folded(graph: PurposeGraph) -> bool:
    """Whether a map has too many boxes to be taken in."""
    return len(names_shown(graph)) > MOST


def overview(analysis: Analysis) -> Scene:
    """The whole map, folded where it is to be."""
    return folded(analysis) if is_folded(analysis.graph) else whole_map(analysis)


def folded(analysis: Analysis) -> Scene:
    """At most eighty boxes, whatever the map. O(elements + arrows)."""
    graph = analysis.graph
    key_of: dict[str, str] = {}
    nodes = [*_values(graph, key_of), *_loops(graph, key_of)]
    nodes += _heaps(graph, [name for name in names_shown(graph) if name not in key_of], key_of)
    counts: Counter[tuple[str, str]] = Counter()
    turning = set()
    for name in names_shown(graph):
        for target in reasons(graph)[name]:
            if target in key_of and key_of[name] != key_of[target]:
                ends = key_of[name], key_of[target]
                counts[ends] += 1
                if turns(graph, name, target):
                    turning.add(ends)
    edges = [Edge(*ends, circular=ends in turning, count=count) for ends, count in counts.items()]
    # What turns within a box is seen at the box, unless it is seen beside it already.
    seen = {end for ends in turning for end in ends}
    turned = (each.key for each in nodes if each.circular and (each.key not in seen or each.key in to_itself(graph)))
    edges += (Edge(key, key, circular=True) for key in turned)
    order = {each.key: at for at, each in enumerate(nodes)}
    return Scene(tuple(nodes), tuple(sorted(edges, key=lambda edge: (order[edge.source], order[edge.target]))))


def _values(graph: PurposeGraph, key_of: dict[str, str]) -> Iterator[Node]:
    if len(graph.values) <= _MOST_VALUES:
        for name in graph.values:
            key_of[name] = name
            yield node(graph, name)


def _loops(graph: PurposeGraph, key_of: dict[str, str]) -> Iterator[Node]:
    """A box for each of the largest loops, and one for all the others of a band; values may have theirs already."""
    found = [(loop, graph.in_order(loop.members - key_of.keys())) for loop in loops(graph)]
    alone = [name for name in graph.in_order(to_itself(graph)) if name not in graph.loop_of and name not in key_of]
    found += ((Loop(graph, frozenset((name,))), (name,)) for name in alone)
    sized = sorted(((loop, names) for loop, names in found if names), key=lambda pair: -len(pair[0].members))
    for loop, names in sized[:_MOST_LOOPS]:
        key = f"loop {names[0]}"
        key_of.update(dict.fromkeys(names, key))
        said = f"loop of {counted(len(loop.members), 'element')}"
        yield _of_loop(graph, names, key, graph.title(_named(loop, names)), said)
    others: defaultdict[Band, list[Names]] = defaultdict(list)
    for _, names in sized[_MOST_LOOPS:]:
        others[band_of(graph.element(_highest(graph, names)).kind)].append(names)
    for band, rest in sorted(others.items()):
        members = [name for names in rest for name in names]
        key = f"loops {band.value}"
        key_of.update(dict.fromkeys(members, key))
        yield _of_loop(graph, members, key, counted(len(rest), "more loop"), counted(len(members), "element"))


def _named(loop: Loop, names: Names) -> str:
    """The member by which a loop is called: as the verdict does, if that is in its box."""
    if len(loop.members) > 1 and loop.headline in names:
        return loop.headline
    return _highest(loop.graph, names)


def _of_loop(graph: PurposeGraph, names: Sequence[str], key: str, title: str, note: str) -> Node:
    kind = graph.element(_highest(graph, names)).kind
    return Node(key, title, kind.value, band_of(kind), note, _FOLDS, circular=True)


def _highest(graph: PurposeGraph, names: Sequence[str]) -> str:
    return max(names, key=graph.rank)


def _heaps(graph: PurposeGraph, names: list[str], key_of: dict[str, str]) -> Iterator[Node]:
    """What is left, in heaps: those of the largest by themselves, the others by kind alone."""
    heap_of = dict(zip(names, _folds(graph, names), strict=True))
    large = _largest(heap_of.values())
    heap_of = {name: heap if heap in large else _Heap("*", "All others", heap.kind) for name, heap in heap_of.items()}
    key_of.update((name, heap.key) for name, heap in heap_of.items())
    for heap, size in Counter(heap_of.values()).items():
        note = counted(size, heap.kind.value, _PLURALS.get(heap.kind, ""))
        yield Node(heap.key, heap.title, heap.kind.value, band_of(heap.kind), note, _FOLDS)


def _largest(heaps: Collection[_Heap]) -> set[_Heap]:
    """The heaps of those units that have most in them: all of a unit's, so that its means are seen with its ends."""
    together: defaultdict[str, dict[_Heap, None]] = defaultdict(dict)
    for heap in heaps:
        together[heap.whose][heap] = None
    kept: set[_Heap] = set()
    for whose, _ in Counter(heap.whose for heap in heaps).most_common():
        if len(kept) + len(together[whose]) > _MOST_HEAPS:
            break
        kept.update(together[whose])
    return kept


def _folds(graph: PurposeGraph, names: list[str]) -> Iterator[_Heap]:
    by_unit = any(name in owners(graph) for name in names)
    for name in names:
        kind = graph.element(name).kind
        if kind is Kind.VALUE:
            yield _Heap("", "Values", kind)
        elif not reasons(graph)[name] and not graph.served_by[name]:
            yield _Heap("-", "Linked to nothing", kind)
        elif by_unit:
            yield _Heap(*_of_units(graph, owners(graph).get(name, ())), kind)
        else:
            yield _Heap(*_for_values(graph, values_reached(graph)[name]), kind)


def _of_units(graph: PurposeGraph, units: Names) -> tuple[str, str]:
    named = [unit for unit in units if unit in organisation(graph).bit]
    title = " and ".join(graph.title(unit) for unit in named[:2]) + (" and others" if named[2:] else "")
    return "+".join(named), title or "No unit"


def _for_values(graph: PurposeGraph, values: Names) -> tuple[str, str]:
    if not values:
        return "", "For no value"
    return (values[0], f"For {graph.title(values[0])}") if len(values) == 1 else ("+", "For several values")
