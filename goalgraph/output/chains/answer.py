"""What some maps say to "why?" or "how?" of an element, and what it comes to."""

from collections.abc import Sequence
from typing import NamedTuple

from goalgraph.analysis import Analysis
from goalgraph.graph.chains import Chains, Leaf, chains
from goalgraph.graph.dead_ends import dead_ends
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.elements import Element


class Answer(NamedTuple):
    """What one map says.

    `chains` is None for an element that takes no part. `reached` are, asked why, the values or what stands in for
    them; asked how, the supporters. `stops` are where it ends for good: asked why, the dead ends, each with its
    members; asked how, the ends for which nothing is done. `turning` is the loop or flywheel on which the element
    stands.
    """

    analysis: Analysis
    element: Element
    chains: Chains | None
    reached: tuple[str, ...] = ()
    stops: tuple[tuple[str, ...], ...] = ()
    turning: tuple[str, ...] = ()
    in_doubt: bool = False

    @property
    def graph(self) -> PurposeGraph:
        return self.analysis.graph

    @property
    def on_loop(self) -> bool:
        """Whether what it stands on is a loop, and not a flywheel."""
        return self.element.name in self.graph.loop_of


class Answers(NamedTuple):
    """What was asked of which element, and what each map says in which it stands."""

    upward: bool
    name: str
    answers: tuple[Answer, ...]

    @property
    def question(self) -> str:
        return "why" if self.upward else "how"

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        return tuple(each.analysis for each in self.answers)


def answer(analyses: Sequence[Analysis], name: str, *, upward: bool) -> Answers:
    """What maps that have an element say of it."""
    ask = _why if upward else _how
    return Answers(upward, name, tuple(ask(each, each.map.elements[name]) for each in analyses))


def _why(analysis: Analysis, element: Element) -> Answer:
    graph, name = analysis.graph, element.name
    if name not in graph.elements:
        return Answer(analysis, element, None)
    found = chains(graph, name, upward=True)
    reached = set(found.names)
    return Answer(
        analysis,
        element,
        found,
        graph.in_order(reached & graph.anchors),
        tuple(each.members for each in dead_ends(graph) if each.first in reached),
        graph.in_order(graph.turning_of.get(name, frozenset())),
        graph.is_uncertain(name),
    )


def _how(analysis: Analysis, element: Element) -> Answer:
    graph, name = analysis.graph, element.name
    if name not in graph.elements:
        return Answer(analysis, element, None)
    found = chains(graph, name, upward=False)
    doubt = graph.map.doubt
    return Answer(
        analysis,
        element,
        found,
        graph.in_order(graph.supporters(name)),
        tuple((leaf,) for leaf, what in found.leaves.items() if what is Leaf.NOTHING_DONE),
        graph.in_order(graph.turning_of.get(name, frozenset())),
        doubt.everything or not doubt.how.isdisjoint(found.names),
    )
