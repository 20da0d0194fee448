"""Arrows of purpose, and what they come to."""

import pytest

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from tests.graph.maps import graph_of, means_in_a_row


def _arrows(graph: PurposeGraph) -> set[str]:
    return {f"{source}>{target}" for source, targets in graph.purposes.items() for target in targets}


# --- arrows


@pytest.mark.parametrize(
    ("line", "arrows"),
    [
        ("serves b", {"a>b"}),
        ("needs b", {"b>a"}),
        ("feeds b", {"a>b"}),
        ("hinders b", set()),
        ("owner u", set()),
        ('measure "x" of b', set()),
    ],
)
def test_which_way_an_arrow_runs(line: str, arrows: set[str]) -> None:
    assert _arrows(graph_of(f"means a\n    {line}\nmeans b\nunit u\n")) == arrows


@pytest.mark.parametrize("line", ["keep b", "drop b", "weigh b, some-word"])
def test_sorting_makes_no_arrow(line: str) -> None:
    assert _arrows(graph_of(f"concept c\n    {line}\nmeans b\n")) == set()


def test_an_arrow_said_twice_is_one_with_both_links() -> None:
    graph = graph_of("means a\n    serves b weakly\nmeans b\n    needs a\n")
    (arrow,) = graph.arrows.values()
    assert [link.wording for link in arrow.links] == ["a serves b", "b needs a"]
    assert (arrow.source, arrow.target, arrow.weight, arrow.reading) == ("a", "b", 10, "serves")


def test_an_arrow_of_serves_and_feeds_is_one_purpose() -> None:
    graph = graph_of("means a\n    serves b\n    feeds b\nmeans b\n")
    assert graph.purposes["a"] == ["b"]
    assert graph.purpose_arrow("a", "b").reading == "serves"


def test_the_strategy_takes_no_part() -> None:
    graph = graph_of("strategy s\nunit u\n")
    assert list(graph.elements) == ["u"]


@pytest.mark.parametrize("stopped", ["a", "b", "c"])
def test_what_is_stopped_takes_no_part(stopped: str) -> None:
    text = "value v\nmeans a\n    serves b\nmeans b\n    serves c\nmeans c\n    serves v\n"
    graph = graph_of(text.replace(f"means {stopped}\n", f"means {stopped}\n    status stopped\n"))
    assert stopped not in graph.elements
    assert not any(stopped in arrow.split(">") for arrow in _arrows(graph))
    assert graph.anchored == {"v", *"abc"[1 + "abc".index(stopped) :]}


@pytest.mark.parametrize("status", ["idea", "planned", "active", "done"])
def test_any_other_status_takes_part(status: str) -> None:
    assert graph_of(f"value v\nmeans a\n    serves v\n    status {status}\n").anchored == {"v", "a"}


@pytest.mark.parametrize("relation", ["serves", "needs", "feeds"])
def test_a_link_to_itself_is_left_out_of_everything_else(relation: str) -> None:
    graph = graph_of(f"means a\n    {relation} a\n")
    assert [link.wording for link in graph.self_links] == [f"a {relation} a"]
    assert _arrows(graph) == set()
    assert graph.loop_sets == graph.turning_sets == []
    assert graph.supporters("a") == set()


# --- joins


def test_a_bridge_is_for_whatever_all_its_ends_support() -> None:
    graph = graph_of("""
        value v
        objective both
            serves v
        objective one
            serves v
        bridge b
            joins x, y
        means x
            serves both, one
        means y
            serves both
        """)
    assert set(graph.purposes["b"]) == {"both", "v"}
    assert "b" in graph.anchored
    assert "b" in graph.supporters("both")
    assert "b" not in graph.supporters("one")
    assert graph.steps["b"] == []


def test_the_ends_of_a_bridge_support_what_it_supports_by_themselves_only() -> None:
    graph = graph_of("value v\nbridge b\n    joins x, y\n    serves v\nmeans x\nmeans y\n")
    assert graph.anchored == {"v", "b"}


def test_an_end_may_be_what_the_others_support() -> None:
    graph = graph_of("bridge b\n    joins x, y\nmeans x\n    serves y\nmeans y\n    serves z\nmeans z\n")
    assert graph.purposes["b"] == ["z"]


