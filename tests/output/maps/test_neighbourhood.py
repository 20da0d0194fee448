"""The small map of one finding."""

from hypothesis import given

from goalgraph.analysis import Analysis
from goalgraph.output.layout.scene import Scene
from goalgraph.output.maps.neighbourhood import MOST, MOST_ON_CIRCLE, neighbourhood
from tests.laws.maps import Map, maps, text_of
from tests.output.maps.laws import analysed, goes_on, is_sound, keys, many, pairs
from tests.output.verdicts import EXAMPLES, example


def near(analysis: Analysis, rule: str) -> Scene | None:
    return neighbourhood(next(finding for finding in analysis.findings if finding.rule == rule), analysis)


@given(maps(most=12, most_links=24))
def test_it_shows_what_the_finding_is_about_and_little_more(drawn: Map) -> None:
    analysis = analysed(text_of(drawn))
    shown = set(goes_on(analysis.graph))
    for finding in analysis.findings:
        scene = neighbourhood(finding, analysis)
        if scene is None:
            continue
        is_sound(scene)
        circle = {step.name for step in finding.violation.circle}
        chosen = {node.key for node in scene.nodes if node.chosen}
        assert circle <= chosen <= circle | set(finding.violation.elements)
        assert chosen
        assert set(keys(scene)) <= shown
        assert len(scene.nodes) <= max(MOST, len(circle)) <= MOST_ON_CIRCLE
        assert scene.edges


@given(maps(most=12, most_links=24))
def test_no_box_beside_what_the_finding_is_about_hangs_loose(drawn: Map) -> None:
    analysis = analysed(text_of(drawn))
    for finding in analysis.findings:
        scene = neighbourhood(finding, analysis)
        linked = {end for pair in pairs(scene) for end in pair} if scene else set()
        assert not [node.key for node in scene.nodes if not node.chosen and node.key not in linked] if scene else True


def test_the_examples_have_small_maps() -> None:
    for name in EXAMPLES:
        verdict = example(name)
        for analysis in verdict.analyses:
            for finding in analysis.findings:
                scene = neighbourhood(finding, analysis)
                assert scene is None or len(scene.nodes) <= MOST_ON_CIRCLE


def test_a_circle_is_shown_whole_with_what_leads_to_it() -> None:
    circle = "".join(many("means", 4, "    serves means-{1}\n"))
    scene = near(analysed(f'{circle}means on "On"\n    serves means-2\n'), "closed-loop")
    assert scene
    assert keys(scene) == ["means-0", "means-1", "means-2", "means-3", "on"]
    assert [node.key for node in scene.nodes if node.chosen] == ["means-0", "means-1", "means-2", "means-3"]
    assert sum(edge.circular for edge in scene.edges) == 4


def test_a_longer_circle_stands_alone_and_a_very_long_one_is_not_drawn() -> None:
    twelve, thirteen = (analysed("".join(many("means", count, "    serves means-{1}\n"))) for count in (12, 13))
    scene = near(twelve, "closed-loop")
    assert scene
    assert len(scene.nodes) == 12
    assert near(thirteen, "closed-loop") is None


def test_a_way_to_a_value_goes_before_further_neighbours() -> None:
    scene = near(
        analysed(
            "".join(many("means", 20, "    serves a\n"))
            + 'objective a "Launch the portal"\n    serves b\nobjective b "B"\n    serves c\n'
            'objective c "C"\n    serves v\nvalue v "V"\n'
        ),
        "activity-as-objective",
    )
    assert scene
    assert {"a", "b", "c", "v"} <= set(keys(scene))
    assert len(scene.nodes) == MOST


def test_what_serves_itself_is_shown_with_its_arrow() -> None:
    scene = near(analysed('means one "One"\n    serves one\n'), "own-purpose")
    assert scene
    assert pairs(scene) == [("one", "one")]


def test_what_is_linked_to_nothing_has_none() -> None:
    assert near(analysed('means one "One"\n'), "no-why") is None


def test_what_could_not_be_read_has_none() -> None:
    assert near(analysed('value v "x\n'), "syntax-error") is None
