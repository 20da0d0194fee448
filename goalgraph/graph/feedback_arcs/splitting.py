"""Splitting: every circle lies in one block of one strongly connected component, so the blocks are solved apart."""

from collections.abc import Iterable, Sequence

from goalgraph.graph.feedback_arcs.arcs import Arc


def blocks(arcs: Sequence[Arc], chosen: Iterable[int]) -> list[list[int]]:
    """The chosen arcs that lie on circles, by the blocks the circles lie in; within and among these ascending.

    Strongly connected components (Tarjan 1972, DOI 10.1137/0201010), and of the shape of each without directions
    the biconnected components (Hopcroft and Tarjan 1973, DOI 10.1145/362248.362272). O(arcs log arcs).
    """
    import networkx

    numbers = {arcs[number][:2]: number for number in chosen}
    digraph: networkx.DiGraph[int] = networkx.DiGraph(list(numbers))
    component = {
        vertex: index for index, found in enumerate(networkx.strongly_connected_components(digraph)) for vertex in found
    }
    shape: networkx.Graph[int] = networkx.Graph(
        [(source, target) for source, target in numbers if component[source] == component[target]]
    )
    found = []
    for edges in networkx.biconnected_component_edges(shape):
        block = []
        for one, other in edges:
            block += [numbers[ends] for ends in ((one, other), (other, one)) if ends in numbers]
        found.append(sorted(block))
    return sorted(found)


def is_ring(arcs: Sequence[Arc], block: Sequence[int]) -> bool:
    """Whether a block is one plain circle."""
    return len({arcs[number].source for number in block}) == len(block)
