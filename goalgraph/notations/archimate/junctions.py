"""Following junctions: from every element that leads into one to every element that is led to."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import replace

from goalgraph.notations.archimate.model import Relation
from goalgraph.notations.archimate.modifiers import together
from goalgraph.notations.archimate.opening import NotReadable

# Junctions in a row can stand for a product of relations: no honest model comes near this, a hostile file would.
_STEP_LIMIT = 2_000_000


def follow(relations: Iterable[Relation], junctions: frozenset[str]) -> tuple[list[Relation], list[Relation]]:
    """The relations between elements, those through junctions joined into one; and those at junctions in vain.

    A junction joins relations of one type, as ArchiMate has it. The modifiers met on the way are told together.

    Raises:
        NotReadable: the junctions multiply into millions of relations.
    """
    relations = tuple(relations)
    walk = _Walk(relations, junctions)
    joined: list[Relation] = []
    in_vain: list[Relation] = []
    for relation in relations:
        if relation.source in junctions:
            continue
        if relation.target not in junctions:
            joined.append(relation)
            continue
        exits = walk.exits(relation)
        joined += [
            replace(relation, target=last.target, modifier=together(relation.modifier, last.modifier)) for last in exits
        ]
        if not exits:
            in_vain.append(relation)
    return joined, in_vain + walk.never_reached()


class _Walk:
    def __init__(self, relations: tuple[Relation, ...], junctions: frozenset[str]) -> None:
        self.junctions = junctions
        self.onward: defaultdict[tuple[str, str], list[Relation]] = defaultdict(list)
        for relation in relations:
            if relation.source in junctions:
                self.onward[relation.source, relation.type].append(relation)
        self.known: dict[tuple[str, str], list[Relation]] = {}
        self.reached: set[Relation] = set()
        self.steps = 0

    def exits(self, entry: Relation) -> list[Relation]:
        """The relations by which one leaves the junctions that `entry` leads into, with the modifiers up to there."""
        start = entry.target, entry.type
        if start not in self.known:
            self.known[start] = self.search(*start)
        self.step(len(self.known[start]))
        return self.known[start]

    def search(self, junction: str, kind: str) -> list[Relation]:
        found = []
        seen = {junction}
        waiting = deque([(junction, "")])
        while waiting:
            junction, before = waiting.popleft()
            onward = self.onward.get((junction, kind), [])
            self.step(len(onward))
            self.reached.update(onward)
            for relation in onward:
                modifier = together(before, relation.modifier)
                if relation.target not in self.junctions:
                    found.append(replace(relation, modifier=modifier))
                elif relation.target not in seen:
                    seen.add(relation.target)
                    waiting.append((relation.target, modifier))
        return found

    def step(self, count: int) -> None:
        self.steps += count
        if self.steps > _STEP_LIMIT:
            raise NotReadable(f"the junctions of this model stand for more than {_STEP_LIMIT:,} relations")

    def never_reached(self) -> list[Relation]:
        """The relations out of junctions that nothing leads into."""
        return [each for onward in self.onward.values() for each in onward if each not in self.reached]
