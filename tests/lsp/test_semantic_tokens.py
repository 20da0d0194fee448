"""Names are coloured by what they name, and in the units of the editor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import PositionEncodingKind

from goalgraph.lsp.client import Client
from goalgraph.lsp.semantic_tokens import LEGEND, semantic_tokens, token_edits
from goalgraph.lsp.units import Units
from goalgraph.lsp.view import View
from tests.lsp.views import look

MAP = """\
# What it is for
value v "Value"

objective o "Objective"
    serves v, tool strongly because "v it is"
    measure "use" of tool from 1 to 2
means tool
    owner team
    serves nobody
unit team
    status stopped
"""


def read(view: View, data: list[int]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each token as the text that it covers, its type and its modifiers."""
    found = []
    line = column = 0
    for at in range(0, len(data), 5):
        lines, columns, length, kind, modifiers = data[at : at + 5]
        line, column = line + lines, columns if lines else column + columns
        text = view.source.line(line + 1)
        start = _index(view.client.units, text, column)
        word = text[start : _index(view.client.units, text, column + length)]
        names = tuple(name for bit, name in enumerate(LEGEND.token_modifiers) if modifiers >> bit & 1)
        found.append((word, LEGEND.token_types[kind], names))
    return found


def _index(units: Units, text: str, column: int) -> int:
    return next(index for index in range(len(text) + 1) if units.count(text[:index]) == column)


def test_names_are_told_by_their_kind_where_they_are_declared_and_used() -> None:
    view = look(MAP).view
    assert read(view, semantic_tokens(view)) == [
        ("v", "enumMember", ("declaration",)),
        ("o", "class", ("declaration",)),
        ("v", "enumMember", ()),
        ("tool", "function", ()),
        ("tool", "function", ()),
        ("tool", "function", ("declaration",)),
        ("team", "variable", ("deprecated",)),
        ("team", "variable", ("declaration", "deprecated")),
    ]


def test_every_kind_has_a_type_to_itself() -> None:
    view = look(
        "strategy s\nvalue v\nobjective o\nmeans m\nasset a\nbridge b\n    joins m, a\nconcept c\n    keep m\nunit u\n"
    ).view
    kinds = [kind for _, kind, modifiers in read(view, semantic_tokens(view)) if modifiers]
    assert len(set(kinds)) == len(kinds) == len(LEGEND.token_types)


def test_what_another_file_declares_is_coloured_too() -> None:
    view = look("means m\n    serves o\n", {"other.strat": "objective o\n"}).view
    assert [word for word, _, _ in read(view, semantic_tokens(view))] == ["m", "o"]


@pytest.mark.parametrize("encoding", list(PositionEncodingKind))
def test_columns_and_lengths_count_in_the_units_of_the_editor(encoding: PositionEncodingKind) -> None:
    # The first letter of each name lies outside the plane that UTF-16 needs one unit for.
    text = 'value 𝒗alue "🙂"\r\nmeans 𝒎é\r\n    serves 𝒗alue, 𝒎é because "x"\r\n'
    view = look(text, client=Client(Units(encoding))).view
    assert [word for word, _, _ in read(view, semantic_tokens(view))] == ["𝒗alue", "𝒎é", "𝒗alue", "𝒎é"]


def test_a_range_has_the_tokens_that_it_touches() -> None:
    view, marks = look(MAP.replace("serves v, to", "ser|ves v, to|"))
    assert [word for word, _, _ in read(view, semantic_tokens(view, *marks))] == ["v", "tool"]
    assert semantic_tokens(view, marks[0], marks[0]) == []


def test_a_range_between_statements_has_none() -> None:
    view, marks = look("|# nothing yet\n|\nmeans m\n")
    assert semantic_tokens(view, *marks) == []


@pytest.mark.parametrize("text", ["", "# only a comment\n", "    serves o\n", "meens m\n    serves\n", "means"])
def test_what_cannot_be_read_has_no_tokens(text: str) -> None:
    assert semantic_tokens(look(text).view) == []


def test_what_stands_in_a_text_that_is_not_closed_is_text() -> None:
    view = look('means m\n    note """\nm and\nobjective o\nmeans n\n    note """\nserves m\n"""\n').view
    assert [word for word, _, _ in read(view, semantic_tokens(view))] == ["m", "o", "n"]
    view = look('value v\nmeans m\n    note """\nmore v\n    serves v\n').view
    assert [word for word, _, _ in read(view, semantic_tokens(view))] == ["v", "m"]


@given(st.lists(st.integers(0, 2)), st.lists(st.integers(0, 2)))
def test_edits_make_one_list_of_the_other(before: list[int], after: list[int]) -> None:
    made = list(before)
    for edit in token_edits(before, after):
        made[edit.start : edit.start + edit.delete_count] = edit.data or []
    assert made == after
    assert bool(token_edits(before, after)) == (before != after)


def test_an_edit_is_no_larger_than_it_has_to_be() -> None:
    (edit,) = token_edits([1, 2, 3, 4, 5], [1, 2, 9, 9, 4, 5])
    assert (edit.start, edit.delete_count, edit.data) == (2, 1, [9, 9])


def test_a_byte_order_mark_that_the_editor_has_is_in_the_column_of_the_first_name() -> None:
    view = look("value v\nmeans m\n  serves v\n").view
    view.source.bom_counts = True  # type: ignore[misc]  # as of an editor's text
    assert [semantic_tokens(view)[index] for index in (1, 6, 11)] == [7, 6, 9]
