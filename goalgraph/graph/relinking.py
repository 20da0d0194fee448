"""The arrows of a map after some links have gone and others come, and what follows from them.

Only what is at the ends of these links is looked at, the loops that they have closed or close, and what leads to a
value by them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from goalgraph.graph.arrows import Arrow, ends_of
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import Adjacency, Ends, Turned, components_again, difference, reachable, reachable_again
from goalgraph.model.links import Link, Relation

Links = Mapping[Relation, Sequence[Link]]
Lists = Mapping[str, Sequence[str]]

_NEEDED = frozenset(("arrows", "steps", "loop_sets", "purposes", "turning_sets", "served_by", "anchored"))


def relink(before: PurposeGraph, now: PurposeGraph, unlinked: Links, linked: Links) -> None:
    """Lets a graph know its arrows, its loops and what is anchored, where that was known of the graph before."""
    known, own = before.__dict__, now.__dict__
    for relation, made in ((Relation.FEEDS, ("feeds",)), (Relation.JOINS, ("joining", "joins"))):
        if now.links[relation] is before.links[relation]:
            own.update((name, known[name]) for name in made if name in known)
    if not known.keys() >= _NEEDED:
        return
    touched = {ends_of(link) for said in (unlinked, linked) for link in (*said[Relation.SERVES], *said[Relation.NEEDS])}
    fed = {ends_of(link) for said in (unlinked, linked) for link in said[Relation.FEEDS]}
    sources, feeding = ({source for source, _ in ends} for ends in (touched, fed))
    # What is asked of the graph before is asked now: it is changed in place below.
    same_joints = all(now.links[each] is before.links[each] for each in (Relation.FEEDS, Relation.JOINS))
    purposes_before = {name: before.purposes.get(name, ()) for name in (*sources, *feeding, *before.joins, *now.joins)}
    far = not same_joints or _concerns_bridges(before, sources)
    there = touched & before.arrows.keys()

    # The arrows in which loops are sought.
    arrows = own["arrows"] = _arrows(before, now, touched, unlinked, linked)
    turned = Turned(frozenset(there - arrows.keys()), frozenset((touched & arrows.keys()) - there))
    following = {source: _following(source, before.steps, arrows, turned) for source in sources}
    own["steps"] = _patched(before, now, "steps", following)
    own["loop_sets"] = _components(now, before.loop_sets, now.steps, turned)

    # Those of purpose, with `feeds` and bridges. What is not patched here is worked out when it is asked for.
    if not now.feeds and not now.joins:
        own["purposes"] = now.steps
    elif not far:
        purposes = {source: _with_feeds(targets, source, now.feeds) for source, targets in following.items()}
        own["purposes"] = _patched(before, now, "purposes", purposes)
    in_loops = {ends for ends in touched if ends[1] in now.loop_of.get(ends[0], ())}
    turned_steps, turned = turned, difference(purposes_before, now.purposes, purposes_before)
    now.touched = frozenset(name for ends in (*turned_steps, *turned, in_loops, fed) for both in ends for name in both)
    is_simple = now.purposes is now.steps
    own["turning_sets"] = now.loop_sets if is_simple else _components(now, before.turning_sets, now.purposes, turned)
    targets = {target for ends in turned for _, target in ends}
    leading = {target: _leading(target, before.served_by, now, turned) for target in targets}
    own["served_by"] = _patched(before, now, "served_by", leading)
    if now.anchors == before.anchors:
        own["anchored"] = _anchored(before, now, turned)
        now.same_anchored = now.anchored == before.anchored


def _concerns_bridges(before: PurposeGraph, sources: Collection[str]) -> bool:
    """Whether what some elements are for may be of account to what a bridge is for by what it joins."""
    if not before.joins:
        return False
    leading = reachable(before.served_by, sources)
    return not (before.joins.keys().isdisjoint(sources) and all(map(leading.isdisjoint, before.joins.values())))


def _with_feeds(targets: Sequence[str], source: str, feeds: Iterable[Ends]) -> list[str]:
    return [*targets, *(target for start, target in feeds if start == source and target not in targets)]


def _arrows(
    before: PurposeGraph, now: PurposeGraph, touched: Iterable[Ends], unlinked: Links, linked: Links
) -> Mapping[Ends, Arrow]:
    """The arrows, of which some are said by other links."""
    if not touched:
        return before.arrows
    gone = {id(link) for links in unlinked.values() for link in links}
    come: defaultdict[Ends, list[Link]] = defaultdict(list)
    for link in (*linked[Relation.SERVES], *linked[Relation.NEEDS]):
        come[ends_of(link)].append(link)
    arrows: dict[Ends, Arrow] = _taken(before, "arrows")
    for ends in touched:
        arrow = arrows.pop(ends, None)
        kept = [link for link in arrow.links if id(link) not in gone] if arrow else []
        links = sorted(kept + come[ends], key=_order)
        if links:
            arrows[ends] = Arrow(*ends, tuple(links), sum(map(now.cost, links)))
    return arrows


def _order(link: Link) -> tuple[bool, tuple[str, int, int]]:
    """What links are sorted by where they make arrows."""
    return link.relation is Relation.NEEDS, link.place.order


def _following(source: str, known: Adjacency, arrows: Mapping[Ends, Arrow], turned: Turned) -> list[str]:
    """What an element now serves or is needed by."""
    targets = [target for target in known.get(source, ()) if (source, target) not in turned.cut]
    targets += [target for start, target in turned.added if start == source]
    return sorted(targets, key=lambda target: _order(arrows[source, target].links[0]))


def _leading(target: str, known: Adjacency, now: PurposeGraph, turned: Turned) -> list[str]:
    """What is now directly for the sake of an element."""
    sources = [source for source in known.get(target, ()) if (source, target) not in turned.cut]
    sources += [source for source, end in turned.added if end == target]
    return sorted(sources, key=now.order.__getitem__)


def _patched(before: PurposeGraph, now: PurposeGraph, what: str, changed: Lists) -> Adjacency:
    """What leads from or to each element, where that is something else for some, or there are other elements."""
    known: Adjacency = before.__dict__[what]
    differing = {name: each for name, each in changed.items() if name in now.elements and known.get(name) != each}
    if now.changes.same_names:
        if not differing:
            return known
        patched: dict[str, Sequence[str]] = _taken(before, what)
        patched.update(differing)
        return patched
    everything = {**known, **{element.name: [] for element in now.changes.come}, **differing}
    return dict(zip(now.elements, map(everything.__getitem__, now.elements), strict=True))


def _taken(before: PurposeGraph, what: str) -> Any:
    """What a graph knows, to be changed: no copy is made, as that would look at all of it.

    The graph would find it out anew, and all else that is the same to it.
    """
    known = before.__dict__[what]
    for name in [name for name, each in before.__dict__.items() if each is known]:
        del before.__dict__[name]
    return known


def _components(
    now: PurposeGraph, known: list[frozenset[str]], steps: Adjacency, turned: Turned
) -> list[frozenset[str]]:
    found = components_again(known, steps, turned)
    return known if found == known else now.sets_in_order(found)


def _anchored(before: PurposeGraph, now: PurposeGraph, turned: Turned) -> set[str]:
    if not turned and now.changes.same_names:
        return before.anchored
    return reachable_again(before.anchored, now.purposes, now.served_by, now.anchors, turned)
