"""What is not fully known of an element and of its supporters."""

from goalgraph.analysis import analyse
from goalgraph.graph.half_read import half_read, half_supported
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.source import Source, Span, Unreadable

MAP = """
value v
objective o
    serves v
objective other
    serves v
means m
    serves o
"""


def _graph(text: str, *unreadable: Unreadable) -> PurposeGraph:
    return analyse([Source("a.strat", text), *unreadable]).graph


def test_of_a_map_that_is_read_whole_all_is_known() -> None:
    assert half_supported(_graph(MAP)) == frozenset()


def test_what_a_half_read_element_supports_is_half_supported() -> None:
    graph = _graph(f"{MAP}    sphere nowhere\n")
    assert half_read(graph) == {"m"}
    assert half_supported(graph) == {"m", "o", "v"}


def test_where_a_link_names_nothing_any_element_may_be_meant() -> None:
    assert half_supported(_graph(f"{MAP}    serves gone\n")) == {"v", "o", "other", "m"}


def test_where_a_file_was_not_read_nothing_is_fully_known() -> None:
    hidden = Unreadable(Span(Source("b.strat", ""), 0, 0), "it is not text", "save it as UTF-8")
    assert half_supported(_graph(MAP, hidden)) == {"v", "o", "other", "m"}
