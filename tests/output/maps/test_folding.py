"""A large map with few boxes, whatever it is made of."""

import re

import pytest
from hypothesis import given

from goalgraph.graph.chains import reasons
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.output.layout.scene import Band, Scene
from goalgraph.output.maps.folding import MOST, folded
from tests.browser.maps import big_map
from tests.laws.maps import Map, maps, text_of
from tests.output.maps.laws import analysed, goes_on, is_sound, keys, many, pairs

# Of each the elements that have no unit, or a unit each, or a value each, or a loop each, or all in one.
LARGE = {
    "grown": big_map(300),
    "means": "".join(many("means", 600)),
    "values": "".join((*many("value", 600), *many("means", 600, "    serves value-{0}\n"))),
    "few values": "".join((*many("value", 12), *many("means", 300, "    serves value-0\n"))),
    "units": "".join((*many("unit", 600), *many("means", 600, "    owner unit-{0}\n"))),
    "units of all kinds": "".join(
        (
            *many("unit", 300),
            *many("value", 90, "    owner unit-{0}\n"),
            *many("objective", 300, "    owner unit-{0}\n    serves value-1\n"),
            *many("means", 300, "    owner unit-{0}\n    serves objective-{0}\n"),
            *many("asset", 300, "    owner unit-{0}\n    serves means-{0}\n"),
            *many("bridge", 300, "    owner unit-{0}\n    joins means-{0}, means-{1}\n"),
        )
    ),
    "one loop": "".join(many("means", 400, "    serves means-{1}\n")),
    "loops of one": "".join(many("means", 400, "    serves means-{0}\n    needs means-{0}\n")),
    "loops of two": "".join(
        (
            *many("objective", 300, "    serves means-{0}\n"),
            *many("means", 300, "    serves objective-{0}\n"),
        )
    ),
    "loops with values": "".join(
        (*many("value", 8, "    serves means-{0}\n"), *many("means", 200, "    serves value-{0}\n"))
    ),
    "loops of units": "".join(
        (*many("unit", 100, "    serves unit-{1}\n"), *many("means", 100, "    serves unit-{0}\n"))
    ),
}


def is_told(graph: PurposeGraph, scene: Scene) -> None:
    """Asserts that all that goes on is counted in one box, and that no more is."""
    counted = 0
    for node in scene.nodes:
        if node.key in graph.elements:
            counted += 1
        elif "loop" not in node.note and "loop" not in node.title:
            counted += int(node.note.split(" ")[0])
    on_loops = {name for name in graph.loop_of if name not in keys(scene)}
    on_loops |= {link.source for link in graph.self_links if link.source not in keys(scene)}
    assert counted + len(on_loops) == len(goes_on(graph))


@pytest.mark.parametrize("name", LARGE)
def test_there_are_never_more_boxes_than_can_be_looked_at(name: str) -> None:
    analysis = analysed(LARGE[name])
    scene = folded(analysis)
    is_sound(scene)
    is_told(analysis.graph, scene)
    assert 0 < len(scene.nodes) <= MOST


@given(maps(most=12, most_links=30))
def test_every_element_is_in_one_box_and_every_link_in_one_arrow_or_one_box(drawn: Map) -> None:
    analysis = analysed(text_of(drawn))
    graph, scene = analysis.graph, folded(analysis)
    is_sound(scene)
    is_told(graph, scene)
    shown = set(goes_on(graph))
    links = sum(target in shown for name in shown for target in reasons(graph)[name])
    folded_links = sum(edge.count for edge in scene.edges if edge.source != edge.target)
    assert folded_links <= links
    if len(scene.nodes) == len(shown):
        assert folded_links == links


@given(maps(most=12, most_links=30))
def test_what_turns_is_always_seen(drawn: Map) -> None:
    analysis = analysed(text_of(drawn))
    graph, scene = analysis.graph, folded(analysis)
    shown = set(goes_on(graph))
    turning = set(graph.loop_of) | {link.source for link in graph.self_links}
    assert turning <= shown
    assert bool(turning) == any(node.circular for node in scene.nodes)


def test_a_unit_has_a_box_for_each_kind_and_tells_how_many_are_in_it() -> None:
    scene = folded(analysed(
        'value v "Trust"\nunit care "Client care"\nobjective o "Quick"\n    serves v\n    owner care\n'
        'means a "A"\n    serves o\n    owner care\nmeans b "B"\n    serves o, v\n    owner care\n'
    ))  # fmt: skip
    assert [(node.title, node.note, node.band) for node in scene.nodes] == [
        ("Trust", "", Band.VALUES),
        ("Client care", "1 objective", Band.OBJECTIVES),
        ("Client care", "2 means", Band.MEANS),
    ]
    value, objective, means = keys(scene)
    assert sorted((edge.source, edge.target, edge.count) for edge in scene.edges) == sorted(
        [(objective, value, 1), (means, objective, 2), (means, value, 1)]
    )


def test_without_units_it_is_folded_by_what_it_is_for() -> None:
    scene = folded(analysed(
        'value v "Trust"\nvalue w "Growth"\nobjective o "Quick"\n    serves v\n'
        'means a "A"\n    serves o\nmeans b "B"\n    serves o, w\nmeans c "C"\n    serves d\nmeans d "D"\nmeans e "E"\n'
    ))  # fmt: skip
    assert [(node.title, node.note) for node in scene.nodes] == [
        ("Trust", ""),
        ("Growth", ""),
        ("For Trust", "1 objective"),
        ("For Trust", "1 means"),
        ("For several values", "1 means"),
        ("For no value", "2 means"),
        ("Linked to nothing", "1 means"),
    ]


def test_a_loop_has_a_box_that_tells_how_large_it_is() -> None:
    scene = folded(analysed("".join(many("means", 5, "    serves means-{1}\n"))))
    assert [(node.title, node.note, node.circular) for node in scene.nodes] == [
        ("The means of number 0", "loop of 5 elements", True)
    ]


def test_a_value_on_a_loop_keeps_its_box_and_its_band() -> None:
    scene = folded(analysed('value v "Trust"\n    serves m\nmeans m "Tool"\n    serves v\n'))
    assert [(node.title, node.band, node.circular) for node in scene.nodes] == [
        ("Trust", Band.VALUES, True),
        ("Tool", Band.MEANS, True),
    ]
    assert all(edge.circular for edge in scene.edges)
    assert len(scene.edges) == 2


def test_many_loops_are_told_by_their_number() -> None:
    scene = folded(analysed(LARGE["loops of two"]))
    told = [node.title for node in scene.nodes if re.fullmatch(r"\d+ more loops", node.title)]
    alone = sum(node.note.startswith("loop of") for node in scene.nodes)
    assert sum(int(title.split()[0]) for title in told) + alone == 300
    # Each turns in itself, and none leads to another.
    assert pairs(scene) == [(key, key) for key in keys(scene)]
