"""What is taken over from the graph of a map as it was before an edit."""

import pytest

from goalgraph.analysis import Analysis, Memory, analyse
from goalgraph.config import Config
from goalgraph.graph.cuts import smallest_cuts
from goalgraph.graph.loops import loops
from goalgraph.graph.titles import title_words
from goalgraph.source import Source

MAP = """\
value trust "Trust"
objective calm "Clients sleep well"
    serves trust
    sphere formal
means desk "Help desk"
    serves tool, calm
means tool "Tool"
    serves desk
"""
CONFIG = Config(time_limit=300.0)


def judged(text: str, memory: Memory) -> Analysis:
    return analyse([Source("map.strat", text)], CONFIG, memory=memory)


def after(before: str, now: str) -> tuple[Analysis, Analysis]:
    """A map before and after an edit."""
    memory = Memory()
    first = judged(MAP, memory)
    return first, judged(MAP.replace(before, now), memory)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param("Help desk", "Helpful desk", id="a title"),
        pytest.param("value trust", "\n\n# new\nvalue trust", id="lines above"),
        pytest.param("means tool", "\nmeans tool", id="a blank line"),
        pytest.param("serves desk\n", 'serves desk because "so"\n    note "x"\n', id="a reason"),
        pytest.param("serves desk\n", "serves desk\n    since 2026\n", id="a date"),
    ],
)
def test_loops_are_not_sought_again_where_no_link_changed(before: str, now: str) -> None:
    first, second = after(before, now)
    assert second.graph is not first.graph
    for known in ("steps", "loop_sets", "purposes", "anchored"):
        assert getattr(second.graph, known) is getattr(first.graph, known)
    (loop,) = loops(second.graph)
    assert loop.graph is second.graph


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param("value trust", 'means new "New"\nvalue trust', id="one more"),
        pytest.param("    sphere formal\n", '    sphere formal\nvalue new "New"\n    note "x"\n', id="a value more"),
    ],
)
def test_an_element_that_nothing_links_changes_nothing_of_loops(before: str, now: str) -> None:
    first, second = after(before, now)
    assert second.graph.loop_sets is first.graph.loop_sets
    assert second.graph.arrows is first.graph.arrows
    assert second.graph.steps is not first.graph.steps


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param('tool "Tool"', 'tool "Tool"\n    status stopped', id="a stop"),
        pytest.param("means desk", "asset desk", id="a kind"),
        pytest.param("sphere formal", "sphere informal", id="a sphere"),
    ],
)
def test_nothing_is_taken_over_where_elements_count_otherwise(before: str, now: str) -> None:
    first, second = after(before, now)
    assert second.graph.steps is not first.graph.steps
    assert second.graph.served_by["desk"] is not first.graph.served_by["desk"]


@pytest.mark.parametrize(
    ("before", "now", "steps", "loops", "anchored"),
    [
        pytest.param("tool, calm", "calm", ["calm"], [], "all", id="a link taken away, which opens a loop"),
        pytest.param("tool, calm", "tool", ["tool"], [{"desk", "tool"}], ["trust", "calm"], id="the only way up"),
        pytest.param("tool, calm", "calm, tool", ["calm", "tool"], [{"desk", "tool"}], "all", id="turned round"),
        pytest.param(
            "    serves trust",
            "    serves desk",
            ["tool", "calm"],
            [{"desk", "tool", "calm"}],
            ["trust"],
            id="a longer way",
        ),
    ],
)
def test_what_a_link_changes_is_found_at_its_ends(
    before: str, now: str, steps: list[str], loops: list[set[str]], anchored: list[str] | str
) -> None:
    memory = Memory()
    known = judged(MAP, memory).graph.steps
    untouched = known["tool"]
    second = judged(MAP.replace(before, now), memory)
    assert second.graph.steps is known
    assert second.graph.steps["tool"] is untouched
    assert second.graph.steps["desk"] == steps
    assert second.graph.loop_sets == loops
    assert second.graph.anchored == set(second.graph.elements if anchored == "all" else anchored)


def test_a_strength_counts_in_the_cut_and_leaves_the_loop_as_it_is() -> None:
    first, second = after("serves desk", "serves desk weakly")
    assert second.graph.loop_sets is first.graph.loop_sets
    (cut,) = smallest_cuts(second.graph).values()
    assert [(arrow.source, arrow.target, arrow.weight) for arrow in cut.arrows] == [("tool", "desk", 2)]


