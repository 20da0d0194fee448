"""What the relations of an ArchiMate model say in the words of Strat."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from goalgraph.notations.archimate.assessments import reasons
from goalgraph.notations.archimate.groupings import Groupings
from goalgraph.notations.archimate.junctions import follow
from goalgraph.notations.archimate.kinds import (
    ASSESSMENT,
    ENDS_OF_ENDS,
    GROUPING,
    JUNCTIONS,
    KINDS,
    PLAN_KINDS,
    RANKS,
    WHOLE_TO_PART,
)
from goalgraph.notations.archimate.model import Element, Model, Relation
from goalgraph.notations.archimate.modifiers import is_mixed, is_negative, is_strong
from goalgraph.notations.archimate.ways import circles, leading_to

_FORWARD = frozenset({"Realization", "Influence", "Serving", "Specialization"})
_ENDS = frozenset({"value", "objective"})
_LOOSE = frozenset({"means", "objective"})
_LINKED = _FORWARD | WHOLE_TO_PART | {"Assignment", "Association"}


class Link(NamedTuple):
    """`subject` says `word` of `object`, in the words of Strat: serves, hinders or owner."""

    subject: Element
    word: str
    object: Element


Links = dict[Link, bool]  # with whether each is strong


def links_of(model: Model, left_out: Counter[str], *, everything: bool) -> Links:
    """The links of a model: those that its relations say, then those read through groupings and assessments.

    Last come associations of a means and an objective, which are read where the means leads to no end without them.
    """
    by_id: dict[str, Element] = {}
    for element in model.elements:
        if element.id:
            by_id.setdefault(element.id, element)
    said: Links = {}
    at_groupings, at_assessments = [], []
    loose: list[Link] = []
    for relation in _relations(model, by_id, left_out):
        source, target = by_id[relation.source], by_id[relation.target]
        if GROUPING in (source.type, target.type):
            at_groupings.append(relation)
        elif ASSESSMENT in (source.type, target.type):
            at_assessments.append(relation)
        elif relation.type == "Association" and {KINDS.get(source.type), KINDS.get(target.type)} == _LOOSE:
            means, end = (source, target) if KINDS[source.type] == "means" else (target, source)
            loose.append(Link(means, "serves", end))
        elif reason := _reason_against(relation, source.type, target.type, everything=everything):
            left_out[reason] += 1
        else:
            link = _link(relation, source, target)
            left_out["repeated links"] += link in said
            _add(said, link, relation)
    groupings = Groupings(at_groupings, by_id)
    read = _through_groupings(groupings, everything=everything)
    followed: set[Relation] = set()
    for goal, driver, relations in reasons(at_assessments, by_id):
        read.setdefault(Link(goal, "serves", driver), False)
        followed.update(relations)
    left_out["relations of elements left out"] += len(at_assessments) - len(followed)
    left_out["relations of a grouping that give no link"] += len(groupings.in_vain())
    links = _agreed(said, read, left_out)
    rising = leading_to((link.object.id for link in links if KINDS[link.object.type] in _ENDS), _serving(links))
    needed = {link: False for link in loose if link.subject.id not in rising}
    left_out["Association relations of a means that leads to an end without them"] += len(loose) - len(needed)
    return _agreed(links, needed, left_out)


def _relations(model: Model, by_id: dict[str, Element], left_out: Counter[str]) -> Iterable[Relation]:
    """Those of a type that can give a link, from element to element, past the junctions."""
    junctions = frozenset(name for name, element in by_id.items() if element.type in JUNCTIONS)
    relation_ids = frozenset(relation.id for relation in model.relations if relation.id)
    left_out.update(f"{each.type or 'untyped'} relations" for each in model.relations if each.type not in _LINKED)
    relations, in_vain = follow((each for each in model.relations if each.type in _LINKED), junctions)
    left_out["relations at a junction that leads nowhere"] += len(in_vain)
    for relation in relations:
        if relation.source in by_id and relation.target in by_id:
            yield relation
        else:
            to_relation = not relation_ids.isdisjoint((relation.source, relation.target))
            left_out[f"relations with {'a relation' if to_relation else 'nothing'} at an end"] += 1


def _reason_against(relation: Relation, source: str, target: str, *, everything: bool) -> str:
    """Why a relation between two elements of these types gives no link, or an empty string."""
    if source not in KINDS or target not in KINDS:
        return "relations of elements left out"
    if relation.type == "Association" and (source in ENDS_OF_ENDS) == (target in ENDS_OF_ENDS):
        return "Association relations that say nothing of purpose"
    if not everything and source not in PLAN_KINDS and target not in PLAN_KINDS:
        return "relations between two core elements"
    if relation.type == "Influence" and is_mixed(relation.modifier):
        return "Influence relations said to work for and against"
    return ""


def _link(relation: Relation, source: Element, target: Element) -> Link:
    if relation.type == "Assignment" and KINDS[source.type] == "unit":
        return Link(target, "owner", source)
    if relation.type in WHOLE_TO_PART and KINDS[source.type] == KINDS[target.type] == "unit":
        return Link(target, "owner", source)
    if relation.type == "Influence" and is_negative(relation.modifier):
        return Link(source, "hinders", target)
    # What a driver influences, or is associated with, is there for its sake.
    from_above = source.type in ENDS_OF_ENDS and target.type not in ENDS_OF_ENDS
    if relation.type in WHOLE_TO_PART or (relation.type in ("Association", "Influence") and from_above):
        return Link(target, "serves", source)
    return Link(source, "serves", target)


def _add(links: Links, link: Link, relation: Relation) -> None:
    links[link] = links.get(link, False) or (link.word == "serves" and is_strong(relation.modifier))


def _through_groupings(groupings: Groupings, *, everything: bool) -> Links:
    """What serves, realizes or is part of a grouping as a whole, and the other way round.

    A grouping mixes what has little in common, so only a link from a lower or equal rank to a higher is read.
    """
    read: Links = {}
    for relation in groupings.said:
        if relation.type not in _FORWARD | WHOLE_TO_PART:
            continue
        for source, target in groupings.pairs(relation):
            if _reason_against(relation, source.type, target.type, everything=everything):
                continue
            link = _link(relation, source, target)
            if link.word == "serves" and _rises(link):
                _add(read, link, relation)
                groupings.gave(relation, source, target)
    return read


def _rises(link: Link) -> bool:
    lower, upper = RANKS.get(KINDS[link.subject.type]), RANKS.get(KINDS[link.object.type])
    return lower is not None and upper is not None and lower <= upper


def _agreed(said: Links, read: Links, left_out: Counter[str]) -> Links:
    """All links but those read between the lines that the model contradicts, or that would close a circle.

    The model itself is to say what is circular.
    """
    fresh = {link: strong for link, strong in read.items() if link not in said}
    knots = circles(_serving([*said, *fresh])) if fresh else {}
    links = {link: strong or read.get(link, False) for link, strong in said.items()}
    for link, strong in fresh.items():
        if link._replace(word="hinders") in said:
            left_out["indirect links that the model contradicts"] += 1
        elif link.subject.id in knots and knots[link.subject.id] == knots.get(link.object.id):
            left_out["indirect links that would close a circle"] += 1
        else:
            links[link] = strong
    return links


def _serving(links: Iterable[Link]) -> list[tuple[str, str]]:
    return [(link.subject.id, link.object.id) for link in links if link.word == "serves"]
