"""Chains of purpose: every arrow once, what is met again and what comes back, and what a chain ends at."""

from itertools import pairwise

import pytest
from hypothesis import given

from goalgraph.graph.chains import Chains, Leaf, Meeting, chains, reasons
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable, turned_round
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from goalgraph.model.resolver import resolve
from goalgraph.source import Source
from goalgraph.syntax.parser import parse
from tests.graph.maps import graph_of, means_in_a_row
from tests.laws.maps import PURPOSE, Map, maps, text_of


def read(found: Chains) -> str:
    """Chains in short: each element with the one it is met from, `+` where it is met again, `-` where it comes back."""
    marks = {Meeting.FIRST: "", Meeting.AGAIN: "+", Meeting.BACK: "-"}
    told = [f"{found.met[each.before].name}>{each.name}{marks[each.meeting]}" for each in found.met[1:]]
    return " ".join([found.met[0].name, *told])


@pytest.mark.parametrize(
    ("arrows", "up", "down"),
    [
        ("a>b b>c", "a a>b b>c", "a"),
        ("a>b a>c b>d c>d d>e", "a a>b b>d d>e a>c c>d+", "a"),
        ("a>b b>a", "a a>b b>a-", "a a>b b>a-"),
        ("a>b b>c c>b c>d", "a a>b b>c c>b- c>d", "a"),
        ("a>b a>c b>c c>b", "a a>b b>c c>b- a>c+", "a"),
        ("b>a c>a d>c d>b", "a", "a a>b b>d a>c c>d+"),
    ],
)
def test_chains_are_read_into_the_depth_and_each_arrow_once(arrows: str, up: str, down: str) -> None:
    graph = graph_of(means_in_a_row(arrows))
    assert read(chains(graph, "a", upward=True)) == up
    assert read(chains(graph, "a", upward=False)) == down


MAP = """
    value v
    objective o
        serves v
    objective idle
        serves v
    means m
        serves o, tool
        needs a
    means tool
    asset a
"""


def test_what_a_chain_ends_at() -> None:
    graph = graph_of(MAP)
    assert chains(graph, "a", upward=True).leaves == {"v": Leaf.VALUE, "tool": Leaf.DEAD_END}
    assert chains(graph, "v", upward=False).leaves == {"idle": Leaf.NOTHING_DONE, "a": Leaf.GROUND}
    assert chains(graph, "v", upward=True).leaves == {"v": Leaf.VALUE}


def test_in_a_map_without_values_an_objective_on_top_stands_in_for_one() -> None:
    graph = graph_of("objective top\nmeans m\n    serves top, t\nmeans t\n")
    assert chains(graph, "m", upward=True).leaves == {"top": Leaf.STAND_IN, "t": Leaf.DEAD_END}


def test_the_arrow_by_which_something_is_met_runs_along_purpose_either_way() -> None:
    graph = graph_of(MAP)
    up, down = chains(graph, "a", upward=True).met[1].arrow, chains(graph, "m", upward=False).met[1].arrow
    assert up is not None
    assert up == down
    assert (up.source, up.target, up.reading) == ("a", "m", "is needed by")


def test_a_value_that_is_for_more_is_not_the_end_of_a_chain() -> None:
    graph = graph_of("value v\n    serves w\nvalue w\nmeans m\n    serves v\n")
    assert read(chains(graph, "m", upward=True)) == "m m>v v>w"


BRIDGED = """
    value v
    objective high
        serves v
    objective low
        serves high
    means m
        serves low
    means n
        serves low, high
    bridge b
        joins m, n
"""


def test_a_bridge_is_told_to_be_for_where_the_ways_of_its_ends_meet() -> None:
    graph = graph_of(BRIDGED)
    assert set(graph.purposes["b"]) == {"low", "high", "v"}
    assert reasons(graph)["b"] == ["low"]
    arrow = chains(graph, "b", upward=True).met[1].arrow
    assert arrow is not None
    assert (arrow.reading, [link.wording for link in arrow.links]) == (
        "joins what supports",
        ["b joins m", "b joins n"],
    )


def test_of_what_turns_where_ways_meet_one_is_told_that_an_end_leads_straight_to() -> None:
    turning = "value v\nobjective p\n    serves v\n    feeds o\nobjective o\n    serves p\n"
    ends = "means m\n    serves o\nmeans n\n    serves o\nbridge b\n    joins m, n\n"
    assert reasons(graph_of(turning + ends))["b"] == ["o"]


def test_without_bridges_nothing_is_left_out() -> None:
    graph = graph_of(MAP)
    assert reasons(graph) is graph.purposes


@given(
    maps(
        least=4,
        least_links=6,
        kinds=(Kind.VALUE, Kind.OBJECTIVE, Kind.MEANS, Kind.BRIDGE, Kind.BRIDGE),
        relations=(*PURPOSE, Relation.JOINS, Relation.SERVES),
    )
)
def test_what_is_told_leads_to_all_that_an_element_is_for(elements: Map) -> None:
    graph = PurposeGraph(resolve([parse(Source("map.strat", text_of(elements)))]))
    backwards = turned_round(graph.purposes)
    for name in graph.elements:
        up, down = chains(graph, name, upward=True), chains(graph, name, upward=False)
        assert set(up.names) == reachable(graph.purposes, [name])
        assert set(down.names) == reachable(backwards, [name])
        for found in (up, down):
            ends = [each.arrow[:2] for each in found.met if each.arrow]
            assert len(ends) == len(set(ends))
            assert all(target in graph.purposes[source] for source, target in ends)


def test_a_chain_of_a_hundred_thousand_is_walked_without_recursion() -> None:
    names = [f"m{number}" for number in range(100_000)]
    text = "".join(f"means {name}\n    serves {following}\n" for name, following in pairwise(names))
    graph = PurposeGraph(resolve([parse(Source("map.strat", f"{text}means {names[-1]}\n"))]))
    assert len(chains(graph, names[0], upward=True).met) == 100_000
    assert len(chains(graph, names[-1], upward=False).met) == 100_000
