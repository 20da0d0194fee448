"""What stays true of a map's graph after an edit: it is carried over, and only the rest is worked out anew.

Where words, dates or measures change, and no link, kind or sphere does, loops are not sought again, nor what follows
from them by names alone. Where links change, arrows are patched: see `relinking`.
"""

from goalgraph.graph.purpose_graph import PurposeGraph, takes_part
from goalgraph.graph.relinking import relink
from goalgraph.graph.remembering import answers_that_hold, answers_to_patch
from goalgraph.graph.sorted_links import sort_again, sort_links
from goalgraph.model.changes import Changes
from goalgraph.model.elements import Element

# What a graph works out in names alone: of elements whatever their links, and of what links join. Of answers that are
# remembered `of_names`, `of_links`, `of_doubt` and `patched` say so.
_OF_ELEMENTS = ("order", "ranks", "end_names", "values")
_OF_LINKS = ("joins", "anchors", "turning_sets", "turning_of", "loop_of")


def carry(before: PurposeGraph, now: PurposeGraph) -> None:
    """Lets a graph know what is known of the graph of the same map before an edit, as far as it holds."""
    changes = now.map.changes
    if changes is None or _any_is_otherwise(changes):
        return
    known, own = before.__dict__, now.__dict__
    _carry_elements(before, now, changes)
    now.answers_before = answers_to_patch(before.answers)
    if "sorted_links" in known:
        unlinked = sort_links(changes.unlinked, before.elements, before.map.elements)
        linked = sort_links(changes.linked, now.elements, now.map.elements)
        own["sorted_links"] = sort_again(known["sorted_links"], unlinked, linked)
        relink(before, now, unlinked.by_relation, linked.by_relation)
    if _all_say_the_same(changes):
        same_doubt = before.map.doubt == now.map.doubt
        if changes.same_names:
            own.update((name, known[name]) for name in _OF_LINKS if name in known)
            if "uncertain" in known and same_doubt:
                own["uncertain"] = known["uncertain"]
        now.answers.update(answers_that_hold(before.answers, same_elements=changes.same_names, same_doubt=same_doubt))


def _carry_elements(before: PurposeGraph, now: PurposeGraph, changes: Changes) -> None:
    """Takes over what rests on elements alone, which are the same but for some."""
    known, own = before.__dict__, now.__dict__
    if changes.same_names:
        elements = dict(before.elements)
        elements.update((name, new) for name, (_, new) in changes.written.items() if name in elements)
        own["elements"] = elements
        own.update((name, known[name]) for name in _OF_ELEMENTS if name in known)
        return
    elements = dict(now.map.elements)
    for name in before.map.elements.keys() - before.elements.keys():
        del elements[name]
    own["elements"] = elements
    ranks = own["ranks"] = dict(before.ranks)
    for element in changes.gone:
        del ranks[element.name]
    ranks.update((element.name, element.kind.rank) for element in changes.come)
    if not any(element.kind.is_end for element in (*changes.gone, *changes.come)):
        own.update((name, known[name]) for name in ("end_names", "values") if name in known)


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
