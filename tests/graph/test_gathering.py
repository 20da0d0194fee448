"""What lies below each element, gathered in one pass, is what a walk from each would find."""

from hypothesis import given
from hypothesis import strategies as st

from goalgraph.graph.gathering import bits, course, course_of, few, gather
from goalgraph.graph.reach import Adjacency, components, reachable, turned_round
from tests.graph.maps import graph_of

STEPS = st.dictionaries(st.integers(0, 11), st.lists(st.integers(0, 11), max_size=3, unique=True))
MARKED = st.frozensets(st.integers(0, 11))


def _steps(drawn: dict[int, list[int]]) -> Adjacency:
    return {str(one): [str(other) for other in drawn.get(one, ()) if other != one] for one in range(12)}


@given(STEPS)
def test_what_supports_comes_before_what_it_supports(drawn: dict[int, list[int]]) -> None:
    steps = _steps(drawn)
    way = course(steps, components(steps))
    place = {name: number for number, members in enumerate(way.groups) for name in members}
    assert sorted(name for members in way.groups for name in members) == sorted(steps)
    assert all(place[source] <= place[target] for source in steps for target in steps[source])
    assert {frozenset(members) for members in way.groups if len(members) > 1} == set(components(steps))


@given(STEPS, MARKED, st.booleans())
def test_what_is_gathered_is_what_walks_would_find(
    drawn: dict[int, list[int]], marked: frozenset[int], apart: bool
) -> None:
    steps = _steps(drawn)
    turning = components(steps)
    loops = {name: members for members in turning for name in members} if apart else {}
    own = {str(number): 1 << number for number in marked}
    found = gather(course(steps, turning), own, bits, 0, loops)
    for name in steps:
        within = reachable(turned_round(steps), [name])
        below = within - {name} - loops.get(name, frozenset())
        assert found.within[name] == sum(bit for source, bit in own.items() if source in within)
        assert found.below[name] == sum(bit for source, bit in own.items() if source in below)


@given(STEPS, MARKED)
def test_a_few_are_all_where_they_are_fewer(drawn: dict[int, list[int]], marked: frozenset[int]) -> None:
    steps = _steps(drawn)
    own = {str(number): (str(number),) for number in sorted(marked)}
    found = gather(course(steps, components(steps)), own, few(2), ())
    for name in steps:
        expected = own.keys() & (reachable(turned_round(steps), [name]) - {name})
        assert len(found.below[name]) == len(set(found.below[name])) == min(len(expected), 2)
        assert expected.issuperset(found.below[name])


def test_a_chain_of_a_hundred_thousand_is_gathered_without_recursion() -> None:
    names = [str(number) for number in range(100_000)]
    steps = dict(zip(names, ([name] for name in names[1:]), strict=False)) | {names[-1]: []}
    assert gather(course(steps, ()), {"0": 1}, bits, 0).below["99999"] == 1


def test_a_flywheel_is_taken_as_one() -> None:
    graph = graph_of("value v\nobjective a\n    serves v, b\nobjective b\n    feeds a\nmeans m\n    serves a\n")
    assert course_of(graph).groups == (("m",), ("a", "b"), ("v",))
