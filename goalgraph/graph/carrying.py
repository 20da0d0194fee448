"""What stays true of a map's graph after an edit: it is carried over, and only the rest is worked out anew.

Where words, dates or measures change, and no link, kind or sphere does, loops are not sought again, nor what follows
from them by names alone. Where links change, arrows are patched: see `relinking`.
"""

from collections.abc import Mapping

from goalgraph.graph.purpose_graph import PurposeGraph, takes_part
from goalgraph.graph.relinking import relink
from goalgraph.graph.remembering import answers_of_names, answers_without
from goalgraph.graph.sorted_links import sort_again, sort_links
from goalgraph.model.changes import Changes
from goalgraph.model.elements import Element

# What a graph works out in names alone: of elements whatever their links, and of what links join. Of answers that are
# remembered `of_fields` and `of_names` say so.
_OF_ELEMENTS = ("order", "_ranks", "_end_names", "values")
_OF_LINKS = ("joins", "anchors", "turning_sets", "turning_of", "loop_of")
_FIELDS = frozenset(Element._fields) - {"placed"}


def carry(before: PurposeGraph, now: PurposeGraph) -> None:
    """Lets a graph know what is known of the graph of the same map before an edit, as far as it holds."""
    changes = now.map.changes
    if changes is None or _any_is_otherwise(changes):
        return
    known, own = before.__dict__, now.__dict__
    same_elements = not (changes.gone or changes.come)
    if same_elements:
        _carry_elements(before, now, changes.written)
    if "sorted_links" in known:
        unlinked = sort_links(changes.unlinked, before.elements, before.map.elements)
        linked = sort_links(changes.linked, now.elements, now.map.elements)
        own["sorted_links"] = sort_again(known["sorted_links"], unlinked, linked)
        relink(before, now, unlinked.by_relation, linked.by_relation)
    if same_elements and _all_say_the_same(changes):
        own.update((name, known[name]) for name in _OF_LINKS if name in known)
        same_doubt = before.map.doubt == now.map.doubt
        if "uncertain" in known and same_doubt:
            own["uncertain"] = known["uncertain"]
        now.answers.update(answers_of_names(before.answers, doubt_too=same_doubt))


def _carry_elements(before: PurposeGraph, now: PurposeGraph, written: Mapping[str, tuple[Element, Element]]) -> None:
    """Takes over what rests on elements alone, which are the same but for those that were written anew."""
    known, own = before.__dict__, now.__dict__
    elements = dict(before.elements)
    elements.update((name, element) for name, (_, element) in written.items() if name in elements)
    own["elements"] = elements
    own.update((name, known[name]) for name in _OF_ELEMENTS if name in known)
    changed = frozenset(
        field for field in _FIELDS for old, new in written.values() if getattr(old, field) != getattr(new, field)
    )
    now.answers.update(answers_without(before.answers, changed))


def _any_is_otherwise(changes: Changes) -> bool:
    """Whether an element that stays has become of another kind or sphere, or stopped, or one that is stopped is new."""
    return any(_of_account(old) != _of_account(new) for old, new in changes.written.values()) or not all(
        takes_part(element) for element in (*changes.gone, *changes.come)
    )


def _of_account(element: Element) -> object:
    return element.kind, element.sphere, element.natures, element.stopped


def _all_say_the_same(changes: Changes) -> bool:
    """Whether links were written anew, if any, and each says what it said."""
    unlinked, linked = changes.unlinked, changes.linked
    return len(unlinked) == len(linked) and all(
        (*old[:3], old.strength) == (*new[:3], new.strength) for old, new in zip(unlinked, linked, strict=True)
    )
