"""Fixes that several rules offer, and what can be done about one link of a loop."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from goalgraph.finding import Fix, NewProperty, Relink, Unlink
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from goalgraph.model.links import Link, Relation
from goalgraph.model.problems import RepeatedLink
from goalgraph.source import Span


def unlinking(graph: PurposeGraph, links: Iterable[Link]) -> tuple[Unlink, ...]:
    """Takes links away, also where they are said again."""
    return tuple(Unlink(place) for link in links for place in _places(graph, link))


def cutting(graph: PurposeGraph, links: Sequence[Link]) -> Fix:
    """Takes links of a loop away."""
    return Fix(f"cut {_named(links)}", unlinking(graph, links))


def as_feedback(graph: PurposeGraph, links: Sequence[Link]) -> Fix | None:
    """Says of links that the feedback is meant; nothing where one of them does not say `serves`."""
    if any(link.relation is not Relation.SERVES for link in links):
        return None
    feeds = tuple(Relink(place, Relation.FEEDS) for link in links for place in _places(graph, link))
    return Fix(f"say `feeds` in {_named(links)}: the feedback is meant", feeds)


def turned_round(graph: PurposeGraph, link: Link) -> Fix:
    """Lets what is served serve instead, or what is needed need."""
    needs = link.relation is Relation.NEEDS
    opposite = (link.source, link.target) if needs else (link.target, link.source)
    gone = unlinking(graph, [link])
    if opposite in graph.arrows:
        return Fix("take it away", gone)
    keyword = Relation.NEEDS if needs else Relation.SERVES
    turned = NewProperty(graph.element(link.target).place, f"{keyword} {link.source}")
    return Fix(f"turn it round: `{link.target} {keyword} {link.source}`", (*gone, turned))


def _places(graph: PurposeGraph, link: Link) -> tuple[Span, ...]:
    """Where a link is said."""
    return (link.place, *_said_again(graph).get(link, ()))


@remembered
def _said_again(graph: PurposeGraph) -> Mapping[Link, list[Span]]:
    """Where links are said a second time, or more often."""
    places: defaultdict[Link, list[Span]] = defaultdict(list)
    for problem in graph.map.problems:
        if isinstance(problem, RepeatedLink):
            places[problem.first].append(problem.second.place)
    return places


def _named(links: Sequence[Link]) -> str:
    return " and ".join(f"`{link.wording}`" for link in links) if len(links) < 4 else f"{len(links)} links"
