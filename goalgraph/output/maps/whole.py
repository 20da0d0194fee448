"""A map as one scene: a box for every element that goes on, an arrow for every why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from goalgraph.analysis import Analysis
from goalgraph.graph.chains import reasons
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from goalgraph.graph.spheres import INFORMAL
from goalgraph.model.elements import Kind
from goalgraph.output.layout.scene import Band, Edge, Node, Scene

_BANDS = {Kind.VALUE: Band.VALUES, Kind.OBJECTIVE: Band.OBJECTIVES}
# These have parts of the report of their own.
_ASIDE = (Kind.UNIT, Kind.CONCEPT)


def whole_map(analysis: Analysis) -> Scene:
    """All of a map but its units and concepts, and what is stopped."""
    return scene_of(analysis.graph, names_shown(analysis.graph))


@remembered
def names_shown(graph: PurposeGraph) -> Mapping[str, None]:
    """The elements that have a box, in order of place; a unit only where it turns, lest a loop be shown open."""
    return {
        name: None
        for name, element in graph.elements.items()
        if element.kind not in _ASIDE or name in graph.loop_of or name in to_itself(graph)
    }


@remembered
def to_itself(graph: PurposeGraph) -> frozenset[str]:
    """The elements that have a link to themselves."""
    return frozenset(link.source for link in graph.self_links)


def scene_of(graph: PurposeGraph, names: Iterable[str], chosen: Collection[str] = ()) -> Scene:
    """Some elements and the arrows between them; `chosen` are those that the scene is about."""
    shown = dict.fromkeys(name for name in names if name in names_shown(graph))
    nodes = tuple(node(graph, name, chosen=name in chosen) for name in shown)
    return Scene(nodes, tuple(edge for name in shown for edge in _edges(graph, name, shown)))


def node(graph: PurposeGraph, name: str, *, chosen: bool = False) -> Node:
    """The box of one element."""
    element = graph.element(name)
    return Node(
        name,
        element.title,
        element.kind.value,
        band_of(element.kind),
        circular=name in graph.loop_of or name in to_itself(graph),
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


def numbered(scene: Scene) -> Scene:
    """The same scene, its nodes called by their numbers: shorter than names, and they mean nothing outside of it."""
    number = {each.key: str(at) for at, each in enumerate(scene.nodes)}
    nodes = (replace(each, key=number[each.key]) for each in scene.nodes)
    edges = (replace(each, source=number[each.source], target=number[each.target]) for each in scene.edges)
    return Scene(tuple(nodes), tuple(edges))


def turns(graph: PurposeGraph, source: str, target: str) -> bool:
    """Whether an arrow is part of a loop."""
    return target in graph.loop_of.get(source, ()) and (source, target) in graph.arrows


def _edges(graph: PurposeGraph, name: str, shown: Collection[str]) -> Iterator[Edge]:
    informal = graph.element(name).sphere == INFORMAL
    if name in to_itself(graph):
        yield Edge(name, name, circular=True, informal=informal)
    for target in reasons(graph)[name]:
        if target in shown:
            yield Edge(name, target, circular=turns(graph, name, target), informal=informal)
