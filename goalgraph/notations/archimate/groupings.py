"""Reading groupings: what is said of one is said of what it groups."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from goalgraph.notations.archimate.kinds import GROUPING, WHOLE_TO_PART
from goalgraph.notations.archimate.model import Element, Relation
from goalgraph.notations.archimate.opening import NotReadable

# As with junctions, only a hostile file comes near this.
_STEP_LIMIT = 2_000_000


class Groupings:
    """The relations at groupings: `said` of one as a whole, or by which it holds its members."""

    def __init__(self, relations: Iterable[Relation], elements: Mapping[str, Element]) -> None:
        self.said: list[Relation] = []
        self._elements = elements
        self._holding: defaultdict[str, list[Relation]] = defaultdict(list)
        self._known: dict[str, dict[str, None]] = {}
        self._fruitful: dict[Relation, None] = {}
        self._linked: set[str] = set()
        self._steps = 0
        for relation in relations:
            if relation.type in WHOLE_TO_PART and self._is_grouping(relation.source):
                self._holding[relation.source].append(relation)
            else:
                self.said.append(relation)

    def pairs(self, relation: Relation) -> Iterator[tuple[Element, Element]]:
        """The elements that such a relation is about. What is said of a grouping and its own member is not followed.

        Raises:
            NotReadable: the groupings multiply into millions of relations.
        """
        sources, targets = self._standing_for(relation.source), self._standing_for(relation.target)
        self._step(len(sources) * len(targets))
        for source in sources:
            if source in targets:
                continue
            for target in targets:
                if target not in sources:
                    yield self._elements[source], self._elements[target]

    def gave(self, relation: Relation, source: Element, target: Element) -> None:
        """Keeps in mind that a pair became a link."""
        self._fruitful[relation] = None
        self._linked |= {source.id, target.id}

    def in_vain(self) -> list[Relation]:
        """The relations that gave no link."""
        ends = [end for each in self._fruitful for end in (each.source, each.target) if self._is_grouping(end)]
        inside = self._inside(ends)
        fruitless = [each for each in self.said if each not in self._fruitful]
        for grouping, holding in self._holding.items():
            for each in holding:
                followed = each.target in self._linked or self._is_grouping(each.target)
                if not (grouping in inside and followed):
                    fruitless.append(each)
        return fruitless

    def _is_grouping(self, name: str) -> bool:
        return self._elements[name].type == GROUPING

    def _standing_for(self, name: str) -> dict[str, None]:
        if not self._is_grouping(name):
            return {name: None}
        if name not in self._known:
            inside = self._inside([name])
            self._known[name] = {each: None for each in inside if not self._is_grouping(each)}
            self._step(len(inside))
        return self._known[name]

    def _inside(self, groupings: Iterable[str]) -> dict[str, None]:
        """These and all that they hold, through groupings in groupings."""
        seen = dict.fromkeys(groupings)
        waiting = list(seen)
        while waiting:
            for relation in self._holding.get(waiting.pop(), ()):
                if relation.target not in seen:
                    seen[relation.target] = None
                    waiting.append(relation.target)
        return seen

    def _step(self, count: int) -> None:
        self._steps += count
        if self._steps > _STEP_LIMIT:
            raise NotReadable(f"the groupings of this model stand for more than {_STEP_LIMIT:,} relations")