@pytest.mark.parametrize(
    ("before", "now", "place"),
    [
        pytest.param("means desk", "# above\nmeans desk", "map.strat:7:12", id="moved"),
        pytest.param("    serves tool", '    note "first"\n    serves tool', "map.strat:7:12", id="written anew"),
    ],
)
def test_cuts_speak_of_the_links_as_they_are_written_now(before: str, now: str, place: str) -> None:
    _, second = after(before, now)
    (cut,) = smallest_cuts(second.graph).values()
    assert [link.place.where for arrow in cut.arrows for link in arrow.links] == [place]


def test_titles_are_compared_again_only_where_one_changed() -> None:
    memory = Memory()
    words = title_words(judged(MAP, memory).graph)
    noted = judged(MAP.replace("serves desk\n", 'serves desk\n    note "x"\n'), memory)
    assert title_words(noted.graph) is words
    titled = judged(MAP.replace("Help desk", "Helpful desk"), memory)
    assert title_words(titled.graph)["desk"] == ("helpful", "desk")


def test_the_graph_before_lets_go_of_what_it_remembered() -> None:
    first, _ = after("Help desk", "Helpful desk")
    assert not first.graph.answers


BRIDGE = """\
value v "V"
objective o "O"
    serves v
means m "M"
    serves o
means k "K"
    serves o
bridge b "B"
"""
UNANCHORED = """\
means m1 "M1"
    serves m2
    serves o
means m2 "M2"
    serves m1
objective o "O"
"""
FED = """\
value v "V"
objective o "O"
    serves v
means m1 "M1"
    serves m3 strongly
    serves o
    needs m2
means m3 "M3"
    serves m2 strongly
    needs m1
means m2 "M2"
"""
ASIDE = """\
means m1 "M1"
    serves m2 strongly
    serves o
means m2 "M2"
    serves m1 weakly
objective o "O"
    serves v
value v "V"
objective ow "OW"
    serves w
value w "W"
means p "P"
    serves m2, ow
bridge b "B"
    joins p, q
means q "Q"
    serves o
"""
FLYWHEEL = """\
value v "V"
objective o "O"
    serves v
means m1 "M1"
    serves m2
    serves o
means m2 "M2"
    serves m1
    feeds f
means f "F"
    serves m1
means x "X"
    serves o
means y "Y"
    serves o
bridge b "B"
    serves o
"""
TITLES = """\
means m "Portal"
    serves a
means k "Crm"
    serves a
objective a "Better portal"
    serves b
objective b "Better crm"
    serves a
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(BRIDGE, f"{BRIDGE}    joins m, k\n", id="the first bridge that joins anything"),
        pytest.param(
            f'{BRIDGE}means z "Z"\n', f'{BRIDGE}    joins m, k\nmeans z "Z"\n    serves o\n', id="and one more link"
        ),
        pytest.param(UNANCHORED, f'{UNANCHORED}value v "V"\n', id="a first value, linked to nothing"),
        pytest.param(FED, f"{FED}    feeds m1\n", id="a feeds beside a need of another statement"),
        pytest.param(ASIDE, ASIDE.removesuffix("o\n") + "ow\n", id="what a bridge joins beside a loop"),
        pytest.param(FLYWHEEL, f"{FLYWHEEL}    joins x, y\n", id="a bridge beside a loop with a flywheel"),
        pytest.param(TITLES, TITLES.replace('"Better portal"', '"Good portal"'), id="a title of one of two"),
        pytest.param(
            'means x "X"\n',
            'objective n4 "Portal"\n    serves n2\nvalue n2 "Implement Sales"\n    serves n4\n',
            id="all that stands there",
        ),
    ],
)
def test_an_edit_there_and_back_comes_to_what_a_new_map_does(one: str, other: str) -> None:
    memory = Memory()
    for text in (one, other, one, other):
        assert told(judged(text, memory)) == told(judged(text, Memory()))


def told(analysis: Analysis) -> list[str]:
    """All findings, with all that is told of each; a text stands for the place in it."""
    return [str(finding) for finding in analysis.findings]
