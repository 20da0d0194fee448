"""What is offered in a menu at a place, and in what form."""

import pytest
from lsprotocol import types

from goalgraph.lsp.code_actions import code_actions
from goalgraph.lsp.units import Units
from tests.lsp.menus import REPEATED, RING, TANGLE, at_marks, shown, titles
from tests.lsp.views import ABLE, look


def test_where_nothing_is_found_nothing_is_offered() -> None:
    assert titles(look(RING.replace("serves trust", "serves trust|", 1).replace("training|", "training"))) == []
    assert titles(look("|")) == []


@pytest.mark.parametrize("kind", ["quickfix", ""])
def test_all_that_a_finding_is_mended_by_is_a_quick_fix_and_the_first_preferred(kind: str) -> None:
    actions = at_marks(look(TANGLE), [kind])
    assert {action.kind for action in actions} == {types.CodeActionKind.QuickFix}
    assert [action.is_preferred for action in actions] == [True] + [None] * (len(actions) - 1)


def test_no_two_actions_make_the_same_edits() -> None:
    text = TANGLE.replace("c|", "c").replace("serves a, b", "serves a|, b")
    for actions in (at_marks(look(text)), at_marks(look(f"|{TANGLE.replace('c|', 'c')}|"))):
        edits = [repr(action.edit) for action in actions]
        assert len(edits) == len(set(edits))


@pytest.mark.parametrize("asked", ["refactor", "source.organizeImports", "quickfix.other", "source.fixAll.eslint"])
def test_kinds_of_others_are_not_answered(asked: str) -> None:
    assert at_marks(look(REPEATED), [asked]) == []


def test_an_action_carries_the_diagnostics_of_its_finding_and_of_no_other() -> None:
    seen = look(RING.replace('"Desk"', '"Desk"\n    serves calm'))
    own, other = shown(seen), look("value v\n\nmeans a|\n")
    for action in at_marks(seen, None, [*own, *shown(other)]):
        assert [each.code for each in action.diagnostics or []] == ["closed-loop"]


def test_an_editor_without_literal_actions_is_offered_none() -> None:
    assert at_marks(look(RING, client=ABLE._replace(action_literals=False))) == []


def test_edits_are_of_the_version_that_is_open_or_plain_changes() -> None:
    (first, *_) = at_marks(look(RING))
    assert first.edit
    assert first.edit.document_changes
    (change,) = first.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version == 3
    (plain, *_) = at_marks(look(RING, client=ABLE._replace(document_changes=False)))
    assert plain.edit
    assert plain.edit.changes


@pytest.mark.parametrize("encoding", list(types.PositionEncodingKind))
def test_places_are_right_behind_astral_letters_and_windows_line_ends(encoding: types.PositionEncodingKind) -> None:
    text = "value v\r\n\r\nmeans a\r\n    serves 𝔴𝔥𝔬, v, v # 𝔴𝔥𝔬\r\n"
    units = Units(encoding)
    seen = look(text.replace("v #", "v| #"), client=ABLE._replace(units=units))
    (action, *_) = at_marks(seen)
    assert action.title == "Remove the second mention"
    assert action.edit
    assert action.edit.document_changes
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    (edit,) = change.edits
    assert isinstance(edit, types.TextEdit)
    start = units.offset(seen.view.source, edit.range.start)
    end = units.offset(seen.view.source, edit.range.end)
    assert text[:start] + edit.new_text + text[end:] == text.replace("v, v", "v")


@pytest.mark.parametrize("at", ['|means lonely "Lonely"', 'means lonely |"Lonely"', 'means lonely "Lonely"|'])
def test_anywhere_in_its_line_a_finding_is_meant_where_nothing_is_selected(at: str) -> None:
    seen = look(f'value trust "Trust"\n\n{at}\n    note "x"\n')
    assert titles(seen) == ["Ignore `no-why` here: say why"]


def test_what_touches_the_cursor_comes_instead_of_what_else_is_in_the_line() -> None:
    assert titles(look("means a\n    owner on|e, two\n")) != titles(look("means a\n    owner one, tw|o\n"))


def test_of_a_selection_only_what_it_touches_is_meant() -> None:
    assert titles(look('value trust "Trust"\n\n|mea|ns lonely "Lonely"\n')) == []


def test_a_finding_at_the_edge_of_a_selection_counts() -> None:
    text = RING.replace("|", "")
    link = text.index("serves training")
    view = look(text).view
    for start, end in ((0, link), (link + 15, len(text)), (link + 3, link + 3), (0, len(text))):
        assert code_actions(view, start, end, [], None)
    assert not code_actions(view, 0, link - 1, [], ["quickfix"])


def test_where_a_whole_large_file_is_selected_the_menu_stays_short() -> None:
    text = "value v\n" + "".join(f"\nmeans m{number}\n" for number in range(3000))
    view = look(text).view
    assert len(view.analysis.findings) >= 3000
    assert len(code_actions(view, 0, len(text), [], None)) <= 60