def test_a_bridge_may_lean_on_another() -> None:
    graph = graph_of(
        "value v\nbridge upper\n    joins x, z\nbridge lower\n    joins p, q\n"
        "means x\n    serves v\nmeans z\n    serves lower\nmeans p\n    serves v\nmeans q\n    serves v\n"
    )
    assert (graph.purposes["lower"], graph.purposes["upper"]) == (["v"], ["v"])


def test_a_bridge_whose_ends_share_nothing_is_for_nothing() -> None:
    graph = graph_of("value v\nvalue w\nbridge b\n    joins x, y\nmeans x\n    serves v\nmeans y\n    serves w\n")
    assert graph.purposes["b"] == []


def test_a_stopped_end_of_a_bridge_takes_no_part() -> None:
    graph = graph_of("value v\nbridge b\n    joins x, y\nmeans x\n    serves v\nmeans y\n    status stopped\n")
    assert graph.joins == {"b": ("x",)}


# --- anchors


def test_values_are_anchors() -> None:
    graph = graph_of("value v\nvalue w\nobjective o\n")
    assert graph.anchors == {"v", "w"}
    assert graph.anchored == {"v", "w"}


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("objective o\nobjective p\n    serves o\n", {"o"}),
        ("objective o\nmeans m\n    serves o\n", {"o"}),
        ("objective o\n    serves p\nobjective p\n    serves o\n", set()),
        ("objective o\n    feeds m\nmeans m\n", set()),
        ("objective o\nmeans m\n    needs o\n", set()),
        ("objective o\n    needs m\nmeans m\n", {"o"}),
        ("objective o\n    status stopped\nobjective p\n    serves o\n", {"p"}),
        ("objective o\n    serves o\n", {"o"}),
        ("means m\nunit u\n", set()),
        ("value v\n    status stopped\nobjective o\n", {"o"}),
    ],
)
def test_without_a_value_the_objectives_that_no_arrow_leaves_stand_in(text: str, anchors: set[str]) -> None:
    assert graph_of(text).anchors == anchors


def test_feeds_anchor_too() -> None:
    assert graph_of("value v\nmeans a\n    feeds v\n").anchored == {"v", "a"}


# --- supporters


def test_supporters_have_a_path_and_are_on_no_loop_with_it() -> None:
    graph = graph_of(means_in_a_row("a>b b>c c>b d>c e>d b>f"))
    assert graph.supporters("c") == {"a", "d", "e"}
    assert graph.supporters("b") == {"a", "d", "e"}
    assert graph.supporters("f") == {"a", "b", "c", "d", "e"}
    assert graph.supporters("a") == set()


@pytest.mark.parametrize(
    ("name", "end", "supports"), [("a", "c", True), ("c", "b", False), ("f", "a", False), ("a", "a", False)]
)
def test_whether_one_supports_the_other(name: str, end: str, supports: bool) -> None:
    assert graph_of(means_in_a_row("a>b b>c c>b b>f")).supports(name, end) is supports


def test_members_of_a_flywheel_support_one_another() -> None:
    graph = graph_of("means a\n    serves b\nmeans b\n    feeds a\n")
    assert (graph.supporters("a"), graph.supporters("b")) == ({"b"}, {"a"})


# --- order and memory


def test_names_are_put_in_order_of_place() -> None:
    graph = graph_of("means c\nmeans a\n", "means b\n")
    assert graph.in_order({"a", "b", "c"}) == ("c", "a", "b")


def test_components_are_in_order_of_their_first_member() -> None:
    graph = graph_of(means_in_a_row("z>y y>z b>a a>b"))
    assert [sorted(members) for members in graph.loop_sets] == [["y", "z"], ["a", "b"]]


def test_a_question_is_answered_once_for_each_graph() -> None:
    asked: list[tuple[PurposeGraph, int]] = []

    @remembered
    def question(graph: PurposeGraph, number: int) -> int:
        asked.append((graph, number))
        return number + 1

    one, other = graph_of("means a\n"), graph_of("means a\n")
    assert [question(one, 1), question(one, 1), question(one, 2), question(other, 1)] == [2, 2, 3, 2]
    assert asked == [(one, 1), (one, 2), (other, 1)]
