"""Fixes that several rules offer, and what can be done about one link of a loop."""

from collections.abc import Sequence

from goalgraph.finding import Fix, NewProperty, Relink, Unlink
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.links import Link, Relation


def cutting(links: Sequence[Link]) -> Fix:
    """Takes links away."""
    return Fix(f"cut {_named(links)}", tuple(Unlink(link.place) for link in links))


def as_feedback(links: Sequence[Link]) -> Fix | None:
    """Says of links that the feedback is meant; nothing where one of them does not say `serves`."""
    if any(link.relation is not Relation.SERVES for link in links):
        return None
    feeds = tuple(Relink(link.place, Relation.FEEDS) for link in links)
    return Fix(f"say `feeds` in {_named(links)}: the feedback is meant", feeds)


def turned_round(graph: PurposeGraph, link: Link) -> Fix:
    """Lets what is served serve instead, or what is needed need."""
    needs = link.relation is Relation.NEEDS
    opposite = (link.source, link.target) if needs else (link.target, link.source)
    if opposite in graph.arrows:
        return Fix("take it away", (Unlink(link.place),))
    keyword = Relation.NEEDS if needs else Relation.SERVES
    turned = NewProperty(graph.element(link.target).place, f"{keyword} {link.source}")
    return Fix(f"turn it round: `{link.target} {keyword} {link.source}`", (Unlink(link.place), turned))


def _named(links: Sequence[Link]) -> str:
    return " and ".join(f"`{link.wording}`" for link in links) if len(links) < 4 else f"{len(links)} links"
