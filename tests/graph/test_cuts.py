"""The cut: least weight first, then what it strands, then how many links, then the latest places."""

from collections.abc import Sequence

import pytest

from goalgraph.graph.cuts import LoopCut, smallest_cut, smallest_cuts, stranded_by
from goalgraph.graph.feedback import solving
from goalgraph.graph.feedback.arcs import Arc, ArcSet
from goalgraph.graph.loops import Loop, loops
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.reach import components
from tests.graph.maps import graph_of, loop_of, means_in_a_row


def _cut(*texts: str) -> LoopCut:
    loop = loop_of(*texts)
    return smallest_cut(loop.graph, loop)


def _arrows(cut: LoopCut) -> list[str]:
    return [f"{arrow.source}>{arrow.target}" for arrow in cut.arrows]


def _is_open(loop: Loop, cut: LoopCut) -> bool:
    steps: dict[str, list[str]] = {name: [] for name in loop.members}
    for arrow in loop.arrows:
        if arrow not in cut.arrows:
            steps[arrow.source].append(arrow.target)
    return components(steps) == []


# --- weights


@pytest.mark.parametrize(
    ("link", "weight"),
    [
        ("objective a\n    serves m\nmeans m\n    serves b\nobjective b\n    serves a strongly\n", 1),
        ("objective a\n    serves m strongly\nmeans m\n    serves b\nobjective b\n    serves a strongly\n", 1),
        ("objective a\n    serves m weakly\nmeans m\n    serves b\nobjective b\n    serves a strongly\n", 1),
        ("value a\n    serves b strongly\nobjective b\n    serves a strongly\n", 1),
        ("means a\n    serves b weakly\nmeans b\n    serves a\n", 2),
        ("means a\n    serves b\nmeans b\n    serves a strongly\n", 4),
        ("means a\n    serves b strongly\nmeans b\n    serves a strongly\n", 8),
        ("means a\n    needs b\nmeans b\n    needs a\n", 8),
        ("means a\n    needs b weakly\nmeans b\n    needs a weakly\n", 8),
        ("objective b\n    needs a\nmeans a\n    needs b\n", 8),
        ("means a\n    serves b\n    needs b\nmeans b\n", 4),
    ],
)
def test_what_it_costs_to_cut_a_link(link: str, weight: int) -> None:
    cut = _cut(link)
    assert (cut.weight, len(cut.arrows), cut.proven) == (weight, 1, True)


def test_an_arrow_said_twice_weighs_the_sum_and_is_cut_at_both_places() -> None:
    cut = _cut("means a\n    serves b weakly\n    needs b\nmeans b\n    needs a\n    serves a strongly\n")
    assert (_arrows(cut), cut.weight) == (["a>b"], 10)
    assert [link.place.text for link in cut.arrows[0].links] == ["serves b", "needs a"]


def test_an_arrow_said_twice_is_not_cut_where_one_said_once_is_lighter() -> None:
    cut = _cut("means a\n    serves b weakly\nmeans b\n    needs a\n    serves a strongly\n")
    assert (_arrows(cut), cut.weight) == (["b>a"], 8)
    assert [link.place.text for link in cut.arrows[0].links] == ["serves a"]


# --- of cuts of one weight


def test_of_equals_the_cut_that_strands_least_is_taken() -> None:
    cut = _cut("""
        value v
        means a
            serves b
            serves v
        means b
            serves c
        means c
            serves a
        means follower
            serves c
        """)
    # Without a>b all still reach v; without c>a three would not.
    assert (_arrows(cut), cut.stranded) == (["a>b"], ())


def test_then_the_cut_with_the_fewest_links_is_taken() -> None:
    cut = _cut(
        "means a\n    serves b strongly\nmeans b\n    serves c, d\nmeans c\n    serves a strongly\n"
        "means d\n    serves a strongly\n"
    )
    assert (_arrows(cut), cut.weight) == (["a>b"], 8)


def test_fewest_links_counts_links_and_not_arrows() -> None:
    # All five cuts weigh 16 and have two links: a>b is said twice, the others are two arrows each.
    cut = _cut(
        "means a\n    serves b strongly\nmeans b\n    needs a\n    serves c, d strongly\n"
        "means c\n    serves a strongly\nmeans d\n    serves a strongly\n"
    )
    assert (_arrows(cut), cut.weight) == (["c>a", "d>a"], 16)


def test_then_the_latest_places_are_taken() -> None:
    assert _arrows(_cut(means_in_a_row("a>b b>c c>a"))) == ["c>a"]
    assert _arrows(_cut("means a\n    serves b\nmeans c\n    serves a\nmeans b\n    serves c\n")) == ["b>c"]


def test_later_files_are_later_places() -> None:
    assert _arrows(_cut("means a\n    serves b\n", "means b\n    serves a\n")) == ["b>a"]
    assert _arrows(_cut("means b\n    serves a\n", "means a\n    serves b\n")) == ["a>b"]


def test_a_ring_of_which_much_weighs_the_same_is_cut_at_its_latest_place() -> None:
    text = "".join(f"means n{number}\n    serves n{(number + 1) % 200}\n" for number in range(200))
    assert _arrows(_cut(text)) == ["n199>n0"]


def test_the_arrows_of_a_cut_are_in_order_of_place() -> None:
    cut = _cut(means_in_a_row("a>b b>a b>c c>b c>d d>c"))
    lines = [arrow.links[0].place.line for arrow in cut.arrows]
    assert lines == sorted(lines)
    assert len(lines) == 3


