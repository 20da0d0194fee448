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
