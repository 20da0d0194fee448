"""Fixes that several rules offer."""

from goalgraph.finding import Fix, NewProperty, Unlink
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.links import Link


def turned_round(graph: PurposeGraph, link: Link) -> Fix:
    """Lets what is served serve instead."""
    if (link.target, link.source) in graph.arrows:
        return Fix("take it away", (Unlink(link.place),))
    turned = NewProperty(graph.element(link.target).place, f"serves {link.source}")
    return Fix(f"turn it round: `{link.target} serves {link.source}`", (Unlink(link.place), turned))
