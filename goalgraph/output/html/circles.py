"""The circles that findings tell, and what is certain of each: that nothing leads out, that no value is reached."""

from collections.abc import Mapping
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.finding import Finding
from goalgraph.graph.dead_ends import dead_ends
from goalgraph.graph.loops import Loop, loops
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.remembering import remembered


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, read from what the headline names.

    `closed` says that nothing leads out of it, `fruitless` that it leads to no value; both only where that is certain.
    `unsure` says that part of the map was not read and that it may lead to a value for all we know.
    """

    analysis: Analysis
    finding: Finding
    names: tuple[str, ...]
    members: frozenset[str]
    closed: bool
    fruitless: bool
    unsure: bool

    @property
    def size(self) -> int:
        return len(self.members)

    @property
    def ends(self) -> tuple[str, ...]:
        """The values it reaches or, in a map without any, the objectives that stand in for them. O(arrows)."""
        graph = self.analysis.graph
        return graph.in_order(graph.anchors & reachable(graph.purposes, self.members))

    @property
    def holds(self) -> tuple[str, ...]:
        """Those of them that stand on the circle itself."""
        graph = self.analysis.graph
        return graph.in_order(graph.anchors & self.members)


def circles(findings: list[tuple[Finding, Analysis]]) -> list[Circle]:
    """The circles to be shown: those that reach no value before those that do, then the larger, then in order."""
    found = [
        _circle(finding, analysis)
        for finding, analysis in findings
        if (finding.violation.circle or finding.rule == "own-purpose")
        and analysis.graph.elements.keys() >= set(finding.violation.elements)
    ]
    return sorted(found, key=lambda circle: (not circle.fruitless, -circle.size))


def _circle(finding: Finding, analysis: Analysis) -> Circle:
    graph, violation = analysis.graph, finding.violation
    members = frozenset(violation.loop or violation.elements)
    names = [step.name for step in violation.circle] or list(violation.elements)
    loop = _loop_of(graph).get(members)
    headline = loop.headline if loop else names[0]
    if headline in names:
        at = names.index(headline)
        names = names[at:] + names[:at]
    reaches = not members.isdisjoint(graph.anchored)
    doubtful = graph.map.doubt.everything or not members.isdisjoint(_doubtful(graph))
    return Circle(
        analysis,
        finding,
        tuple(names),
        members,
        closed=members in _closed(graph),
        fruitless=not reaches and not doubtful,
        unsure=not reaches and doubtful,
    )


@remembered
def _loop_of(graph: PurposeGraph) -> Mapping[frozenset[str], Loop]:
    return {loop.members: loop for loop in loops(graph)}


@remembered
def _closed(graph: PurposeGraph) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(end.members) for end in dead_ends(graph) if not end.in_doubt)


@remembered
def _doubtful(graph: PurposeGraph) -> set[str]:
    """What may lead on to something that was not read."""
    return reachable(graph.served_by, graph.map.doubt.why & graph.elements.keys())
