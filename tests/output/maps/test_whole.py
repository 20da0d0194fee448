"""A whole map: a box for all that goes on, an arrow for every why."""

from hypothesis import given

from goalgraph.graph.chains import reasons
from goalgraph.output.layout.scene import Band
from goalgraph.output.maps.whole import linked, whole_map
from tests.laws.maps import Map, maps, text_of
from tests.output.maps.laws import analysed, goes_on, is_sound, keys, pairs
from tests.output.verdicts import EXAMPLES, TITLES, example

PLAN = """
strategy plan "Plan"
value trust "People trust us"
unit care "Client care"
concept trend "The trend"
    keep portal
objective fast "Answers in a day"
    serves trust
means portal "Portal"
    serves fast
    needs training
    sphere informal
means training "Training"
    needs portal
means alone "Alone"
    serves alone
means gone "Gone"
    serves fast
    status stopped
asset records "Records"
bridge mentors "Mentors"
    joins portal, training
"""


@given(maps())
def test_every_element_that_goes_on_has_one_box_and_every_why_one_arrow(drawn: Map) -> None:
    analysis = analysed(text_of(drawn))
    graph, scene = analysis.graph, whole_map(analysis)
    is_sound(scene)
    shown = goes_on(graph)
    assert keys(scene) == shown
    told = {(name, target) for name in shown for target in reasons(graph)[name] if target in shown}
    to_itself = {(link.source, link.source) for link in graph.self_links if link.source in shown}
    assert set(pairs(scene)) == told | to_itself


@given(maps())
def test_what_turns_is_circular_and_nothing_else(drawn: Map) -> None:
    analysis = analysed(text_of(drawn))
    graph, scene = analysis.graph, whole_map(analysis)
    to_itself = {link.source for link in graph.self_links}
    for node in scene.nodes:
        assert node.circular == (node.key in graph.loop_of or node.key in to_itself)
    for edge in scene.edges:
        turns = edge.source == edge.target or (
            edge.target in graph.loop_of.get(edge.source, ()) and edge.target in graph.steps[edge.source]
        )
        assert edge.circular == turns


def test_units_concepts_and_what_is_stopped_have_no_box() -> None:
    assert keys(whole_map(analysed(PLAN))) == ["trust", "fast", "portal", "training", "alone", "records", "mentors"]


def test_a_box_stands_in_the_band_of_its_kind() -> None:
    bands = {node.key: node.band for node in whole_map(analysed(PLAN)).nodes}
    assert bands["trust"] is Band.VALUES
    assert bands["fast"] is Band.OBJECTIVES
    assert {bands[name] for name in ("portal", "records", "mentors")} == {Band.MEANS}


def test_what_is_informal_is_told_of_boxes_and_of_the_arrows_that_leave_them() -> None:
    scene = whole_map(analysed(PLAN))
    assert [node.key for node in scene.nodes if node.informal] == ["portal"]
    assert [(edge.source, edge.target) for edge in scene.edges if edge.informal] == [
        ("portal", "fast"),
        ("portal", "training"),
    ]


def test_a_link_to_itself_is_an_arrow_that_turns() -> None:
    scene = whole_map(analysed('means one "One"\n    serves one\n    needs one\n'))
    assert [(edge.source, edge.target, edge.circular) for edge in scene.edges] == [("one", "one", True)]
    assert scene.nodes[0].circular


def test_boxes_lead_to_the_addresses_of_their_elements() -> None:
    scene = linked(whole_map(analysed(PLAN)), {"trust": "e-trust"})
    assert {node.key: node.href for node in scene.nodes if node.href} == {"trust": "#e-trust"}


def test_titles_are_passed_on_whatever_they_are() -> None:
    for title in TITLES:
        quoted = title.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "")
        scene = whole_map(analysed(f'means one "{quoted}"\n    serves one\n'))
        assert [node.key for node in scene.nodes] == ["one"]


def test_an_empty_map_has_no_boxes() -> None:
    assert whole_map(analysed("")).nodes == ()


def test_the_examples_are_sound() -> None:
    for name in EXAMPLES:
        for analysis in example(name).analyses:
            is_sound(whole_map(analysis))
