"""Graphviz at work, as a program of its own: it is not known to be safe among threads, and may take long or crash.

Reads a list of graphs as JSON; writes for each a line of JSON, null where dot fails. It imports nothing of ours.
"""

import json
import sys
from typing import Any

import pygraphviz

_POINTS = 72
# Simplex and the sweeps against crossings stop early on what is large; what they have by then is good.
_GRAPH = {
    "rankdir": "TB",
    "splines": "true",
    "nslimit": "3",
    "nslimit1": "3",
    "mclimit": "2",
    "searchsize": "60",
    "outputorder": "nodesfirst",
}


def laid_out(graph: Any) -> Any:
    """Where dot puts the boxes and lines of a graph: centres, and chains of Bézier curves from the upper end."""
    drawing = pygraphviz.AGraph(strict=False, directed=True)
    drawing.graph_attr.update(
        _GRAPH, nodesep=str(graph["beside"] / _POINTS), ranksep=str(graph["below"] / _POINTS), esep=graph["esep"]
    )
    drawing.node_attr.update(shape="box", fixedsize="true", label="", width=str(graph["width"] / _POINTS))
    drawing.edge_attr.update(arrowhead="none", label="")
    for row in graph["rows"]:
        for name, height in row:
            drawing.add_node(name, height=str(height / _POINTS))
        drawing.add_subgraph([name for name, _ in row], rank="same")
    for upper, lower in graph["ties"]:
        drawing.add_edge(upper, lower, style="invis", weight="0")
    for number, (upper, lower, weight) in enumerate(graph["edges"]):
        drawing.add_edge(upper, lower, key=str(number), weight=str(weight))
    drawing.layout(prog="dot")
    nodes = {name: _point(drawing.get_node(name).attr["pos"]) for row in graph["rows"] for name, _ in row}
    edges = [
        [_point(pair) for pair in drawing.get_edge(upper, lower, key=str(number)).attr["pos"].split()]
        for number, (upper, lower, _) in enumerate(graph["edges"])
    ]
    return {"nodes": nodes, "edges": edges}


def _point(pair: str) -> tuple[float, float]:
    x, y = pair.split(",")
    return float(x), -float(y)


def main() -> None:
    """Answers graph by graph, so that what is done counts where a later one takes too long."""
    for graph in json.load(sys.stdin):
        try:
            answer = laid_out(graph)
        except Exception:  # noqa: BLE001  # whatever it is, the picture is laid out in rows then
            answer = None
        print(json.dumps(answer), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
