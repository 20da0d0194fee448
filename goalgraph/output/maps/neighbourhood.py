"""The small map of one finding: what it is about, its circle, and what stands next to it."""

from collections import deque
from collections.abc import Iterator

from goalgraph.analysis import Analysis
from goalgraph.finding import Finding
from goalgraph.graph.chains import reasons, told_by
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.output.layout.scene import Scene
from goalgraph.output.maps.whole import names_shown, scene_of

MOST = 9
MOST_ON_CIRCLE = 12
_FARTHEST = 4


def neighbourhood(finding: Finding, analysis: Analysis) -> Scene | None:
    """At most nine boxes, or a circle of at most twelve; None where there is no link to be shown."""
    graph, violation = analysis.graph, finding.violation
    circle = [step.name for step in violation.circle]
    about = [name for name in dict.fromkeys((*circle, *violation.elements)) if name in names_shown(graph)]
    if not about or len(circle) > MOST_ON_CIRCLE:
        return None
    shown = dict.fromkeys(about[: max(MOST, len(circle))])
    # A way to a value says more than one more neighbour, but half a way says nothing.
    way = [name for name in _way_up(graph, about) if name not in shown]
    if len(shown) + len(way) <= MOST:
        shown.update(dict.fromkeys(way))
    for name in _beside(graph, about):
        if len(shown) >= MOST:
            break
        if name in names_shown(graph):
            shown.setdefault(name)
    scene = scene_of(graph, graph.in_order(frozenset(shown)), chosen=frozenset(about))
    return scene if scene.edges else None


def _way_up(graph: PurposeGraph, about: list[str]) -> list[str]:
    """The shortest way from what a finding is about to a value, if there is one that is short."""
    came_from: dict[str, str] = {}
    waiting = deque((name, 0) for name in about if graph.anchors.isdisjoint(about))
    while waiting:
        name, length = waiting.popleft()
        if name in graph.anchors:
            way = [name]
            while way[-1] in came_from:
                way.append(came_from[way[-1]])
            return way[::-1]
        if length < _FARTHEST:
            for target in reasons(graph)[name]:
                if target not in came_from and target not in about:
                    came_from[target] = name
                    waiting.append((target, length + 1))
    return []


def _beside(graph: PurposeGraph, about: list[str]) -> Iterator[str]:
    """The direct whys, then the direct hows."""
    for name in about:
        yield from reasons(graph)[name]
    for name in about:
        yield from told_by(graph)[name]
