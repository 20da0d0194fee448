"""The circles that findings tell, and what is certain of each: that nothing leads out, that no value is reached."""

from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.finding import Finding
from goalgraph.graph.dead_ends import dead_ends
from goalgraph.graph.loops import loops
from goalgraph.graph.reach import reachable


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, read from what the headline names.

    `closed` says that nothing leads out of it, `fruitless` that it leads to no value; both only where that is certain.
    `unsure` says that part of the map was not read and that it may lead to a value for all we know. `ends` are the
    values it reaches or, in a map without any, the objectives that stand in for them; `holds` those that stand on it.
    """

    analysis: Analysis
    finding: Finding
    names: tuple[str, ...]
    size: int
    closed: bool
    fruitless: bool
    unsure: bool
    ends: tuple[str, ...]
    holds: tuple[str, ...]


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
    headline = next((loop.headline for loop in loops(graph) if loop.members == members), names[0])
    if headline in names:
        at = names.index(headline)
        names = names[at:] + names[:at]
    reached = reachable(graph.purposes, members)
    doubt = graph.map.doubt
    doubtful = doubt.everything or not reached.isdisjoint(doubt.why)
    ends = graph.in_order(graph.anchors & reached)
    return Circle(
        analysis,
        finding,
        tuple(names),
        len(members),
        closed=any(frozenset(end.members) == members and not end.in_doubt for end in dead_ends(graph)),
        fruitless=not ends and not doubtful,
        unsure=not ends and doubtful,
        ends=ends,
        holds=graph.in_order(graph.anchors & members),
    )
