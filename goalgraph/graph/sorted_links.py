"""Links by what they say."""

from bisect import insort
from collections.abc import Iterable, Mapping
from operator import is_
from typing import NamedTuple

from goalgraph.model.elements import Element
from goalgraph.model.links import Link, Relation

_ARROWS = (Relation.SERVES, Relation.NEEDS, Relation.FEEDS)


class SortedLinks(NamedTuple):
    """The links of elements that take part, by what they say, in order of place.

    Those of an element `to_itself` that would make arrows stand apart, and so do those `with_others`: from or to one
    that takes no part.
    """

    by_relation: Mapping[Relation, list[Link]]
    to_itself: list[Link]
    with_others: list[Link]


def sort_links(links: Iterable[Link], taking_part: Mapping[str, Element], every: Mapping[str, Element]) -> SortedLinks:
    """Sorts the links of a map that has `every` element. O(links)."""
    found = SortedLinks({relation: [] for relation in Relation}, [], [])
    by_relation, to_itself, with_others = found
    for link in links:
        source, target = link.source, link.target
        if source not in taking_part or (target not in taking_part and target in every):
            with_others.append(link)
        elif source == target and link.relation in _ARROWS:
            to_itself.append(link)
        else:
            by_relation[link.relation].append(link)
    return found


def sort_again(known: SortedLinks, unlinked: SortedLinks, linked: SortedLinks) -> SortedLinks:
    """The same after some links have gone and others come. Where nothing changes lists are shared."""
    return SortedLinks(
        {
            relation: _without_and_with(links, unlinked.by_relation[relation], linked.by_relation[relation])
            for relation, links in known.by_relation.items()
        },
        _without_and_with(known.to_itself, unlinked.to_itself, linked.to_itself),
        _without_and_with(known.with_others, unlinked.with_others, linked.with_others),
    )


def _without_and_with(links: list[Link], gone: list[Link], come: list[Link]) -> list[Link]:
    if not gone and not come:
        return links
    changed = links.copy()
    if gone:
        # They are of one statement, as a rule, and stand together.
        start = links.index(gone[0])
        end = start + len(gone)
        if all(map(is_, links[start:end], gone)) and end <= len(links):
            del changed[start:end]
        else:
            without = set(map(id, gone))
            changed = [link for link in links if id(link) not in without]
    for link in come:
        insort(changed, link, key=lambda each: each.place.order)
    return changed
