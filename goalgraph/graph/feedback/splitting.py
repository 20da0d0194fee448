"""Taking a graph apart where that changes nothing: every circle lies in one part."""

from collections.abc import Sequence

from goalgraph.graph.feedback.arcs import Arc

# So few arcs are not worth to load networkx for.
_FEW = 40


def parts_of(arcs: Sequence[Arc]) -> list[list[int]]:
    """The arcs, by index, of each part that has circles; parts in order of their first arc.

    A part is a block (biconnected component) of a strongly connected component: two circles that share no more than a
    vertex have nothing to do with each other. Few arcs are left together. O(arcs).
    """
    if len(arcs) <= _FEW:
        return [list(range(len(arcs)))]
    import networkx

    graph = networkx.DiGraph((arc.source, arc.target) for arc in arcs)
    block_of: dict[tuple[int, int], int] = {}
    for members in networkx.strongly_connected_components(graph):
        if len(members) > 1:
            shape = graph.subgraph(members).to_undirected()
            for edges in networkx.biconnected_component_edges(shape):
                number = len(block_of)
                for one, other in edges:
                    block_of[one, other] = block_of[other, one] = number
    parts: dict[int, list[int]] = {}
    for index, arc in enumerate(arcs):
        block = block_of.get((arc.source, arc.target))
        if block is not None:
            parts.setdefault(block, []).append(index)
    return list(parts.values())


def reduced(arcs: Sequence[Arc]) -> tuple[list[list[int]], list[int]]:
    """The parts in which something is left to search, and arcs that some least set takes out for certain; by index.

    Where at every vertex of a part as much weight leaves as enters, the first vertex of an order may as well be its
    last. So any vertex may be taken for the first: what enters it is taken out, and it is gone. That saves searching
    as many equal answers as there are vertices.
    """
    parts: list[list[int]] = []
    taken: list[int] = []
    waiting = [list(range(len(arcs)))]
    while waiting:
        left = waiting.pop()
        for inside in parts_of([arcs[index] for index in left]):
            part = [left[index] for index in inside]
            first = _first_if_balanced([arcs[index] for index in part]) if len(part) > _FEW else None
            if first is None:
                parts.append(part)
            else:
                taken += [index for index in part if arcs[index].target == first]
                waiting.append([index for index in part if first not in arcs[index][:2]])
    return sorted(parts), taken


def _first_if_balanced(arcs: Sequence[Arc]) -> int | None:
    """The vertex that least weight enters, if at every vertex as much leaves as enters."""
    entering: dict[int, int] = {}
    surplus: dict[int, int] = {}
    for arc in arcs:
        entering[arc.target] = entering.get(arc.target, 0) + arc.weight
        surplus[arc.target] = surplus.get(arc.target, 0) - arc.weight
        surplus[arc.source] = surplus.get(arc.source, 0) + arc.weight
    if any(surplus.values()):
        return None
    return min(entering, key=lambda vertex: (entering[vertex], vertex))
