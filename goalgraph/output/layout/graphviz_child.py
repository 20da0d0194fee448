"""Graphviz at work, as a program of its own: it is not known to be safe among threads, and may take long or crash.

Reads a list of graphs as JSON; writes for each a line of JSON, null where dot fails. It imports nothing of ours.
"""

import json
import sys
from typing import Any

import pygraphviz  # type: ignore[import-untyped]  # it has no types

_POINTS = 72
# Simplex and the sweeps against crossings stop early on what is large; what they have by then is good.
_LIMITS = {"nslimit": "3", "nslimit1": "3", "mclimit": "2", "searchsize": "60"}
# A page shows what is a little too wide a little smaller, which reads better than one row more.
_TOLERANCE = 1.05


def laid_out(graph: Any) -> Any:
    """Where dot puts the boxes and lines of a graph: centres, and chains of Bézier curves from the upper end."""
    drawing = pygraphviz.AGraph(strict=False, directed=True)
    drawing.graph_attr.update(
        _LIMITS,
        # Never `ortho`, which loses lines.
        splines="true",
        nodesep=str(graph["beside"] / _POINTS),
        ranksep=str(graph["below"] / _POINTS),
        # Packed as tightly as this width asks for.
        ratio="compress",
        size=f"{graph['room'] / _POINTS},999",
    )
    # With no label to measure, no font is looked for.
    drawing.node_attr.update(shape="box", fixedsize="true", label="")
    drawing.edge_attr.update(arrowhead="none", label="")
    for row in graph["rows"]:
        for name, width, height in row:
            drawing.add_node(name, width=str(width / _POINTS), height=str(height / _POINTS))
        drawing.add_subgraph([name for name, _, _ in row], rank="same")
    for upper, lower in graph["ties"]:
        drawing.add_edge(upper, lower, style="invis", weight="0")
    for number, (upper, lower, more) in enumerate(graph["edges"]):
        drawing.add_edge(upper, lower, key=str(number), **more)
    drawing.layout(prog="dot")
    nodes = {name: _point(drawing.get_node(name).attr["pos"]) for row in graph["rows"] for name, _, _ in row}
    edges = [
        [_point(pair) for pair in drawing.get_edge(upper, lower, key=str(number)).attr["pos"].split()]
        for number, (upper, lower, _) in enumerate(graph["edges"])
    ]
    return {"nodes": nodes, "edges": edges}


def _point(pair: str) -> tuple[float, float]:
    """A point, counted from the top."""
    x, y = pair.split(",")
    return float(x), -float(y)


def best(graphs: Any) -> Any:
    """The first of several drawings of the same that is as narrow as wished, or else the narrowest."""
    found: Any = None
    for number, graph in enumerate(graphs):
        answer = laid_out(graph)
        xs = [x for line in (*answer["edges"], answer["nodes"].values()) for x, _ in line]
        width = max(xs) - min(xs) + graph["rows"][0][0][1]
        if not found or width < found["width"]:
            found = {**answer, "width": width, "best": number}
        if width <= graph["room"] * _TOLERANCE:
            break
    return found


def main() -> None:
    """Answers one by one, so that what is done counts where a later one takes too long."""
    for graphs in json.load(sys.stdin):
        try:
            answer = best(graphs)
        except Exception:  # whatever it is, the picture is laid out in rows then
            answer = None
        print(json.dumps(answer), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
