"""Dead ends: where whys stop without a value, and what leads only there."""

import pytest

from goalgraph.analysis import analyse
from goalgraph.graph.dead_ends import DeadEnd, dead_ends, shares
from goalgraph.source import Source
from tests.graph.maps import graph_of, means_in_a_row


def _ends(text: str) -> list[tuple[str, ...]]:
    return [end.members for end in dead_ends(graph_of(text))]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("value v\n", []),
        ("value v\nmeans a\n", [("a",)]),
        ("value v\nmeans a\n    serves v\n", []),
        ("value v\nmeans a\n    serves b\nmeans b\n", [("b",)]),
        ("value v\nmeans a\n    serves b, v\nmeans b\n", [("b",)]),
        ("value v\nvalue w\n", []),
        ("value v\nmeans a\n    serves b\nmeans b\n    serves a\n", [("a", "b")]),
        ("value v\nmeans a\n    serves b, c\nmeans b\n    serves a\nmeans c\n", [("c",)]),
        ("value v\nmeans a\n    feeds b\nmeans b\n    serves a\n", [("a", "b")]),
        ("value v\nmeans a\n    feeds b\nmeans b\n    serves a, v\n", []),
        ("value v\nmeans a\n    needs b\nmeans b\n", [("a",)]),
        ("value v\n    serves a\nmeans a\n", [("a",)]),
        ("value v\nmeans a\n    serves a\n", [("a",)]),
        ("value v\nmeans a\n    serves b\nmeans b\n    status stopped\n", [("a",)]),
        ("value v\nmeans a\n    hinders v\n    owner u\nunit u\n", [("a",), ("u",)]),
        ("objective o\nmeans a\n", [("a",)]),
        ("objective o\n    serves a\nmeans a\n", [("a",)]),
        ("strategy s\n", []),
        ("", []),
    ],
)
def test_what_is_a_dead_end(text: str, ends: list[tuple[str, ...]]) -> None:
    assert _ends(text) == ends


def test_a_value_on_a_loop_anchors_it() -> None:
    assert _ends("value v\n    serves a\nmeans a\n    serves v\n") == []


def test_a_loop_is_told_from_a_flywheel() -> None:
    assert dead_ends(graph_of(means_in_a_row("a>b b>a"))) == (DeadEnd(("a", "b"), is_loop=True, in_doubt=False),)
    (wheel,) = dead_ends(graph_of("means a\n    serves b\nmeans b\n    serves a\n    feeds c\nmeans c\n    serves a\n"))
    assert (wheel.members, wheel.is_loop) == (("a", "b", "c"), False)


def test_dead_ends_are_in_order_of_their_first_element() -> None:
    ends = _ends("means z\nmeans b\n    serves c\nmeans a\nmeans c\n    serves b\n")
    assert ends == [("z",), ("b", "c"), ("a",)]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("means a\n    servs b\nmeans b\nmeans c\n", ["a", "b"]),
        ("means a\n    serves nothing-known\nmeans c\n", ["a"]),
        ("means a\n    note unquoted\n", []),
        ("means a\n    serves b\nmeans b\n    serves a\n    serves\n", ["a"]),
    ],
)
def test_what_may_lead_on_is_in_doubt(text: str, doubtful: list[str]) -> None:
    graph = analyse([Source("map.strat", text)]).graph
    assert [end.first for end in dead_ends(graph) if end.in_doubt] == doubtful


# --- what leads only there


def _shares(text: str) -> dict[str, tuple[str, ...]]:
    graph = analyse([Source("map.strat", text)]).graph
    return shares(graph, dead_ends(graph))


def test_all_that_leads_only_to_a_dead_end_is_given_to_it() -> None:
    assert _shares("value v\n" + means_in_a_row("a>b b>c x>b")) == {"c": ("a", "b", "x")}


def test_what_reaches_a_value_too_is_given_to_none() -> None:
    text = "value v\nmeans a\n    serves b, v\nmeans b\nmeans c\n    serves a\nmeans d\n    serves b\n"
    assert _shares(text) == {"b": ("d",)}


def test_what_leads_to_two_dead_ends_is_given_to_the_first() -> None:
    assert _shares("means a\n    serves c, b\nmeans b\nmeans c\nmeans d\n    serves c\n") == {"b": ("a",), "c": ("d",)}


def test_a_loop_on_the_way_is_given_as_a_whole() -> None:
    assert _shares(means_in_a_row("a>b b>a b>c")) == {"c": ("a", "b")}


def test_what_may_lead_elsewhere_is_given_to_none() -> None:
    text = (
        "means a\n    serves c\nmeans b\n    serves a\n    serves\n"
        "means c\nmeans d\n    serves b\nmeans e\n    serves c\n"
    )
    assert _shares(text) == {"c": ("a", "e")}


def test_members_are_not_among_what_leads_in() -> None:
    assert _shares(means_in_a_row("a>b b>a x>a")) == {"a": ("x",)}
