"""What of an ArchiMate model goes into a strategy map: which elements, which links, and what is left out."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from goalgraph.notations.archimate.junctions import follow
from goalgraph.notations.archimate.kinds import ENDS_OF_ENDS, JUNCTIONS, KINDS, PLAN_KINDS
from goalgraph.notations.archimate.model import Element, Model, Relation
from goalgraph.notations.archimate.modifiers import is_mixed, is_negative, is_strong

_FORWARD = frozenset({"Realization", "Influence", "Serving", "Specialization"})
_BACKWARD = frozenset({"Composition", "Aggregation"})
_LINKED = _FORWARD | _BACKWARD | {"Assignment", "Association"}


class Link(NamedTuple):
    """`subject` says `word` of `object`, in the words of Strat: serves, hinders or owner."""

    subject: Element
    word: str
    object: Element


@dataclass(frozen=True, slots=True)
class Mapped:
    """Elements in the order of the file, links with whether each is strong, and how much of what was left out."""

    elements: tuple[Element, ...]
    links: dict[Link, bool]
    left_out: Counter[str]


def map_model(model: Model, *, everything: bool) -> Mapped:
    """Chooses what of a model is about purpose.

    Unless `everything` is wanted, that is motivation, strategy and implementation, and of the core layers the
    elements that a link ties to one of these: loops of exchange between applications are no circular goals.
    """
    left_out: Counter[str] = Counter()
    links = _links(model, left_out, everything=everything)
    linked = {end for link in links for end in (link.subject, link.object)}
    elements = []
    for element in model.elements:
        if element.type in JUNCTIONS:
            continue
        if element.type not in KINDS:
            left_out[f"{element.type or 'untyped'} elements"] += 1
        elif everything or element.type in PLAN_KINDS or element in linked:
            elements.append(element)
        else:
            left_out["core elements linked to no motivation, strategy or implementation"] += 1
    return Mapped(tuple(elements), links, left_out)


def _links(model: Model, left_out: Counter[str], *, everything: bool) -> dict[Link, bool]:
    by_id: dict[str, Element] = {}
    for element in model.elements:
        if element.id:
            by_id.setdefault(element.id, element)
    junctions = frozenset(name for name, element in by_id.items() if element.type in JUNCTIONS)
    relation_ids = frozenset(relation.id for relation in model.relations if relation.id)
    left_out.update(f"{each.type or 'untyped'} relations" for each in model.relations if each.type not in _LINKED)
    relations, in_vain = follow((each for each in model.relations if each.type in _LINKED), junctions)
    left_out["relations at a junction that leads nowhere"] += len(in_vain)
    links: dict[Link, bool] = {}
    for relation in relations:
        source, target = by_id.get(relation.source), by_id.get(relation.target)
        if source is None or target is None:
            to_relation = not relation_ids.isdisjoint((relation.source, relation.target))
            left_out[f"relations with {'a relation' if to_relation else 'nothing'} at an end"] += 1
            continue
        if reason := _reason_against(relation, source.type, target.type, everything=everything):
            left_out[reason] += 1
            continue
        link = _link(relation, source, target)
        left_out["repeated links"] += link in links
        links[link] = links.get(link, False) or (link.word == "serves" and is_strong(relation.modifier))
    return links


def _reason_against(relation: Relation, source: str, target: str, *, everything: bool) -> str:
    """Why a relation between two elements of these types gives no link, or an empty string."""
    if source not in KINDS or target not in KINDS:
        return "relations of elements left out"
    if relation.type == "Association" and (source in ENDS_OF_ENDS) == (target in ENDS_OF_ENDS):
        return "Association relations of no driver or value, or of two"
    if not everything and source not in PLAN_KINDS and target not in PLAN_KINDS:
        return "relations between two core elements"
    if relation.type == "Influence" and is_mixed(relation.modifier):
        return "Influence relations said to work for and against"
    return ""


def _link(relation: Relation, source: Element, target: Element) -> Link:
    if relation.type == "Assignment" and KINDS[source.type] == "unit":
        return Link(target, "owner", source)
    if relation.type == "Influence" and is_negative(relation.modifier):
        return Link(source, "hinders", target)
    if relation.type in _BACKWARD or (relation.type == "Association" and source.type in ENDS_OF_ENDS):
        return Link(target, "serves", source)
    return Link(source, "serves", target)
