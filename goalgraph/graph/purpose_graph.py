"""The purpose graph: what is for the sake of what, and what that comes to in the end.

An arrow of purpose runs from what serves to what it serves. `serves` and `needs` make the arrows in which circles are
sought; `feeds` and `joins` carry purpose too, but close no loop.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any

from goalgraph.config import NO_CHANGES, WordChanges
from goalgraph.finding import Step
from goalgraph.graph.arrows import Arrow, said_too, weight
from goalgraph.graph.reach import Adjacency, components, reachable, turned_round
from goalgraph.graph.sorted_links import SortedLinks, sort_links
from goalgraph.model.changes import Changes
from goalgraph.model.elements import STOPPED, Element, Kind
from goalgraph.model.links import Link, Relation
from goalgraph.model.strategy_map import StrategyMap

_MOST_REACHES_KEPT = 64


def takes_part(element: Element) -> bool:
    """Whether an element is one of a map's graph: neither the strategy itself nor stopped."""
    return element.kind is not Kind.STRATEGY and element.status != STOPPED


class PurposeGraph:
    """A map's arrows of purpose, without elements that are stopped and without links of an element to itself.

    `seconds_for_cuts` is how long may be searched for the smallest cuts of all its loops together; `words` are what its
    author has added to the words by which titles are judged, and `before` is how the map was at another revision.
    """

    def __init__(
        self,
        strategy_map: StrategyMap,
        seconds_for_cuts: float = 10.0,
        words: WordChanges = NO_CHANGES,
        before: StrategyMap | None = None,
    ) -> None:
        self.map = strategy_map
        self.seconds_for_cuts = seconds_for_cuts
        self.words = words
        self.before = before
        self.answers: dict[Any, Any] = {}
        # Of the same map before an edit. Then it may also be known at the ends of which arrows something is otherwise
        # since (what leads where, a link of a loop, a `feeds`), and whether the same are anchored.
        self.answers_before: Mapping[Any, Any] = {}
        self.touched: frozenset[str] | None = None
        self.same_anchored = False
        self._reached: dict[str, set[str]] = {}

    @property
    def changes(self) -> Changes:
        """How the map differs from what it was before an edit; that is known where something is carried from there."""
        assert self.map.changes is not None
        return self.map.changes

    @cached_property
    def elements(self) -> Mapping[str, Element]:
        """The elements that take part, by name, in order of place."""
        return {name: element for name, element in self.map.elements.items() if takes_part(element)}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each element among all."""
        return dict(zip(self.elements, range(len(self.elements)), strict=True))

    @property
    def self_links(self) -> list[Link]:
        """The links that an element has to itself."""
        return self.sorted_links.to_itself

    @property
    def links(self) -> Mapping[Relation, list[Link]]:
        """All other links, by what they say, in order of place."""
        return self.sorted_links.by_relation

    @cached_property
    def sorted_links(self) -> SortedLinks:
        """`self_links` and `links`."""
        return sort_links(self.map.links, self.elements, self.map.elements)

    def element(self, name: str) -> Element:
        return self.elements[name]

    def title(self, name: str) -> str:
        return self.elements[name].title

    def rank(self, name: str) -> int:
        return self.ranks[name]

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The rank of each element's kind, in no order."""
        return {name: element.kind.rank for name, element in self.elements.items()}

    @cached_property
    def ends(self) -> tuple[Element, ...]:
        """The objectives and values, in order of place."""
        return tuple(map(self.elements.__getitem__, self.end_names))

    @cached_property
    def end_names(self) -> tuple[str, ...]:
        """The names of `ends`."""
        return tuple(name for name in self.elements if self.ranks[name] > 0)

    def runs_down(self, link: Link) -> bool:
        """Whether a link makes something of higher rank serve something of lower rank."""
        return self.ranks[link.source] > self.ranks[link.target]

    @cached_property
    def arrows(self) -> Mapping[tuple[str, str], Arrow]:
        """The arrows of `serves` and `needs`, by their ends."""
        found: dict[tuple[str, str], Arrow] = {}
        ranks = self.ranks
        for relation in (Relation.SERVES, Relation.NEEDS):
            # As `ends_of` and `cost` would have it, for so many at once.
            turned = relation is Relation.NEEDS
            for link in self.links[relation]:
                source, target = link.source, link.target
                ends = (target, source) if turned else (source, target)
                cost = weight(link, runs_down=not turned and ranks[source] > ranks[target])
                found[ends] = said_too(found[ends], link, cost) if ends in found else Arrow(*ends, (link,), cost)
        return found

    def cost(self, link: Link) -> int:
        """What it costs to cut a link."""
        return weight(link, runs_down=link.relation is not Relation.NEEDS and self.runs_down(link))

    @cached_property
    def steps(self) -> Adjacency:
        """What each element serves or is needed by: the arrows in which loops are sought."""
        following: dict[str, list[str]] = {name: [] for name in self.elements}
        for source, target in self.arrows:
            following[source].append(target)
        return following

    @cached_property
    def feeds(self) -> Mapping[tuple[str, str], Arrow]:
        """The arrows of `feeds`."""
        said: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in self.links[Relation.FEEDS]:
            said[link.source, link.target].append(link)
        return {ends: Arrow(*ends, tuple(links), 0) for ends, links in said.items()}

    @cached_property
    def joining(self) -> Mapping[str, tuple[Link, ...]]:
        """The links by which each bridge joins its ends."""
        said: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self.links[Relation.JOINS]:
            said[link.source].append(link)
        return {bridge: tuple(links) for bridge, links in said.items()}

    @cached_property
    def joins(self) -> Mapping[str, tuple[str, ...]]:
        """The ends of each bridge."""
        return {bridge: tuple(link.target for link in links) for bridge, links in self.joining.items()}

    @cached_property
    def purposes(self) -> Adjacency:
        """What each element is directly for, by every arrow, `feeds` and `joins` included.

        A bridge is for whatever all its ends support. That may depend on other bridges, so it is worked out again
        until nothing is added.
        """
        return self.purposes_without(())

    def purposes_without(self, gone: Collection[tuple[str, str]]) -> Adjacency:
        """What each element would be for if some arrows of `serves` and `needs` were gone."""
        if not gone and not self.feeds and not self.joins:
            return self.steps
        steps = dict(self.steps)
        for source in {source for source, _ in gone}:
            steps[source] = [target for target in steps[source] if (source, target) not in gone]
        for source, target in self.feeds:
            if target not in steps[source]:
                steps[source] = [*steps[source], target]
        self._join(steps)
        return steps

    def _join(self, steps: dict[str, Sequence[str]]) -> None:
        """Lets bridges be for what all their ends support. From ends that lead to no other bridge once is enough."""
        met: dict[str, set[str]] = {}
        changed = set(self.joins)
        while changed:
            before, changed = changed, set()
            for bridge, ends in self.joins.items():
                if bridge in met and met[bridge].isdisjoint(before):
                    continue
                reached = [reachable(steps, steps[end]) for end in ends]
                met[bridge] = set().union(*reached)
                new = set.intersection(*reached).difference(steps[bridge], [bridge])
                if new:
                    changed.add(bridge)
                    steps[bridge] = [*steps[bridge], *self.in_order(new)]

    @cached_property
    def served_by(self) -> Adjacency:
        """What is directly for the sake of each element: `purposes` turned round."""
        return turned_round(self.purposes)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The values of the map."""
        return tuple(name for name, element in self.elements.items() if element.kind is Kind.VALUE)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What needs no further why: the values, or in a map without them the objectives that no arrow leaves."""
        if self.values:
            return frozenset(self.values)
        return frozenset(
            name
            for name, element in self.elements.items()
            if element.kind is Kind.OBJECTIVE and not self.purposes[name]
        )

    @cached_property
    def anchored(self) -> set[str]:
        """The elements from which a path of arrows leads to a value, values included."""
        return reachable(self.served_by, self.anchors)

    @cached_property
    def uncertain(self) -> set[str]:
        """The elements that may lead on to something that was not read or not resolved.

        A bridge is for what all its ends support, so it is uncertain where one of them is.
        """
        found = reachable(self.served_by, self.map.doubt.why & self.elements.keys())
        added = True
        while added:
            bridges = [name for name, ends in self.joins.items() if name not in found and not found.isdisjoint(ends)]
            added = bool(bridges)
            found |= reachable(self.served_by, bridges)
        return found

    def is_uncertain(self, name: str) -> bool:
        """Whether an element may have whys that were not read."""
        return self.map.doubt.everything or name in self.uncertain

    @cached_property
    def loop_sets(self) -> list[frozenset[str]]:
        """The members of each loop, loops in order of their first member."""
        return self.sets_in_order(components(self.steps))

    @cached_property
    def turning_sets(self) -> list[frozenset[str]]:
        """The components of two or more when every arrow counts: loops, and flywheels with what is tangled in them."""
        if not self.feeds and not self.joins:
            return self.loop_sets
        return self.sets_in_order(components(self.purposes))

    @cached_property
    def turning_of(self) -> Mapping[str, frozenset[str]]:
        """The loop or flywheel on which an element stands, for those that stand on one."""
        return {name: members for members in self.turning_sets for name in members}

    def sets_in_order(self, found: list[frozenset[str]]) -> list[frozenset[str]]:
        return sorted(found, key=lambda members: min(self.order[name] for name in members))

    @cached_property
    def loop_of(self) -> Mapping[str, frozenset[str]]:
        """The loop on which an element stands, for those that stand on one."""
        return {name: members for members in self.loop_sets for name in members}

    def in_order(self, names: Collection[str]) -> tuple[str, ...]:
        """Names in order of the places where they are declared."""
        return tuple(sorted(names, key=self.order.__getitem__))

    def supporters(self, name: str) -> set[str]:
        """The elements with a path of arrows to this one, except those on a loop with it. O(arrows)."""
        return reachable(self.served_by, [name]) - {name} - self.loop_of.get(name, frozenset())

    def supports(self, name: str, end: str) -> bool:
        """Whether `end` is reached from `name` and the two are on no loop together."""
        return name != end and name not in self.loop_of.get(end, ()) and end in self._reached_from(name)

    def _reached_from(self, name: str) -> set[str]:
        """All that an element is for. Of the elements asked about last the answer is kept."""
        if name not in self._reached:
            if len(self._reached) >= _MOST_REACHES_KEPT:
                self._reached.clear()
            self._reached[name] = reachable(self.purposes, [name])
        return self._reached[name]

    def purpose_arrow(self, source: str, target: str) -> Arrow:
        """The arrow between two elements, whichever property makes it."""
        ends = source, target
        return self.arrows.get(ends) or self.feeds.get(ends) or Arrow(*ends, self.joining.get(source, ()), 0)

    def step(self, arrow: Arrow) -> Step:
        """An arrow as one step of a path that is read to somebody."""
        places = tuple(link.place for link in arrow.links)
        return Step(arrow.source, self.title(arrow.source), arrow.reading, places, arrow.target)
