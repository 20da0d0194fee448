"""What lives in which sphere, and where the two meet, found in one pass."""

from itertools import product

import pytest

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.graph.spheres import (
    FORMAL,
    INFORMAL,
    MOST_NAMED,
    bridges,
    coming_from,
    connected,
    connections,
    living_in,
    meetings,
)
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from tests.graph.drawn import SEEDS, drawn
from tests.graph.maps import graph_of

each_map = pytest.mark.parametrize("seed", SEEDS)


@each_map
def test_those_that_come_from_a_sphere_are_the_supporters_in_it(seed: int) -> None:
    graph = drawn(seed)
    for sphere, name in product((FORMAL, INFORMAL), graph.elements):
        expected = living_in(graph, sphere) & graph.supporters(name)
        found = coming_from(graph, sphere).below[name]
        assert len(found) == min(len(expected), MOST_NAMED)
        assert expected.issuperset(found)


@each_map
def test_they_meet_where_no_supporter_knows_both(seed: int) -> None:
    graph = drawn(seed)
    formal, informal = living_in(graph, FORMAL), living_in(graph, INFORMAL)
    found = {meeting.objective: meeting for meeting in meetings(graph)}
    for name, element in graph.elements.items():
        if name in graph.turning_of:
            continue
        supporters = graph.supporters(name)
        known = [reachable(graph.served_by, [each]) for each in supporters]
        meet = (
            element.kind is Kind.OBJECTIVE
            and element.sphere != "both"
            and bool(supporters & formal)
            and bool(supporters & informal)
            and not any(each & formal and each & informal for each in known)
        )
        assert (name in found) == meet
        if meet:
            joined = any(_joins_both(graph, bridge, supporters) for bridge in graph.elements)
            among = any(graph.element(each).kind is Kind.BRIDGE for each in supporters)
            assert found[name].bridged == (joined or among)
            assert supporters & formal >= set(found[name].formal)
            assert supporters & informal >= set(found[name].informal)


def _joins_both(graph: PurposeGraph, bridge: str, supporters: set[str]) -> bool:
    """Whether a bridge joins a formal and an informal one of some supporters, or a unit that they belong to."""
    owned_by: dict[str, list[str]] = {name: [] for name in graph.elements}
    for link in graph.links[Relation.OWNER]:
        owned_by[link.source].append(link.target)
    ends = set(graph.joins.get(bridge, ()))
    touched = {each for each in supporters if reachable(owned_by, [each]) & ends}
    return bool(touched & living_in(graph, FORMAL)) and bool(touched & living_in(graph, INFORMAL))


def test_both_counts_as_both_and_what_is_stopped_as_neither() -> None:
    graph = graph_of("""
        means a
            sphere both
        means b
            sphere formal
        means c
            sphere informal
            status stopped
        means d
        """)
    assert living_in(graph, FORMAL) == {"a", "b"}
    assert living_in(graph, INFORMAL) == {"a"}


def test_the_ends_of_a_bridge_and_those_that_are_stopped() -> None:
    graph = graph_of(
        "bridge k\n    joins a, b\nbridge l\nmeans a\nmeans b\n    status stopped\nbridge m\n    status stopped\n"
    )
    first, second = bridges(graph)
    assert (first.ends, [link.target for link in first.stopped]) == (("a",), ["b"])
    assert (second.ends, second.stopped) == ((), ())


def test_a_bridge_connects_its_ends_and_what_units_among_them_own() -> None:
    graph = graph_of("""
        bridge k
            joins a, sales
        bridge l
            joins a, b
        unit firm
        unit sales
            owner firm
        unit south
            owner sales
        means a
            sphere formal
        means b
            sphere informal
            owner south
        means c
            sphere informal
            owner firm
        means d
            sphere formal
        """)
    assert connections(graph)["a"] == ("k", "l")
    assert connections(graph)["b"] == ("l", "k")
    assert connected(graph, "a", "b")
    assert not connected(graph, "a", "c")
    assert not connected(graph, "d", "c")


def test_they_do_not_meet_again_above_nor_on_a_loop() -> None:
    graph = graph_of("""
        objective top
            serves top2
        objective top2
            serves top
        objective upper
            serves top
        objective lower
            serves upper
        means a
            serves lower, upper, top
            sphere formal
        means b
            serves lower, upper, top
            sphere informal
        """)
    assert [meeting.objective for meeting in meetings(graph)] == ["lower"]


def test_on_a_flywheel_they_meet_where_they_come_in_together() -> None:
    graph = graph_of("""
        objective x
            feeds y
        objective y
            feeds z
        objective z
            feeds x
        means a
            serves x, y
            sphere formal
        means b
            serves x, z
            sphere informal
        """)
    assert [meeting.objective for meeting in meetings(graph)] == ["x"]
