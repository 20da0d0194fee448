import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from goalgraph.analysis import analyse
from goalgraph.output import svg
from goalgraph.output.layout import lay_out
from goalgraph.output.layout.scene import Band, Edge, Node, Scene
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source
from tests.output.layout.geometry import EXAMPLES, example, ring, whole

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "</script>",
    '"><svg onload=alert(1)>',
    "]]>",
    "\u202egnp.exe",
    "👩‍👩‍👧 família",
    "\x00\x0b\ufffe\uffff",
    "x" * 10_000,
)


def on_a_page(scene: Scene, *, small: bool = False) -> str:
    environment = Environment(
        loader=FileSystemLoader(Path(svg.__file__).parent), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    text = '{% from "picture.svg.j2" import picture, markers %}{{ markers() }}{{ picture(drawn, "A map", small) }}'
    return environment.from_string(text).render(drawn=lay_out([scene])[0], small=small)


def linked(scene: Scene) -> Scene:
    return replace(scene, nodes=tuple(replace(node, href=f"#e-{node.key}") for node in scene.nodes))


def verdict(text: str) -> Verdict:
    analysis = analyse([Source("map.strat", text)])
    return Verdict([analysis], analysis.findings)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_every_element_and_every_line_of_an_example_is_drawn(folder: Path) -> None:
    analysis = example(folder)
    root = ElementTree.fromstring(svg.render(Verdict([analysis], analysis.findings)))
    groups = [each.get("class", "").split() for each in root.iter(f"{SVG}g")]
    scene = whole(analysis)
    assert sum("box" in words for words in groups) == len(scene.nodes)
    drawn = (group for group in root.iter(f"{SVG}g") if "links" in group.get("class", "").split())
    assert sum(map(len, drawn)) == len(scene.edges)
    assert not list(root.iter(f"{SVG}a"))
    assert not list(root.iter(f"{SVG}style"))


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_the_file(title: str) -> None:
    scene = Scene(
        (Node("a", title, "means", Band.MEANS, title), Node("b", title, "value", Band.VALUES)), (Edge("a", "b"),)
    )
    written = svg.drawn([(title, scene)])
    root = ElementTree.fromstring(written.encode())
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        *("svg", "title", "defs", "marker", "path", "rect", "g", "text"),
    }
    assert len(written) < 6_000


@given(st.text())
@settings(max_examples=30, deadline=None)
def test_no_text_at_all_breaks_the_file(title: str) -> None:
    scene = Scene((Node("a", title, "value", Band.VALUES, title),), ())
    ElementTree.fromstring(svg.drawn([(title, scene)]).encode())


def test_a_map_without_elements_and_no_map_are_files_too() -> None:
    for written in (svg.render(verdict("")), svg.drawn([])):
        ElementTree.fromstring(written)


def test_several_maps_stand_one_below_the_other() -> None:
    root = ElementTree.fromstring(svg.drawn([("One", ring("om")), ("Two", ring("mm"))]))
    maps = [each for each in root.iter(f"{SVG}svg") if each.get("class") == "map"]
    assert [each.get("aria-label") for each in maps] == ["One", "Two"]
    ids = re.findall(r'\bid="([^"]*)"', svg.drawn([("One", ring("om")), ("Two", ring("mm"))]))
    assert len(ids) == len(set(ids))


def test_a_picture_on_a_page_has_the_marks_that_scripts_look_for() -> None:
    written = on_a_page(linked(ring("om")))
    assert '<a class="box objective circular" href="#e-o0" data-key="o0">' in written
    assert '<g class="links circular"' in written
    assert '<path data-from="o0" data-to="m1" d="' in written
    assert '<svg class="map" role="group" aria-label="A map" viewBox="0 0 ' in written


def test_a_small_picture_has_neither_links_nor_names_of_strips() -> None:
    written = on_a_page(linked(ring("om")), small=True)
    assert '<svg class="map small" role="img" aria-label="A map" ' in written
    assert "<a " not in written
    assert "data-" not in written
    assert "Objectives" not in written


def test_what_is_circular_is_told_by_a_sign_too() -> None:
    written = on_a_page(ring("om"))
    assert written.count("↻") == 4


def test_folded_edges_tell_how_many_they_are() -> None:
    scene = ring("om")
    many = replace(scene, edges=(replace(scene.edges[0], count=12), replace(scene.edges[1], circular=False, count=3)))
    written = on_a_page(many)
    assert ' stroke-width="4.1"><title>12 links</title></path>' in written
    assert ' stroke-width="1.7"><title>3 links</title></path>' in written


def test_boxes_and_links_are_terse() -> None:
    scene = linked(whole(example(next(folder for folder in EXAMPLES if folder.name == "portal"))))
    boxes = re.findall(r'<a class="box.*?</a>', on_a_page(scene))
    links = re.findall(r"<path data-from.*?/>", on_a_page(scene))
    assert sum(map(len, boxes)) / len(boxes) < 300
    assert sum(map(len, links)) / len(links) < 140
