"""Above each element stands how it stands in the map, and nothing that may be false."""

import json

import pytest
from lsprotocol import converters, types

from goalgraph.lsp import code_lens
from goalgraph.lsp.code_lens import code_lenses
from goalgraph.lsp.view import View
from tests.lsp.views import look


def said(view: View) -> dict[str, str]:
    """What stands above each element, by the word on which it is placed."""
    found = {}
    for lens in code_lenses(view):
        assert lens.command is not None
        assert lens.range.start.line == lens.range.end.line
        line = view.source.line(lens.range.start.line + 1)
        found[line[lens.range.start.character : lens.range.end.character]] = lens.command.title
    return found


def test_supporters_are_counted_and_the_one_value_is_named() -> None:
    assert said(
        look("""\
strategy s "Plan"
value v "A lasting advantage"
objective o
    serves v
means m
    serves o
means n
    serves m
concept c
    keep m
unit u
""").view
    ) == {
        "v": "supported by 3",
        "o": "supported by 2 · reaches A lasting advantage",
        "m": "supported by 1 · reaches A lasting advantage",
        "n": "reaches A lasting advantage",
    }


def test_several_values_are_counted() -> None:
    view = look("value v\nvalue w\n    serves v\nmeans m\n    serves w\n").view
    assert said(view) == {"v": "supported by 2", "w": "supported by 1", "m": "reaches 2 values"}


def test_a_loop_is_told_and_whether_it_leads_on() -> None:
    text = "value v\nmeans a\n    serves b\nmeans b\n    serves a{}\nmeans c\n    serves a\n"
    assert said(look(text.format("")).view) == {
        "v": "nothing is done for it",
        "a": "on a loop of 2 · supported by 1 · reaches no value",
        "b": "on a loop of 2 · supported by 1 · reaches no value",
        "c": "reaches no value",
    }
    assert said(look(text.format(", v")).view)["a"] == "on a loop of 2 · supported by 1 · reaches v"


def test_what_is_for_nothing_is_told() -> None:
    view = look(
        "value v\nmeans m\n    serves m\nmeans n\n    serves old\nmeans old\n    serves v\n    status stopped\n"
    ).view
    assert said(view) == {
        "v": "nothing is done for it",
        "m": "not for anything",
        "n": "only for what is stopped",
    }


def test_in_a_map_without_values_none_is_missed() -> None:
    view = look("objective o\nmeans m\n    serves o\nmeans a\n    serves b\nmeans b\n    serves a\n").view
    assert said(view) == {
        "o": "supported by 1",
        "a": "on a loop of 2",
        "b": "on a loop of 2",
    }


def test_nothing_is_said_to_be_missing_where_a_line_was_not_read() -> None:
    view = look(
        "value v\nvalue w\nmeans m\n    serves v, w\nmeans n\n    servs v\nobjective o\nmeans p\n    serves n\n"
    ).view
    assert said(view) == {
        "v": "supported by 1 or more",
        "w": "supported by 1",
        "m": "reaches 2 values or more",
        "n": "supported by 1 or more",
        "o": "nothing is done for it · not for anything",
    }
    view = look("value v\nvalue w\nmeans m\n    serves v, w\n    servs\nmeans n\n    serves m\n").view
    assert said(view)["m"] == "supported by 1 or more · reaches 2 values or more"
    assert said(view)["n"] == "reaches 2 values or more"


def test_of_a_name_declared_twice_the_first_place_counts() -> None:
    lenses = code_lenses(look("value v\nvalue v\nmeans m\n    serves v\n").view)
    assert [lens.range.start.line for lens in lenses] == [0, 2]
    assert code_lenses(look("means m\n", {"a.strat": "means m\n"}).view) == []


def test_a_file_has_the_lenses_of_its_own_elements() -> None:
    view = look("value v\n", {"m.strat": "means m\n    serves v\n"}).view
    assert said(view) == {"v": "supported by 1"}


def test_a_click_breaks_no_editor_and_one_that_can_show_why_finds_what_to_show() -> None:
    (lens, _) = code_lenses(look("value v\nmeans 𝒎\n    serves v\n").view)[::-1]
    assert lens.command is not None
    assert lens.command.command == ""
    assert lens.command.arguments == ["file:///map.strat", {"line": 1, "character": 6}, "𝒎"]
    sent = json.dumps(converters.get_converter().unstructure(lens, types.CodeLens))
    assert '"character": 6' in sent


def test_titles_do_no_harm() -> None:
    view = look(f'value v "$(bug) \u202e {"x" * 5000}"\nmeans m\n    serves v\n').view
    title = said(view)["m"]
    assert "$(" not in title
    assert "\u202e" not in title
    assert len(title) < 100


def test_in_a_map_too_large_to_count_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_lens, "MOST_COUNTED", 2)
    view = look("value v\nmeans a\n    serves b, v\nmeans b\n    serves a\nmeans c\n").view
    assert said(view) == {"a": "on a loop of 2", "b": "on a loop of 2", "c": "not for anything"}


@pytest.mark.parametrize("text", ["", "# nothing\n", "meens m\n", "means\n", "    serves o\n"])
def test_what_cannot_be_read_has_no_lens(text: str) -> None:
    assert code_lenses(look(text).view) == []
