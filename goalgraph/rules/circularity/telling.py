"""What all findings about loops have in common: the circle, what hangs from it, the cut."""

from collections.abc import Iterator

from goalgraph.finding import Cut, CutArrow, Fix, Label, Violation
from goalgraph.graph.arrows import Arrow
from goalgraph.graph.cuts import LoopCut, smallest_cut
from goalgraph.graph.dead_ends import dead_ends
from goalgraph.graph.loops import Loop, loops, read
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.remembering import remembered
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from goalgraph.rules.dead_ends import told_dead_ends
from goalgraph.rules.mending import as_feedback, cutting
from goalgraph.rules.telling import call, listed, through_only


@remembered
def rule_of(graph: PurposeGraph, loop: Loop) -> str:
    """The rule that tells a loop: the first that fits."""
    if loop.circle_of_needs:
        return "deadlock"
    if loop.members in _closed(graph):
        return "closed-loop"
    return "tangled-loop" if loop.serves_close_a_circle else "chicken-and-egg"


def told_loops(graph: PurposeGraph, slug: str) -> list[Loop]:
    """The loops that a rule tells."""
    return [loop for loop in loops(graph) if rule_of(graph, loop) == slug]


@remembered
def _closed(graph: PurposeGraph) -> frozenset[frozenset[str]]:
    """The loops that are dead ends for certain."""
    return frozenset(frozenset(end.members) for end in dead_ends(graph) if end.is_loop and not end.in_doubt)


def leads_only_into(graph: PurposeGraph, loop: Loop) -> tuple[str, ...]:
    """What has a why only through a loop."""
    if loop.members & graph.anchored:
        return loop.dependants
    return _leading_in(graph).get(loop.members, ())


@remembered
def _leading_in(graph: PurposeGraph) -> dict[frozenset[str], tuple[str, ...]]:
    """What leads only into each loop that is a dead end."""
    told = told_dead_ends(graph)
    return {
        frozenset(each.end.members): each.leads_in
        for slug in ("closed-loop", "deadlock")
        for each in told.get(slug, ())
    }


def tell(  # noqa: PLR0913  # the words of a finding are what its rule gives
    graph: PurposeGraph,
    loop: Loop,
    circle: tuple[Arrow, ...],
    *,
    message: str,
    why: str,
    helps: tuple[str, ...],
    notes: tuple[str, ...] = (),
    question: str,
    may_be_meant: bool = False,
) -> Violation:
    """The finding about a loop: the circle link by link, what else is tangled in it, what leads into it, the cut.

    Where the feedback `may_be_meant`, to say so is offered too.
    """
    cut = smallest_cut(graph, loop)
    leads_in = leads_only_into(graph, loop)
    tangled = len(loop.members) - len(circle)
    more = (
        (f"{tangled} more {'element is' if tangled == 1 else 'elements are'} tangled in this loop",) if tangled else ()
    )
    return Violation(
        circle[0].links[0].place,
        message,
        graph.in_order(loop.members),
        labels=link_labels(circle, loop.arrows),
        why=why,
        helps=helps,
        notes=(*more, *notes, *through_only(leads_in, "this loop", reaches_value=bool(loop.members & graph.anchored))),
        question=question,
        circle=read(graph, circle),
        loop=graph.in_order(loop.members),
        leads_in=leads_in,
        cut=_shown(cut),
        fixes=tuple(_fixes(graph, cut, may_be_meant=may_be_meant)),
    )


def _fixes(graph: PurposeGraph, cut: LoopCut, *, may_be_meant: bool) -> Iterator[Fix]:
    links = [link for arrow in cut.arrows for link in arrow.links]
    yield cutting(graph, links)
    meant = as_feedback(graph, links) if may_be_meant else None
    if meant:
        yield meant


def link_labels(circle: tuple[Arrow, ...], tangled: tuple[Arrow, ...]) -> tuple[Label, ...]:
    """Every link of a loop but the first of its circle, with what it says; those of the circle come first."""
    links = dict.fromkeys(link for arrow in (*circle, *tangled) for link in arrow.links)
    return tuple(Label(link.place, f"`{link.wording}`") for link in list(links)[1:])


def _shown(cut: LoopCut) -> Cut:
    arrows = tuple(
        CutArrow(
            arrow.source,
            arrow.target,
            " and ".join(f"`{link.wording}`" for link in arrow.links),
            arrow.weight,
            tuple(link.place for link in arrow.links),
        )
        for arrow in cut.arrows
    )
    return Cut(arrows, cut.weight, cut.bound, cut.stranded)


def value_reached(graph: PurposeGraph, loop: Loop) -> tuple[str, ...]:
    """Which value a loop reaches or holds, and whether by one thin thread; nothing where that is not certain."""
    held = graph.in_order(loop.members & graph.anchors)
    if held:
        return (f"{call(graph.element(held[0]))} stands on the loop itself",)
    ways = [way for way in loop.exits if way[1] in graph.anchored]
    if not ways:
        return ()
    reached = graph.in_order(graph.anchors & reachable(graph.purposes, [target for _, target in ways]))
    values = call(graph.element(reached[0])) if len(reached) == 1 else listed(reached)
    note = f"it still reaches {values}"
    if len(ways) == 1:
        link = graph.purpose_arrow(*ways[0]).links[0]
        place = f"`{link.wording}` ({link.place.where})"
        source, target = graph.element(ways[0][0]), graph.element(ways[0][1])
        straight = source.kind is Kind.MEANS and target.kind is Kind.VALUE and link.relation is Relation.SERVES
        if link.strength == "weakly":
            return (f"{note}, but by one thin thread: {place} says so, weakly",)
        if straight:
            return (f"{note}, but by one thin thread: {place}, straight from a means to a value",)
        return (f"{note}, by one link: {place}",)
    return (note,)
