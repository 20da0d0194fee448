"""Reading assessments: a goal tied to the assessment of a driver is sought for that driver's sake."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from goalgraph.notations.archimate.kinds import ASSESSMENT, KINDS
from goalgraph.notations.archimate.model import Element, Relation

Reason = tuple[Element, Element, tuple[Relation, ...]]


def reasons(relations: Iterable[Relation], elements: Mapping[str, Element]) -> Iterator[Reason]:
    """Each goal, the driver that it is sought for, and the relations that say so between them.

    Only associations are followed, and only where an assessment is of one driver: of two, who knows which is meant.
    """
    near: defaultdict[str, dict[str, Relation]] = defaultdict(dict)
    for relation in relations:
        if relation.type == "Association":
            for one, other in ((relation.source, relation.target), (relation.target, relation.source)):
                if elements[one].type == ASSESSMENT:
                    near[one].setdefault(other, relation)
    for tied in near.values():
        drivers = [each for each in tied if elements[each].type == "Driver"]
        if len(drivers) == 1:
            for each in tied:
                if KINDS.get(elements[each].type) == "objective":
                    yield elements[each], elements[drivers[0]], (tied[each], tied[drivers[0]])
