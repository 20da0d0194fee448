"""The elements of a map by what they are, and what each says by itself."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import TypeVar

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import patched, remembered
from goalgraph.model.elements import Element, Kind

Said = TypeVar("Said")
Names = Mapping[Kind, Sequence[str]]


def of_kind(graph: PurposeGraph, kind: Kind) -> Sequence[Element]:
    """The elements of a kind, in order of place. O(elements) for all kinds of a map."""
    return [graph.elements[name] for name in names_of_kind(graph)[kind]]


def _with_others(graph: PurposeGraph, known: Names) -> Names:
    changes = graph.changes
    if changes.same_names:
        return known
    found = dict(known)
    for kind in {element.kind for element in (*changes.gone, *changes.come)}:
        gone = {element.name for element in changes.gone}
        names = [name for name in known[kind] if name not in gone]
        names += [element.name for element in changes.come if element.kind is kind]
        found[kind] = sorted(names, key=graph.order.__getitem__)
    return found


@remembered
@patched(_with_others)
def names_of_kind(graph: PurposeGraph) -> Names:
    """The names of the elements of each kind, in order of place. O(elements)."""
    found: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for name, element in graph.elements.items():
        found[element.kind].append(name)
    return found


def of_each(
    *kinds: Kind,
) -> Callable[[Callable[[PurposeGraph, Element], Said | None]], Callable[[PurposeGraph], Mapping[str, Said]]]:
    """Asks a question about each element of some kinds, by itself; after an edit only of those written anew.

    The answers stand by the elements' names, in no order that could be relied on; of whom it is None is left out.
    """

    def mark(question: Callable[[PurposeGraph, Element], Said | None]) -> Callable[[PurposeGraph], Mapping[str, Said]]:
        def of_those(graph: PurposeGraph, elements: Sequence[Element]) -> dict[str, Said]:
            said = {element.name: question(graph, element) for element in elements if element.kind in kinds}
            return {name: each for name, each in said.items() if each is not None}

        def again(graph: PurposeGraph, known: Mapping[str, Said]) -> Mapping[str, Said]:
            changes = graph.changes
            found = dict(known)
            for element in changes.before:
                found.pop(element.name, None)
            found.update(of_those(graph, [each for each in changes.now if each.name in graph.elements]))
            return known if found == known else found

        @wraps(question)
        def of_all(graph: PurposeGraph) -> Mapping[str, Said]:
            return of_those(graph, [element for kind in kinds for element in of_kind(graph, kind)])

        return remembered(patched(again)(of_all))

    return mark
