"""A flywheel that is a dead end: it turns for nothing."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.loops import Loop, read
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.circularity.telling import link_labels
from goalgraph.rules.dead_ends import told_dead_ends
from goalgraph.rules.rule import rule
from goalgraph.rules.telling import through_only, titled


@rule(
    "idle-flywheel",
    Severity.ERROR,
    summary="A flywheel that leads to no value.",
    why="a feedback that is meant has to drive something; this one drives itself alone",
)
def idle_flywheel(graph: PurposeGraph) -> Iterator[Violation]:
    for told in told_dead_ends(graph).get("idle-flywheel", ()):
        members = frozenset(told.end.members)
        flywheel = Loop(graph, members)
        circle = flywheel.flywheel
        start = titled(graph, circle[0].source)
        tangled = len(members) - len(circle)
        more = (f"{tangled} more {'element turns' if tangled == 1 else 'elements turn'} with it",) if tangled else ()
        yield Violation(
            circle[0].links[0].place,
            f"the flywheel around {start} turns for nothing: no value is ever reached",
            told.end.members,
            labels=link_labels(circle, flywheel.turning),
            helps=("say which objective or value the flywheel drives: let one of its members serve it",),
            notes=(*more, *through_only(told.leads_in, "this flywheel")),
            circle=read(graph, circle),
            loop=told.end.members,
            leads_in=told.leads_in,
            question=f"What would grow, outside this flywheel, if {start} grew?",
        )
