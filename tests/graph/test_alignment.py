"""Who works for what, found in one pass, is what looking at each unit and each end would find."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from goalgraph.graph.alignment import Alignment, alignments, at_odds, sole_topmost, units_apart
from goalgraph.graph.organisation import answering, organisation, owners
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import reachable
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from tests.graph.drawn import SEEDS, departments, drawn
from tests.graph.maps import graph_of

each_map = pytest.mark.parametrize("seed", SEEDS)


def _units_of(graph: PurposeGraph, name: str) -> set[str]:
    return {name} if graph.element(name).kind is Kind.UNIT else set(owners(graph).get(name, ()))


def _line(graph: PurposeGraph, unit: str) -> tuple[set[str], set[str]]:
    """A unit with what is below it, and with what is above it."""
    parents = {name: owners(graph).get(name, ()) for name in organisation(graph).units}
    return {each for each in parents if unit in reachable(parents, [each])}, reachable(parents, [unit])


@each_map
def test_the_units_behind_an_objective_are_those_of_its_supporters(seed: int) -> None:
    graph = drawn(seed)
    objectives = [end.name for end in graph.ends if end.kind is Kind.OBJECTIVE]
    assert [each.objective for each in alignments(graph)] == objectives
    for each in alignments(graph):
        units = {unit for name in graph.supporters(each.objective) for unit in _units_of(graph, name)}
        assert each.supporters == graph.in_order(units)
        assert set(each.owners) == _units_of(graph, each.objective)


@each_map
@pytest.mark.parametrize("draw", [drawn, departments])
def test_units_apart_are_those_that_share_no_objective(draw: Callable[[int], PurposeGraph], seed: int) -> None:
    graph = draw(seed)
    objectives = [end.name for end in graph.ends if end.kind is Kind.OBJECTIVE and end.name != sole_topmost(graph)]
    behind = {
        objective: {unit for name in reachable(graph.served_by, [objective]) for unit in _units_of(graph, name)}
        for objective in objectives
    }
    working = {
        unit for name, units in owners(graph).items() if graph.element(name).kind is not Kind.UNIT for unit in units
    }
    apart = {}
    for unit in organisation(graph).units:
        lower, upper = _line(graph, unit)
        own = tuple(objective for objective in objectives if behind[objective] & lower)
        shares = any(behind[objective] - lower - upper for objective in own)
        has_means = any(
            unit in units and graph.element(name).kind is Kind.MEANS for name, units in owners(graph).items()
        )
        if has_means and own and not shares and working - lower - upper:
            apart[unit] = own
    for unit in list(apart):
        lower, upper = _line(graph, unit)
        if (upper - lower) & units_apart(graph).keys():
            del apart[unit]
    assert units_apart(graph) == apart


@each_map
def test_at_odds_is_what_hinders_an_end_that_it_leads_to_past_all_loops(seed: int) -> None:
    graph = drawn(seed)
    loops = graph.loop_of
    expected = {
        link
        for link in graph.links[Relation.HINDERS]
        if graph.element(link.target).kind.is_end
        and link.source != link.target
        and link.target in reachable(graph.purposes, [link.source], avoid=loops)
    }
    assert {each.hinders for each in at_odds(graph)} == expected
    for each in at_odds(graph):
        path = [arrow.source for arrow in each.way] + [each.way[-1].target]
        assert (path[0], path[-1]) == (each.hinders.source, each.hinders.target)
        assert loops.keys().isdisjoint(path)
        assert all(target in graph.purposes[source] for source, target in pairwise(path))


def test_units_on_a_circle_of_owners_are_one_line() -> None:
    parts = organisation(
        graph_of("unit a\n    owner b\nunit b\n    owner c\nunit c\n    owner a\nunit d\n    owner a\n")
    )
    assert parts.named(parts.line("b")) == ("a", "b", "c", "d")
    assert parts.named(parts.lower["d"]) == ("d",)
    assert parts.named(parts.upper["d"]) == ("a", "b", "c", "d")
    assert parts.named(parts.all_of(["d", "b"])) == ("b", "d")
    assert parts.named(0) == ()


def test_a_unit_may_have_two_parents() -> None:
    parts = organisation(graph_of("unit a\nunit b\nunit c\n    owner a, b\n"))
    assert parts.named(parts.upper["c"]) == ("a", "b", "c")
    assert parts.named(parts.line("a")) == ("a", "c")


def test_alignment_names_owners_and_supporters_in_order_of_place() -> None:
    graph = graph_of("""
        value v
        unit b
        unit a
        objective o
            serves v
            owner a
        means m
            serves o
            owner a
        means n
            serves m
            owner b
        means stopped
            serves o
            owner c
            status stopped
        unit c
        """)
    assert alignments(graph) == (Alignment("o", ("a",), ("b", "a")),)


def test_the_sole_topmost_objective_leads_to_no_other() -> None:
    assert sole_topmost(graph_of("value v\nobjective a\n    serves v\nobjective b\n    serves a, v\n")) == "a"
    assert sole_topmost(graph_of("value v\nobjective a\n    serves v\nobjective b\n    serves v\n")) is None
    assert sole_topmost(graph_of("objective a\n    serves m\nmeans m\n    serves b\nobjective b\n")) == "b"
    assert sole_topmost(graph_of("objective a\n    serves b\nobjective b\n    serves a\n")) is None
    assert sole_topmost(graph_of("value v\n")) is None


def test_a_very_long_way_is_not_shown() -> None:
    chain = "".join(f"objective o{number}\n    serves o{number + 1}\n" for number in range(50))
    graph = graph_of(f"{chain}objective o50\nmeans m\n    serves o0\n    hinders o50, o20\n")
    shown = {each.hinders.target: len(each.way) for each in at_odds(graph)}
    assert shown == {"o50": 0, "o20": 21}


def test_owners_answer_for_what_they_own_and_units_for_themselves() -> None:
    graph = graph_of("""
        unit a
        unit b
            owner a
        objective o
            owner b, a
        means m
    """)
    assert answering(graph, ["m"]) == ()
    assert answering(graph, ["m", "o", "a"]) == ("b", "a")
    assert answering(graph, ["a", "b", "gone"]) == ("a", "b")
