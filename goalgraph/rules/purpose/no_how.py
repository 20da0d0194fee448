"""An end for which nothing is done."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed

_DOERS = (Kind.MEANS, Kind.ASSET, Kind.BRIDGE)


@rule(
    "no-how",
    Severity.WARNING,
    summary="An end has no means, asset or bridge among its supporters.",
    why="a result that nothing works for is a wish",
)
def no_how(graph: PurposeGraph) -> Iterator[Violation]:
    doers = [name for name, element in graph.elements.items() if element.kind in _DOERS]
    doubt = graph.map.doubt
    helped = reachable(graph.purposes, doers) | reachable(graph.purposes, doubt.how & graph.elements.keys())
    if doubt.everything:
        return
    without = {
        element.name: element for element in graph.ends if element.name not in helped and element.name in graph.anchored
    }
    # Ends that a flywheel holds together are told as one, and so is all that is done for none of them.
    # An end that serves a means is told as that: its own supporter is what it serves.
    inverted = {link.source for link in graph.links[Relation.SERVES] if graph.element(link.target).kind in _DOERS}
    for name, element in without.items():
        group = graph.turning_of.get(name, frozenset([name]))
        above = {target for member in group for target in graph.purposes[member]} - group
        first = next(member for member in without if member in group)
        if name in graph.loop_of or name in inverted or name != first or not above.isdisjoint(without):
            continue
        leaves = [low for low in graph.in_order(graph.supporters(name)) if low in without and not graph.served_by[low]]
        yield Violation(
            element.place,
            f"nothing is done for {call(element)}",
            (name, *leaves),
            labels=tuple(Label(graph.element(leaf).place, "nor for this") for leaf in leaves[:20]),
            helps=("say which means `serves` it, or leave it out for now",),
            notes=(f"the same is true of what serves it: {listed(leaves)}",) if leaves else (),
            question=f'What will be done, and by whom, so that "{element.title}" comes about?',
        )
