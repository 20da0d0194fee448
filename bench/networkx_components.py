"""A peer: counts the loops of a file of edges with networkx. First line the number of nodes, then an edge a line."""

import sys

import networkx


def main() -> None:
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    with open(sys.argv[1], encoding="ascii") as file:  # noqa: PTH123  # no more than what the task needs
        graph.add_nodes_from(range(int(next(file))))
        for line in file:
            source, target = line.split()
            graph.add_edge(int(source), int(target))
    loops = sum(len(found) > 1 for found in networkx.strongly_connected_components(graph))
    print(loops, "components of two or more")


if __name__ == "__main__":
    main()
