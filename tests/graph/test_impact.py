"""What would follow if an element went."""

import pytest

from goalgraph.graph.impact import Impact, ends_with_means, impact
from tests.graph.maps import graph_of

CHAIN = """
    value v
    objective o
        serves v
    means m
        serves o
    asset a
        serves m
"""


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("a", Impact()),
        ("m", Impact(adrift=("a",), bereft=("v", "o"))),
        ("o", Impact(adrift=("m", "a"), bereft=("v",))),
        ("nobody", Impact()),
    ],
)
def test_what_stands_alone_on_a_chain_holds_what_is_below_and_above(name: str, lost: Impact) -> None:
    assert impact(graph_of(CHAIN), name) == lost


def test_what_has_another_way_loses_nothing() -> None:
    graph = graph_of(
        "value v\nobjective o\n    serves v\nobjective p\n    serves v\n"
        "means m\n    serves o, p\nmeans n\n    serves o\n"
    )
    assert impact(graph, "p") == Impact()
    assert impact(graph, "o") == Impact(adrift=("n",))
    assert impact(graph, "m") == Impact(bereft=("p",))


def test_the_last_value_gives_way_to_the_objectives_on_top() -> None:
    graph = graph_of("value v\nobjective o\n    serves v\nmeans m\n    serves o\nmeans n\n    serves v\n")
    assert impact(graph, "v") == Impact(adrift=("n",))


def test_in_a_map_without_values_others_take_the_place_of_what_stands_for_one() -> None:
    graph = graph_of("objective top\nobjective low\n    serves top\nmeans m\n    serves low\nmeans n\n    serves top\n")
    assert impact(graph, "top") == Impact(adrift=("n",))
    assert impact(graph, "low") == Impact(adrift=("m",))


def test_a_bridge_falls_with_what_it_joins_and_what_led_up_by_it_falls_with_it() -> None:
    text = (
        "value v\nobjective o\n    serves v\nmeans m\n    serves o\nmeans n\n    serves via\nobjective via\n"
        "    serves o\nbridge b\n    joins m, n\nasset a\n    serves b\n"
    )
    assert impact(graph_of(text), "via") == Impact(adrift=("n", "b", "a"))
    # Without one of its ends a bridge is for what the other supports.
    assert impact(graph_of(text), "n") == Impact(bereft=("via",))


def test_a_loop_that_is_broken_leaves_members_as_supporters() -> None:
    text = "value v\nobjective o\n    serves m, v\nmeans m\n    serves n\nmeans n\n    serves o\n"
    graph = graph_of(text)
    assert "o" not in ends_with_means(graph)
    assert impact(graph, "m") == Impact()
    assert impact(graph, "o") == Impact(adrift=("m", "n"), bereft=("v",))


def test_those_on_a_flywheel_with_a_loop_are_its_supporters() -> None:
    text = "objective o\n    serves p\n    feeds m\nobjective p\n    serves o\nmeans m\n    serves o\n"
    assert ends_with_means(graph_of(text)) == {"o", "p"}
    assert impact(graph_of(text), "m").bereft == ("o", "p")


def test_what_is_stopped_holds_nothing_and_needs_nothing() -> None:
    graph = graph_of("value v\nmeans m\n    status stopped\n    serves v\n    needs a\nasset a\n    serves m, v\n")
    assert impact(graph, "m") == Impact()
    assert impact(graph, "a") == Impact(bereft=("v",))


def test_what_needs_it_is_told_in_order_of_place() -> None:
    graph = graph_of("value v\nmeans m\n    serves v\n    needs a\nmeans n\n    serves v\n    needs a\nasset a\n")
    assert impact(graph, "a").needing == ("m", "n")
