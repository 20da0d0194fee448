"""Loops: what stands on them, the circle that shows them, where it starts, what hangs from them."""

import pytest

from goalgraph.graph.loops import Loop, loops, read
from tests.graph.maps import graph_of, loop_of, means_in_a_row


def _circle(loop: Loop) -> list[str]:
    return [arrow.source for arrow in loop.circle]


def test_a_loop_is_two_elements_or_more_that_reach_one_another() -> None:
    graph = graph_of(means_in_a_row("a>b b>a c>a b>d e>f f>g g>e"))
    assert [sorted(loop.members) for loop in loops(graph)] == [["a", "b"], ["e", "f", "g"]]


def test_needs_and_serves_close_loops_and_feeds_close_none() -> None:
    assert len(loops(graph_of("means a\n    serves b\n    needs b\nmeans b\n"))) == 1
    assert len(loops(graph_of("means a\n    serves b\nmeans b\n    feeds a\n"))) == 0
    assert len(loops(graph_of("means a\n    needs b\nmeans b\n    needs a\n"))) == 1


def test_a_stopped_element_closes_no_loop() -> None:
    assert loops(graph_of("means a\n    serves b\nmeans b\n    serves a\n    status stopped\n")) == ()


def test_a_link_to_itself_closes_no_loop() -> None:
    assert loops(graph_of("means a\n    serves a\n    needs a\n")) == ()


# --- the start


def test_reading_starts_at_the_highest_kind() -> None:
    loop = loop_of("means m\n    serves o\nobjective o\n    serves v\nvalue v\n    serves m\nmeans n\n    serves m\n")
    assert _circle(loop) == ["v", "m", "o"]
    assert loop.start == "v"


def test_of_one_kind_it_starts_where_most_leads_in() -> None:
    assert _circle(loop_of(means_in_a_row("a>b b>c c>a x>b y>c z>c"))) == ["c", "a", "b"]


def test_else_it_starts_at_the_first_place() -> None:
    assert _circle(loop_of(means_in_a_row("b>a a>c c>b x>a y>b"))) == ["b", "a", "c"]


def test_the_first_place_is_that_of_the_first_file() -> None:
    assert _circle(loop_of("means z\n    serves a\n", "means a\n    serves z\n")) == ["z", "a"]


def test_arrows_of_the_loop_itself_are_no_lead_ins() -> None:
    loop = loop_of(means_in_a_row("a>b b>c c>a c>b x>a"))
    assert loop.leads_in == ("x",)
    assert _circle(loop) == ["b", "c"]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("objective o\n    serves m\nmeans m\n    serves n\nmeans n\n    serves o\nmeans x\n    serves n\n", "n"),
        ("objective o\n    serves m\nmeans m\n    serves n\nmeans n\n    serves o\n", "m"),
        ("objective o\n    serves p\nobjective p\n    serves o\n", "o"),
        ("asset a\n    serves p\nobjective p\n    serves a\n", "p"),
    ],
)
def test_a_headline_names_the_means_that_most_is_done_for(text: str, headline: str) -> None:
    assert loop_of(text).headline == headline


# --- the circle


@pytest.mark.parametrize(
    ("arrows", "circle"),
    [
        ("a>b b>c c>d d>a b>a", "ab"),
        ("a>b b>c c>a c>d d>c", "cd"),
        ("a>b b>c c>d d>e e>a c>f f>b", "bcf"),
        ("a>b b>a b>c c>b", "ab"),
        ("c>b b>c b>a a>b", "cb"),
    ],
)
def test_the_shortest_circle_is_shown_and_of_several_the_one_with_the_best_start(arrows: str, circle: str) -> None:
    assert "".join(_circle(loop_of(means_in_a_row(arrows)))) == circle


def test_a_circle_is_closed_and_runs_along_the_arrows_of_its_loop() -> None:
    loop = loop_of(means_in_a_row("a>b b>c c>d d>a d>b x>a"))
    following = [*loop.circle[1:], loop.circle[0]]
    assert [arrow.target for arrow in loop.circle] == [arrow.source for arrow in following]
    assert set(loop.circle) <= set(loop.arrows)


def test_a_circle_is_read_along_purpose_with_every_place() -> None:
    loop = loop_of("means a\n    serves b\nmeans b\n    needs a\n    serves c\nmeans c\n    serves a\n")
    steps = read(loop.graph, loop.circle)
    assert [(step.name, step.reading, step.target) for step in steps] == [
        ("a", "serves", "b"),
        ("b", "serves", "c"),
        ("c", "serves", "a"),
    ]
    assert [place.line for place in steps[0].places] == [2, 4]


