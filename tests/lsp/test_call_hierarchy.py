"""Outgoing calls say why, incoming calls say how, and a loop closes without end."""

import json

import pytest
from lsprotocol import converters, types

from goalgraph.lsp.call_hierarchy import incoming, outgoing, prepare
from goalgraph.lsp.view import View
from tests.lsp.views import look

CONVERTER = converters.get_converter()

MAP = """\
value v "The end"
objective o "Object"
    serves v
means m "Tool"
    serves |o
    needs a
asset a
bridge b
    joins m, a
means loose
    feeds m
"""


def root(view: View, offset: int) -> types.CallHierarchyItem:
    (item,) = prepare(view, offset)
    return back_and_forth(item)


def back_and_forth(item: types.CallHierarchyItem) -> types.CallHierarchyItem:
    """An item as it comes back from an editor."""
    sent = json.dumps(CONVERTER.unstructure(item, types.CallHierarchyItem))
    return CONVERTER.structure(json.loads(sent), types.CallHierarchyItem)


def why(view: View, item: types.CallHierarchyItem) -> list[types.CallHierarchyItem]:
    return [back_and_forth(call.to) for call in outgoing(view, back_and_forth(item))]


def how(view: View, item: types.CallHierarchyItem) -> list[types.CallHierarchyItem]:
    return [back_and_forth(call.from_) for call in incoming(view, back_and_forth(item))]


def told(items: list[types.CallHierarchyItem]) -> list[tuple[str, str | None]]:
    return [(item.name, item.detail) for item in items]


def test_a_name_that_is_used_stands_for_its_element() -> None:
    view, (offset,) = look(MAP)
    item = root(view, offset)
    assert (item.name, item.detail, item.uri) == ("Object", "objective", "file:///map.strat")
    assert (item.selection_range.start.line, item.selection_range.start.character) == (1, 10)
    assert (item.range.start.line, item.range.end.line, item.range.end.character) == (1, 2, 12)


def test_why_is_what_an_element_is_for_and_how_what_is_for_it() -> None:
    view, (offset,) = look(MAP)
    item = root(view, offset)
    assert told(why(view, item)) == [("The end", "value")]
    assert told(how(view, item)) == [("Tool", "means"), ("b", "bridge")]
    (tool, _) = how(view, item)
    assert told(how(view, tool)) == [("a", "asset"), ("loose", "means")]


def test_places_of_links_are_given_in_the_file_of_the_element_that_they_leave() -> None:
    view, (offset,) = look("value |v\nmeans m\n    serves v\n    needs a\n", {"a.strat": "\n\nasset a\n    serves v\n"})
    item = root(view, offset)
    by_name = {call.from_.name: call for call in incoming(view, item)}
    assert [each.start.line for each in by_name["m"].from_ranges] == [2]
    assert by_name["a"].from_.uri == "file:///a.strat"
    assert [each.start.line for each in by_name["a"].from_ranges] == [3]
    # That the tool needs it is written in another file: its own name stands for that.
    (asset,) = [each for each in how(view, by_name["m"].from_) if each.name == "a"]
    (call,) = [call for call in outgoing(view, asset) if call.to.name == "m"]
    assert call.from_ranges == [asset.selection_range]


def test_a_need_in_the_same_file_is_given_where_it_stands() -> None:
    view, (offset,) = look("means m\n    needs |a\nasset a\n")
    (call,) = outgoing(view, root(view, offset))
    assert [each.start.line for each in call.from_ranges] == [1]


def test_where_a_loop_closes_the_item_says_so_and_has_no_children() -> None:
    view, (offset,) = look('means |a "First"\n    serves b\nmeans b\n    serves c\nmeans c\n    serves a, d\nmeans d\n')
    first = root(view, offset)
    assert first.detail == "means, on a loop of 3"
    (b,) = why(view, first)
    (c,) = why(view, b)
    closing, out = why(view, c)
    assert (closing.name, closing.detail) == ("First", "means, closes a loop: back to First")
    assert why(view, closing) == how(view, closing) == []
    assert (out.detail, why(view, out)) == ("means, here the whys stop", [])


def test_downward_a_loop_closes_too() -> None:
    view, (offset,) = look("means |a\n    serves b\nmeans b\n    serves a\n")
    (b,) = how(view, root(view, offset))
    assert told(how(view, b)) == [("a", "means, closes a loop: back to a")]


def test_a_flywheel_closes_as_a_flywheel() -> None:
    view, (offset,) = look("means |a\n    serves b\nmeans b\n    feeds a\n")
    (b,) = why(view, root(view, offset))
    assert told(why(view, b)) == [("a", "means, closes a flywheel: back to a")]


def test_a_step_up_and_down_again_closes_no_loop() -> None:
    view, (offset,) = look("value v\nmeans |a\n    serves v\n")
    (value,) = why(view, root(view, offset))
    assert told(how(view, value)) == [("a", "means")]


def test_an_end_for_which_nothing_is_done_says_so_unless_a_line_was_not_read() -> None:
    text = "value |v\nobjective o\n    serves v\n"
    for spoilt, detail in (("", "objective, nothing is done for it"), ("means m\n    servs\n", "objective")):
        view, (offset,) = look(text + spoilt)
        assert told(how(view, root(view, offset))) == [("o", detail)]


def test_whys_that_were_not_read_are_not_said_to_stop() -> None:
    view, (offset,) = look("means |a\n    serves b\nmeans b\n    servs v\nvalue v\n")
    assert told(why(view, root(view, offset))) == [("b", "means")]


@pytest.mark.parametrize("text", ["|means m\n    serves v\n", "means m\n    ser|ves v\n", 'means m\n    note "x|"\n'])
def test_in_a_statement_where_no_name_stands_its_element_is_meant(text: str) -> None:
    view, (offset,) = look(text + "\n\nvalue v\n")
    (item,) = prepare(view, offset)
    assert item.name == "m"


def test_between_statements_no_element_is_meant() -> None:
    view, (offset,) = look("means m\n    serves v\n\n# a comm|ent\nvalue v\n")
    assert prepare(view, offset) == []


@pytest.mark.parametrize(
    "text", ["means |m\n    status stopped\n", "strategy |s\n", "means m\n    serves |nobody\n", "|"]
)
def test_what_takes_no_part_has_no_hierarchy(text: str) -> None:
    view, (offset,) = look(text)
    assert prepare(view, offset) == []


@pytest.mark.parametrize(
    "data", [None, 7, "m", ["m"], {}, {"name": 3}, {"name": "gone", "trail": ["gone"]}, {"name": ["m"]}]
)
def test_what_is_none_of_ours_leads_nowhere(data: object) -> None:
    view, (offset,) = look("value v\nmeans |m\n    serves v\n")
    item = root(view, offset)
    item.data = data
    assert outgoing(view, item) == []
    assert incoming(view, item) == []


@pytest.mark.parametrize("trail", [None, 7, "m", [], ["v"], [{}], [None, "m"]])
def test_a_trail_that_makes_no_sense_begins_anew(trail: object) -> None:
    view, (offset,) = look("value v\nmeans |m\n    serves v\n")
    item = root(view, offset)
    item.data = {"name": "m", "trail": trail}
    assert [each.name for each in why(view, item)] == ["v"]


def test_titles_do_no_harm() -> None:
    view, (offset,) = look(f'means |m "A \u202e title {"x" * 5000}"\n')
    item = root(view, offset)
    assert "\u202e" not in item.name
    assert len(item.name) < 100
