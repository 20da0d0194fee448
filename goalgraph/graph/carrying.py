"""What stays true of a map's graph when its words, dates or measures change, and no link, kind or sphere does.

Loops are then not sought again, nor is what follows from them by names alone. Where links change, what rests on
elements alone still holds, and arrows that are said by the same links.
"""

from collections.abc import Iterable, Mapping, Sequence

from goalgraph.graph.arrows import Arrow
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import is_of_names, is_of_titles
from goalgraph.model.elements import Element
from goalgraph.model.links import Link, Relation

# What a graph works out in names alone: of elements whatever their links, of those that links join, and of all.
_OF_ELEMENTS = ("order", "_ranks", "values")
_OF_LINKED = ("loop_sets", "loop_of")
# Of answers that are remembered `of_names` says so.
_OF_ALL = ("steps", "joins", "purposes", "served_by", "anchors", "anchored", "turning_sets", "turning_of")


def carry(before: PurposeGraph, now: PurposeGraph) -> None:
    """Lets a graph know what is known of the graph of the same map before an edit, as far as it holds."""
    known, own = before.__dict__, now.__dict__
    now.arrows_before = known.get("arrows", {})
    if _any_is_otherwise(before, now):
        return
    same_elements = list(before.elements) == list(now.elements)
    if same_elements:
        own.update((name, known[name]) for name in _OF_ELEMENTS if name in known)
        _carry_titles(before, now)
    replaced = _replaced(before.map.links, now.map.links)
    if replaced is None:
        return
    own.update((name, known[name]) for name in _OF_LINKED if name in known)
    if "arrows" in known:
        own["arrows"] = _with(known["arrows"], replaced)
    if "sorted_links" in known:
        to_itself, links = known["sorted_links"]
        own["sorted_links"] = _sorted(to_itself, links, replaced)
    if not same_elements:
        return
    own.update((name, known[name]) for name in _OF_ALL if name in known)
    if "uncertain" in known and before.map.doubt == now.map.doubt:
        own["uncertain"] = known["uncertain"]
    now.answers.update((key, answer) for key, answer in before.answers.items() if is_of_names(key[0]))


def _carry_titles(before: PurposeGraph, now: PurposeGraph) -> None:
    """Takes over what rests on kinds and titles, where no title has changed."""
    pairs = zip(before.elements.values(), now.elements.values(), strict=True)
    if all(old is new or old.title == new.title for old, new in pairs):
        now.answers.update((key, answer) for key, answer in before.answers.items() if is_of_titles(key[0]))


def _any_is_otherwise(before: PurposeGraph, now: PurposeGraph) -> bool:
    """Whether an element that stays is of another kind or sphere, or stands elsewhere among the others; or is stopped.

    One that comes or goes, and is named by no link before and after, is of no account to what links join.
    """
    old, new = before.elements, now.elements
    if before.map.elements.keys() - old.keys() != now.map.elements.keys() - new.keys():
        return True
    if [name for name in old if name in new] != [name for name in new if name in old]:
        return True
    return any(
        was is not element and was is not None and _is_otherwise(was, element)
        for was, element in ((old.get(name), element) for name, element in new.items())
    )


def _replaced(before: Sequence[Link], now: Sequence[Link]) -> Mapping[int, Link] | None:
    """The links that are written anew, by the identity of those they replace; None where any says something else."""
    if len(before) != len(now):
        return None
    replaced = {}
    for old, new in zip(before, now, strict=True):
        if old is not new:
            if old[:3] != new[:3] or old.strength != new.strength:
                return None
            replaced[id(old)] = new
    return replaced


def _is_otherwise(old: Element, new: Element) -> bool:
    return (old.kind, old.sphere, old.natures) != (new.kind, new.sphere, new.natures)


def _sorted(
    to_itself: list[Link], links: Mapping[Relation, list[Link]], replaced: Mapping[int, Link]
) -> tuple[list[Link], Mapping[Relation, list[Link]]]:
    """Links by what they say, as they are now written."""
    concerned = {link.relation for link in replaced.values()}
    return _now(to_itself, replaced), {
        relation: _now(each, replaced) if relation in concerned else each for relation, each in links.items()
    }


def _now(links: Iterable[Link], replaced: Mapping[int, Link]) -> list[Link]:
    return [replaced.get(id(link), link) for link in links]


def _with(arrows: Mapping[tuple[str, str], Arrow], replaced: Mapping[int, Link]) -> Mapping[tuple[str, str], Arrow]:
    """Arrows with the links that now say them."""
    if not replaced:
        return arrows
    changed = dict(arrows)
    for link in replaced.values():
        ends = (link.target, link.source) if link.relation is Relation.NEEDS else (link.source, link.target)
        arrow = changed.get(ends)
        if arrow is not None:
            changed[ends] = arrow._replace(links=tuple(_now(arrow.links, replaced)))
    return changed