def test_a_need_is_read_the_other_way_round() -> None:
    loop = loop_of("means a\n    needs b\nmeans b\n    needs a\n")
    steps = read(loop.graph, loop.circle)
    assert [(step.name, step.reading, step.places[0].text) for step in steps] == [
        ("a", "is needed by", "needs a"),
        ("b", "is needed by", "needs b"),
    ]


def test_a_circle_of_needs_is_the_shortest_of_needs_alone() -> None:
    loop = loop_of("means a\n    needs b\n    serves b\nmeans b\n    needs c\nmeans c\n    needs a\n    serves b\n")
    assert [arrow.source for arrow in loop.circle] == ["a", "b"]
    assert [arrow.source for arrow in loop.circle_of_needs] == ["a", "c", "b"]
    assert all(link.relation == "needs" for arrow in loop.circle_of_needs for link in arrow.links)


def test_needs_that_close_no_circle() -> None:
    loop = loop_of("means a\n    needs b\nmeans b\n    needs c\nmeans c\n    serves b\n    needs b\n    serves a\n")
    assert [arrow.source for arrow in loop.circle_of_needs] == ["b", "c"]
    assert loop_of("means a\n    serves b\n    needs b\nmeans b\n").circle_of_needs == ()


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("means a\n    serves b\nmeans b\n    serves a\n", True),
        ("means a\n    serves b\n    needs b\nmeans b\n", False),
        ("means a\n    serves b\n    needs b\nmeans b\n    serves a\n", True),
    ],
)
def test_whether_serves_alone_close_a_circle(text: str, closed: bool) -> None:
    assert loop_of(text).serves_close_a_circle is closed


# --- what hangs from it


def test_what_leads_in_and_what_reaches_a_value_only_through_the_loop() -> None:
    loop = loop_of("""
        value v
        means a
            serves b
        means b
            serves a, v
        means only
            serves a
        means deeper
            serves only
        means both
            serves a, v
        means under-both
            serves both
        means apart
            serves v
        """)
    assert loop.leads_in == ("only", "deeper", "both", "under-both")
    assert loop.dependants == ("only", "deeper")
    assert loop.exits == (("b", "v"),)


def test_where_the_loop_reaches_no_value_all_that_has_no_other_way_depends_on_it() -> None:
    loop = loop_of(
        "value v\nmeans a\n    serves b\nmeans b\n    serves a\nmeans x\n    serves a, v\nmeans y\n    serves b\n"
    )
    assert (loop.leads_in, loop.dependants, loop.exits) == (("x", "y"), ("y",), ())


# --- flywheels


def test_a_flywheel_turns_by_feeds_and_joins() -> None:
    graph = graph_of(
        "means a\n    serves b\nmeans b\n    feeds c\nmeans c\n    serves a\n    serves d\nmeans d\n    serves a\n"
    )
    (members,) = graph.turning_sets
    wheel = Loop(graph, members)
    assert [arrow.source for arrow in wheel.flywheel] == ["a", "b", "c"]
    assert [step.reading for step in read(graph, wheel.flywheel)] == ["serves", "feeds", "serves"]
    assert graph.loop_sets == []


def test_a_flywheel_may_turn_by_a_bridge() -> None:
    graph = graph_of("bridge b\n    joins x, y\nmeans x\n    serves z\nmeans y\n    serves z\nmeans z\n    serves b\n")
    (members,) = graph.turning_sets
    assert "b" in members
    steps = read(graph, Loop(graph, members).flywheel)
    assert [(step.name, step.reading, step.target) for step in steps] == [
        ("z", "serves", "b"),
        ("b", "joins what supports", "z"),
    ]
    assert [place.text for place in steps[1].places] == ["x", "y"]


# --- sizes


def test_a_complete_digraph_on_forty_shows_a_circle_of_two() -> None:
    names = [f"n{number:02}" for number in range(40)]
    text = "".join(
        f"means {name}\n    serves {', '.join(other for other in names if other != name)}\n" for name in names
    )
    loop = loop_of(text)
    assert (len(loop.members), len(loop.arrows)) == (40, 40 * 39)
    assert _circle(loop) == ["n00", "n01"]


def test_a_ring_of_five_thousand_is_read_without_recursion() -> None:
    text = "".join(f"means n{number}\n    serves n{(number + 1) % 5000}\n" for number in range(5000))
    loop = loop_of(text)
    assert _circle(loop) == [f"n{number}" for number in range(5000)]
    assert loop.serves_close_a_circle
    assert loop.leads_in == ()
