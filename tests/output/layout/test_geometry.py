from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalgraph.output.layout import lay_out
from goalgraph.output.layout.picture import Picture
from goalgraph.output.layout.rows import in_rows
from goalgraph.output.layout.scene import Band, Edge, Node, Scene
from tests.output.layout.geometry import EXAMPLES, example, holds, ring, whole


def node(number: int, band: Band, title: str = "Something", note: str = "") -> Node:
    return Node(f"n{number}", title, band.name.lower(), band, note)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    bands = draw(st.lists(st.sampled_from(Band), max_size=24))
    texts = st.text(max_size=60)
    nodes = tuple(
        node(at, band, draw(texts), draw(st.sampled_from(["", "3 elements"]))) for at, band in enumerate(bands)
    )
    if not nodes:
        return Scene((), ())
    keys = st.sampled_from([each.key for each in nodes])
    pairs = draw(st.lists(st.tuples(keys, keys), unique=True, max_size=40))
    edges = tuple(Edge(one, other, draw(st.booleans()), draw(st.booleans())) for one, other in pairs)
    return Scene(nodes, edges)


@given(st.lists(scenes(), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_everything_promised_of_a_picture_holds_of_any_scene(several: list[Scene]) -> None:
    for picture, scene in zip(lay_out(several), several, strict=True):
        holds(picture, scene)
        assert picture.routed or not scene.edges


@given(scenes())
@settings(deadline=None)
def test_and_of_any_scene_in_rows(scene: Scene) -> None:
    holds(in_rows(scene), scene)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_the_examples_fit_a_page_about(folder: Path) -> None:
    scene = whole(example(folder))
    (picture,) = lay_out([scene])
    assert picture.routed
    holds(picture, scene)
    assert picture.width <= 1230


@pytest.mark.parametrize("bands", ["m", "o", "v", "mm", "om", "vm", "mmm", "omm", "vom", "mmmmmmmm", "omomomom"])
def test_loops_of_any_size(bands: str) -> None:
    scene = ring(bands)
    (picture,) = lay_out([scene])
    assert picture.routed
    holds(picture, scene)
    assert all(route.mark for route in picture.routes)


def test_a_map_in_which_everything_serves_everything() -> None:
    bands = [Band.VALUES] * 2 + [Band.OBJECTIVES] * 5 + [Band.MEANS] * 7
    nodes = tuple(node(at, band) for at, band in enumerate(bands))
    edges = tuple(Edge(one.key, other.key, circular=True) for one in nodes for other in nodes if one is not other)
    (picture,) = lay_out([Scene(nodes, edges)])
    assert picture.routed
    holds(picture, Scene(nodes, edges))


def heights(picture: Picture, band: Band) -> list[int]:
    return [box.y for box in picture.boxes if box.node.band is band]


def test_what_turns_with_a_value_stands_below_it() -> None:
    (picture,) = lay_out([ring("vomm")])
    assert max(heights(picture, Band.VALUES)) < min(heights(picture, Band.OBJECTIVES))
    assert max(heights(picture, Band.OBJECTIVES)) < min(heights(picture, Band.MEANS))


def test_a_value_is_no_loose_end() -> None:
    (picture,) = lay_out([Scene((node(0, Band.VALUES), node(1, Band.MEANS)), ())])
    assert [strip.label for strip in picture.strips] == ["Values", "Linked to nothing"]


def test_an_empty_scene_is_an_empty_picture() -> None:
    (picture,) = lay_out([Scene((), ())])
    assert (picture.boxes, picture.routes, picture.strips) == ((), (), ())


def test_many_loose_ends_stand_in_rows() -> None:
    nodes = tuple(node(at, Band.MEANS) for at in range(60))
    (picture,) = lay_out([Scene(nodes, ())])
    holds(picture, Scene(nodes, ()))
    assert picture.width < 1200


def test_twenty_thousand_elements_are_laid_out_in_rows() -> None:
    nodes = tuple(node(at, Band(min(at % 7, 2))) for at in range(20_000))
    edges = tuple(Edge(f"n{at}", f"n{at // 2}", circular=True) for at in range(1, 20_000))
    (picture,) = lay_out([Scene(nodes, edges)])
    assert not picture.routed
    assert len(picture.boxes) == len(nodes)
    assert len(picture.routes) == len(edges)


def test_lines_to_the_same_from_afar_share_a_stem() -> None:
    nodes = (node(0, Band.VALUES), *(node(at, Band.MEANS) for at in range(1, 25)))
    edges = tuple(Edge(f"n{at}", "n0") for at in range(1, 25))
    (picture,) = lay_out([Scene(nodes, edges)])
    last = [route.points[-4:] for route in picture.routes]
    assert len(set(last)) < len(last)
