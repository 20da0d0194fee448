"""An end for which nothing is done."""

from collections.abc import Iterator, Mapping

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.doers import doers, serving_doers
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.remembering import of_doubt, remembered
from goalgraph.graph.stopped import only_stopped_support
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import call, listed


@rule(
    "no-how",
    Severity.WARNING,
    summary="An end has no means, asset or bridge among its supporters.",
    why="a result that nothing works for is a wish",
)
def no_how(graph: PurposeGraph) -> Iterator[Violation]:
    without = _without_how(graph)
    # Ends that a flywheel holds together are told as one, and so is all that is done for none of them.
    for name in without:
        element = graph.element(name)
        group = graph.turning_of.get(name, frozenset([name]))
        above = {target for member in group for target in graph.purposes[member]} - group
        first = min((member for member in group if member in without), key=graph.order.__getitem__)
        told_above = any(end in without for end in above)
        if name in graph.loop_of or name in serving_doers(graph) or name != first or told_above:
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


@remembered
@of_doubt
def _without_how(graph: PurposeGraph) -> Mapping[str, None]:
    """The ends that lead to a value and for which nothing is done, in order of place."""
    doubt = graph.map.doubt
    if doubt.everything:
        return {}
    working = doers(graph)
    worked_for = [name for name in graph.elements.keys() - working if not working.isdisjoint(graph.served_by[name])]
    # What only stopped work was for is told as that, and a line that was not read may say what an end needs.
    helped = reachable(
        graph.purposes,
        [*worked_for, *only_stopped_support(graph), *((doubt.how | doubt.why) & graph.elements.keys())],
    )
    return {end.name: None for end in graph.ends if end.name not in helped and end.name in graph.anchored}
