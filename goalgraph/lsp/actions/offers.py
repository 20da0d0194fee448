"""What is offered in a menu, before it is a code action."""

from typing import NamedTuple

from goalgraph.finding import Edit, Finding, Fix
from goalgraph.syntax.editing import edits_of


class Offer(NamedTuple):
    """Edits under a title. `mends` are the findings that are no longer there once they are made."""

    title: str
    edits: tuple[Edit, ...]
    mends: tuple[Finding, ...] = ()
    preferred: bool = False

    @classmethod
    def of(cls, fix: Fix, finding: Finding, title: str) -> "Offer":
        """A fix of a finding."""
        return cls(title, edits_of(fix), (finding,))


def each_once(offers: list[Offer]) -> list[Offer]:
    """Offers without those whose edits another makes; it then mends what both do."""
    kept: dict[tuple[Edit, ...], Offer] = {}
    for offer in offers:
        if not offer.edits:
            continue
        first = kept.setdefault(offer.edits, offer)
        if first is not offer:
            mends = tuple(dict.fromkeys((*first.mends, *offer.mends)))
            kept[offer.edits] = first._replace(mends=mends, preferred=first.preferred or offer.preferred)
    return list(kept.values())
