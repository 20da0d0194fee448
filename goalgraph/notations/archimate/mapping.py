"""What of an ArchiMate model goes into a strategy map: which elements, which links, and what is left out."""

from collections import Counter
from dataclasses import dataclass

from goalgraph.notations.archimate.kinds import JUNCTIONS, KINDS, NOTHING_ALONE, PLAN_KINDS
from goalgraph.notations.archimate.links import Link, links_of
from goalgraph.notations.archimate.model import Element, Model


@dataclass(frozen=True, slots=True)
class Mapped:
    """Elements in the order of the file, links with whether each is strong, and how much of what was left out."""

    elements: tuple[Element, ...]
    links: dict[Link, bool]
    left_out: Counter[str]


def map_model(model: Model, *, everything: bool) -> Mapped:
    """Chooses what of a model is about purpose.

    Unless `everything` is wanted, that is motivation, strategy and implementation, and of the core layers the
    elements that a link ties to one of these: loops of exchange between applications are no circular goals. What
    would be no means or value alone is left out where no link ties it to anything.
    """
    left_out: Counter[str] = Counter()
    links = links_of(model, left_out, everything=everything)
    linked = {end for link in links for end in (link.subject, link.object)}
    elements = []
    for element in model.elements:
        if element.type in JUNCTIONS:
            continue
        if element.type not in KINDS:
            left_out[f"{element.type or 'untyped'} elements"] += 1
        elif element.type in NOTHING_ALONE and element not in linked:
            left_out[f"{element.type} elements that no link ties to anything"] += 1
        elif everything or element.type in PLAN_KINDS or element in linked:
            elements.append(element)
        else:
            left_out["core elements linked to no motivation, strategy or implementation"] += 1
    return Mapped(tuple(elements), links, left_out)