# --- what is stranded


def test_what_a_cut_leaves_without_a_way_to_a_value() -> None:
    loop = loop_of("""
        value v
        means a
            serves b weakly
        means b
            serves c strongly
        means c
            serves a strongly
            serves v
        means x
            serves a
        means y
            serves a, v
        """)
    cut = smallest_cut(loop.graph, loop)
    assert _arrows(cut) == ["a>b"]
    assert cut.stranded == ("a", "x")


def test_feeds_may_still_lead_to_a_value_after_the_cut() -> None:
    cut = _cut("value v\nmeans a\n    serves b weakly\n    feeds b\nmeans b\n    serves a strongly\n    serves v\n")
    assert (_arrows(cut), cut.stranded) == (["a>b"], ())


def test_in_a_loop_that_reaches_no_value_it_is_what_nothing_follows_from() -> None:
    cut = _cut(means_in_a_row("a>b b>c c>a x>a"))
    assert (_arrows(cut), cut.stranded) == (["c>a"], ("c",))


def test_nothing_is_stranded_by_cutting_nothing() -> None:
    loop = loop_of("value v\nmeans a\n    serves b\nmeans b\n    serves a, v\n")
    assert stranded_by(loop, ()) == ()


# --- proven or not


@pytest.mark.parametrize("count", [3, 4, 5, 8, 40])
def test_of_all_that_serves_all_half_is_cut(count: int) -> None:
    names = [f"n{number:02}" for number in range(count)]
    text = "".join(
        f"means {name}\n    serves {', '.join(other for other in names if other != name)}\n" for name in names
    )
    loop = loop_of(text)
    cut = smallest_cut(loop.graph, loop)
    assert (cut.weight, cut.proven) == (4 * count * (count - 1) // 2, True)
    assert _is_open(loop, cut)


def test_a_ring_is_proven_however_large() -> None:
    text = "".join(f"means n{number}\n    serves n{(number + 1) % 3000}\n" for number in range(3000))
    cut = _cut(text.replace("serves n1500\n", "serves n1500 weakly\n"))
    assert (_arrows(cut), cut.weight, cut.proven) == (["n1499>n1500"], 2, True)


@pytest.mark.parametrize("count", [6, 15, 40])
def test_a_tangle_is_proven_and_nothing_is_cut_in_vain(count: int) -> None:
    strengths = ["", " weakly", " strongly"]
    text = ""
    for number in range(count):
        text += f"means n{number:02}\n"
        for step in (1, 2, 3, 5):
            text += (
                f"    serves n{(number + step) % count:02}{strengths[(number * step) % 3]}\n" if step < count else ""
            )
    loop = loop_of(text)
    cut = smallest_cut(loop.graph, loop)
    assert cut.proven
    assert _is_open(loop, cut)
    for arrow in cut.arrows:
        rest = tuple(other for other in cut.arrows if other is not arrow)
        assert not _is_open(loop, cut._replace(arrows=rest))


def test_the_weights_decide_and_not_how_many_links_are_cut() -> None:
    loop = loop_of("""
        means n0
            serves n4
        means n1
            serves n5
        means n2
            serves n1
        means n3
            serves n0 strongly
            serves n1
            serves n2 strongly
            serves n4
        means n4
            serves n5
        means n5
            serves n1
            serves n4
            serves n2
            serves n0 weakly
            serves n3
        """)
    cut = smallest_cut(loop.graph, loop)
    assert (len(loop.arrows), cut.proven) == (13, True)
    assert (_arrows(cut), cut.weight) == (["n1>n5", "n4>n5"], 8)


def test_with_no_time_a_cut_is_still_a_cut_and_says_what_it_knows() -> None:
    size = 40
    text = "".join(
        f"means n{number}\n    serves {', '.join(f'n{(number * 7 + step * step) % size}' for step in range(1, 7))}\n"
        for number in range(size)
    )
    hasty, thorough = (PurposeGraph(graph_of(text).map, seconds) for seconds in (0.0, 60.0))
    (loop,) = loops(hasty)
    cut = smallest_cut(hasty, loop)
    assert _is_open(loop, cut)
    assert cut.bound <= cut.weight
    proven = smallest_cut(thorough, loops(thorough)[0])
    assert proven.proven
    assert cut.bound <= proven.weight <= cut.weight


def test_all_tangles_of_a_map_share_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []
    really = solving.smallest_arc_set

    def spied(arcs: Sequence[Arc], seconds: float) -> ArcSet:
        given.append(seconds)
        return really(arcs, seconds)

    text = "".join(means_in_a_row(f"a{n}>b{n} b{n}>a{n} b{n}>c{n} c{n}>b{n}") for n in range(4))
    graph = PurposeGraph(graph_of(text, "means x\n    serves y\nmeans y\n    serves x\n").map, 8.0)
    monkeypatch.setattr(solving, "smallest_arc_set", spied)
    assert len(smallest_cuts(graph)) == 5
    assert [round(seconds) for seconds in given] == [2, 3, 4, 8]


def test_the_cut_of_a_graph_is_found_once() -> None:
    graph = graph_of(means_in_a_row("a>b b>a"))
    (members,) = graph.loop_sets
    loop = Loop(graph, members)
    assert smallest_cut(graph, loop) is smallest_cut(graph, loop)
