"""The cuts of all loops of some maps, arrow by arrow, with what each leaves without a why."""

from typing import NamedTuple

from goalgraph.graph.arrows import Arrow
from goalgraph.graph.cuts import LoopCut, smallest_cut, stranded_by
from goalgraph.graph.loops import Loop, loops
from goalgraph.model.elements import Element
from goalgraph.output.verdict import Verdict
from goalgraph.rules.circularity.telling import rule_of


class ArrowPlan(NamedTuple):
    """One arrow of a cut, and what would have no why any more if it alone were cut."""

    arrow: Arrow
    stranded: tuple[str, ...]


class LoopPlan(NamedTuple):
    """A loop, the rule that tells of it, where it is read from, its cut as a whole and arrow by arrow."""

    start: Element
    members: tuple[str, ...]
    rule: str
    cut: LoopCut
    arrows: tuple[ArrowPlan, ...]


class CutPlan(NamedTuple):
    """The cuts of all loops of what was checked, in order of the places where the loops are read from."""

    verdict: Verdict
    loops: tuple[LoopPlan, ...]

    @property
    def maps(self) -> int:
        return len(self.verdict.analyses)

    @property
    def links(self) -> int:
        """How many links are to be cut."""
        return sum(len(each.arrow.links) for loop in self.loops for each in loop.arrows)

    @property
    def weight(self) -> int:
        return sum(loop.cut.weight for loop in self.loops)

    @property
    def bound(self) -> int:
        """A weight that is proven to be needed."""
        return sum(loop.cut.bound for loop in self.loops)


def plan(verdict: Verdict) -> CutPlan:
    """What to cut in the maps that were checked."""
    found = [_loop_plan(loop) for analysis in verdict.analyses for loop in loops(analysis.graph)]
    found.sort(key=lambda each: each.start.place.order)
    return CutPlan(verdict, tuple(found))


def _loop_plan(loop: Loop) -> LoopPlan:
    graph = loop.graph
    cut = smallest_cut(graph, loop)
    return LoopPlan(
        graph.element(loop.start),
        graph.in_order(loop.members),
        rule_of(graph, loop),
        cut,
        tuple(ArrowPlan(arrow, stranded_by(loop, [arrow])) for arrow in cut.arrows),
    )
