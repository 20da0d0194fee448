"""Walks along arrows: what is reached, by which way, and what goes round."""

import subprocess
import sys
from itertools import pairwise

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalgraph.graph.reach import Adjacency, components, nearest, reachable, shortest_path

STEPS: Adjacency = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["e"], "e": [], "x": ["a"]}


def test_all_that_can_be_reached_with_the_starts() -> None:
    assert reachable(STEPS, ["b"]) == {"b", "d", "e"}
    assert reachable(STEPS, ["b", "x"]) == set(STEPS)
    assert reachable(STEPS, []) == set()
    assert reachable(STEPS, ["nowhere"]) == {"nowhere"}


def test_what_is_avoided_is_neither_reached_nor_started_from() -> None:
    assert reachable(STEPS, ["a"], avoid={"b"}) == {"a", "c", "d", "e"}
    assert reachable(STEPS, ["a"], avoid={"b", "c"}) == {"a"}
    assert reachable(STEPS, ["a", "d"], avoid={"a"}) == {"d", "e"}


def test_the_nearest_start_is_the_one_with_fewest_steps_and_of_several_the_first() -> None:
    assert nearest(STEPS, ["a", "c"]) == {"a": "a", "c": "c", "b": "a", "d": "c", "e": "c"}
    assert nearest(STEPS, ["c", "b"])["d"] == "c"
    assert nearest(STEPS, ["b", "c"])["d"] == "b"
    assert nearest({"a": ["b"], "b": ["a"]}, ["a"]) == {"a": "a", "b": "a"}
    assert nearest(STEPS, []) == {}


def test_a_shortest_path_has_fewest_steps() -> None:
    steps = {"a": ["b", "d"], "b": ["c"], "c": ["d"], "d": ["e"]}
    assert shortest_path(steps, "a", "e", set("abcde")) == ["a", "d", "e"]
    assert shortest_path(steps, "e", "a", set("abcde")) is None


def test_a_path_stays_within() -> None:
    steps = {"a": ["d", "b"], "b": ["c"], "c": ["e"], "d": ["e"]}
    assert shortest_path(steps, "a", "e", set("abce")) == ["a", "b", "c", "e"]
    assert shortest_path(steps, "a", "e", set("ae")) is None


def test_a_path_to_oneself_is_a_circle() -> None:
    steps = {"a": ["b"], "b": ["c", "a"], "c": ["a"]}
    assert shortest_path(steps, "a", "a", set("abc")) == ["a", "b", "a"]
    assert shortest_path(steps, "c", "c", set("abc")) == ["c", "a", "b", "c"]
    assert shortest_path({"a": ["a"]}, "a", "a", {"a"}) == ["a", "a"]


@pytest.mark.parametrize(
    ("limit", "path"), [(1, None), (2, None), (3, ["a", "b", "c", "d"]), (None, ["a", "b", "c", "d"])]
)
def test_a_path_is_no_longer_than_its_limit(limit: int | None, path: list[str] | None) -> None:
    steps = {"a": ["b"], "b": ["c"], "c": ["d"]}
    assert shortest_path(steps, "a", "d", set("abcd"), limit) == path


def _found(steps: Adjacency) -> set[str]:
    return {"".join(sorted(found)) for found in components(steps)}


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ({}, set()),
        ({"a": []}, set()),
        ({"a": ["b"], "b": []}, set()),
        ({"a": ["a"]}, set()),
        ({"a": ["b"], "b": ["a"]}, {"ab"}),
        ({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"], "e": ["d"]}, {"abc"}),
        ({"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c", "e"], "e": []}, {"ab", "cd"}),
        ({"a": ["b"], "b": ["a", "x"], "x": ["c"], "c": ["d"], "d": ["c"]}, {"ab", "cd"}),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, {"abc"}),
    ],
)
def test_components_of_two_or_more(steps: Adjacency, found: set[str]) -> None:
    assert _found(steps) == found


def test_a_chain_of_a_hundred_thousand_is_walked_without_recursion() -> None:
    names = [str(number) for number in range(100_000)]
    chain = {name: [following] for name, following in pairwise(names)}
    assert len(reachable(chain, ["0"])) == 100_000
    assert components(chain) == []
    path = shortest_path(chain, "0", "99999", set(names))
    assert path is not None
    assert len(path) == 100_000
    ring = {**chain, "99999": ["0"]}
    assert [len(found) for found in components(ring)] == [100_000]


@given(st.dictionaries(st.integers(0, 30), st.lists(st.integers(0, 30), max_size=3, unique=True), min_size=20))
def test_a_small_rest_is_taken_apart_as_networkx_would(drawn: dict[int, list[int]]) -> None:
    steps = {str(number): [str(each) for each in drawn.get(number, ())] for number in range(31)}
    graph = networkx.DiGraph([(source, target) for source, targets in steps.items() for target in targets])
    expected = {frozenset(each) for each in networkx.strongly_connected_components(graph) if len(each) > 1}
    assert set(components(steps)) == expected


@pytest.mark.parametrize(("circle", "loaded"), [(0, False), (3, False), (300, True)])
def test_only_a_map_with_large_circles_loads_networkx(circle: int, loaded: bool) -> None:
    program = (
        "import sys\nfrom goalgraph.analysis import analyse\nfrom goalgraph.source import Source\n"
        f"text = ''.join(f'means m{{n}}\\n    serves m{{(n + 1) % {circle}}}\\n' for n in range({circle}))\n"
        "analyse([Source('map.strat', 'value v\\nobjective o\\n    serves v\\n' + text)])\n"
        "sys.exit('networkx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == loaded
