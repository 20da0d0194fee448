"""A map as one scene: a box for every element that goes on, an arrow for every why."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from goalgraph.analysis import Analysis
from goalgraph.graph.chains import reasons
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.spheres import INFORMAL
from goalgraph.model.elements import Kind
from goalgraph.output.layout.scene import Band, Edge, Node, Scene

_BANDS = {Kind.VALUE: Band.VALUES, Kind.OBJECTIVE: Band.OBJECTIVES}
# These have parts of the report of their own.
ASIDE = (Kind.UNIT, Kind.CONCEPT)


def whole_map(analysis: Analysis) -> Scene:
    """All of a map but its units and concepts, and what is stopped."""
    return scene_of(analysis.graph, names_shown(analysis.graph))


def names_shown(graph: PurposeGraph) -> tuple[str, ...]:
    """The elements that have a box, in order of place."""
    return tuple(name for name, element in graph.elements.items() if element.kind not in ASIDE)


def scene_of(graph: PurposeGraph, names: Iterable[str], chosen: Collection[str] = ()) -> Scene:
    """Some elements and the arrows between them; `chosen` are those that the scene is about."""
    shown = dict.fromkeys(name for name in names if graph.element(name).kind not in ASIDE)
    to_itself = {link.source for link in graph.self_links}
    nodes = tuple(
        node(graph, name, circular=name in to_itself or name in graph.loop_of, chosen=name in chosen) for name in shown
    )
    return Scene(nodes, tuple(edge for name in shown for edge in _edges(graph, name, shown, name in to_itself)))


def node(graph: PurposeGraph, name: str, *, circular: bool = False, chosen: bool = False) -> Node:
    """The box of one element."""
    element = graph.element(name)
    return Node(
        name,
        element.title,
        element.kind.value,
        band_of(element.kind),
        circular=circular,
        informal=element.sphere == INFORMAL,
        chosen=chosen,
    )


def band_of(kind: Kind) -> Band:
    """The band in which elements of a kind stand."""
    return _BANDS.get(kind, Band.MEANS)


def linked(scene: Scene, addresses: Mapping[str, str]) -> Scene:
    """The same scene, each box leading to the address of its element where that has one."""
    nodes = (replace(each, href=f"#{addresses[each.key]}") if each.key in addresses else each for each in scene.nodes)
    return replace(scene, nodes=tuple(nodes))


def _edges(graph: PurposeGraph, name: str, shown: Collection[str], to_itself: bool) -> Iterable[Edge]:
    informal = graph.element(name).sphere == INFORMAL
    if to_itself:
        yield Edge(name, name, circular=True, informal=informal)
    together = graph.loop_of.get(name, ())
    for target in reasons(graph)[name]:
        if target in shown:
            circular = target in together and (name, target) in graph.arrows
            yield Edge(name, target, circular=circular, informal=informal)
