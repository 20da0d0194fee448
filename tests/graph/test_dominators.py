"""What every way to something leads through: against taking each element away and walking again."""

from itertools import pairwise

import networkx
from hypothesis import given
from hypothesis import strategies as st

from goalgraph.graph.dominators import dominated, immediate_dominators
from goalgraph.graph.reach import Adjacency, reachable


def test_a_diamond_hangs_from_where_it_opens() -> None:
    steps = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["e"], "e": [], "x": ["e"]}
    assert immediate_dominators(steps, ["a"]) == {"a": None, "b": "a", "c": "a", "d": "a", "e": "d"}
    assert dominated(immediate_dominators(steps, ["a"]), "a") == set("bcde")
    assert dominated(immediate_dominators(steps, ["a"]), "d") == {"e"}


def test_what_has_ways_from_two_starts_hangs_from_neither() -> None:
    steps = {"a": ["c"], "b": ["c"], "c": ["d"], "d": []}
    assert immediate_dominators(steps, ["a", "b"]) == {"a": None, "b": None, "c": None, "d": "c"}
    assert immediate_dominators(steps, []) == {}


def test_the_example_of_lengauer_and_tarjan() -> None:
    following = "R>ABC A>D B>ADE C>FG D>L E>H F>I G>IJ H>EK I>K J>I K>IR L>H"
    steps = {name: list(targets) for name, targets in (arrow.split(">") for arrow in following.split(" "))}
    found = immediate_dominators(steps, "R")
    by_dominator = {name: "".join(sorted(each for each in found if found[each] == name)) for name in "RCDG"}
    assert by_dominator == {"R": "ABCDEHIK", "C": "FG", "D": "L", "G": "J"}


def test_long_chains_with_far_ends_take_few_steps() -> None:
    """Each leaf has a way from either end of a long chain: to walk up the chain for each would never end."""
    names = [str(number) for number in range(50_000)]
    steps: dict[str, list[str]] = {name: [following] for name, following in pairwise(names)}
    leaves = [f"leaf {number}" for number in range(50_000)]
    steps["0"] = ["1", *leaves]
    steps[names[-1]] = leaves
    found = immediate_dominators(steps, ["0"])
    assert {found[leaf] for leaf in leaves} == {"0"}
    assert len(dominated(found, "1")) == 49_998


GRAPHS = st.lists(st.lists(st.integers(0, 11), max_size=3), min_size=12, max_size=12)


def _steps(drawn: list[list[int]]) -> Adjacency:
    return {str(number): [str(each) for each in following] for number, following in enumerate(drawn)}


@given(GRAPHS, st.lists(st.integers(0, 11), min_size=1, max_size=3, unique=True))
def test_what_an_element_dominates_is_what_is_lost_without_it(drawn: list[list[int]], starts: list[int]) -> None:
    steps, first = _steps(drawn), [str(start) for start in starts]
    found = immediate_dominators(steps, first)
    every = reachable(steps, first)
    assert set(found) == every
    for name in every:
        assert dominated(found, name) == every - reachable(steps, first, avoid={name}) - {name}


@given(GRAPHS)
def test_the_dominators_are_those_that_networkx_finds(drawn: list[list[int]]) -> None:
    steps = _steps(drawn)
    graph: networkx.DiGraph[str] = networkx.DiGraph([(each, target) for each in steps for target in steps[each]])
    graph.add_node("0")
    expected = {each: above for each, above in networkx.immediate_dominators(graph, "0").items() if each != "0"}
    found = immediate_dominators(steps, ["0"])
    assert found.pop("0") is None
    assert found == expected
