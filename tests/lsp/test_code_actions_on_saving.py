"""What is mended when a file is saved."""

import pytest
from lsprotocol import types

from goalgraph.lsp.code_actions import FIX_ALL
from tests.lsp.menus import REPEATED, RING, at_marks
from tests.lsp.views import changed_files, look


def test_all_that_is_safe_is_mended_when_a_source_action_is_asked_for() -> None:
    for asked in ([FIX_ALL], ["source.fixAll"], ["source"]):
        (action,) = at_marks(look(REPEATED), asked)
        assert action.kind == FIX_ALL
        assert action.edit
        after = changed_files(action.edit, {"map.strat": REPEATED.replace("|", "")})["map.strat"]
        assert after == 'value v "V"\n\nobjective o "O"\n    serves v # of old\n\nmeans m "M"\n    serves o\n'
        assert at_marks(look(f"{after}|"), asked) == []


def test_what_one_mend_leaves_to_be_mended_is_mended_too() -> None:
    text = "value v\n\nmeans m\n    serves v\n    feeds v, v\n"
    (action,) = at_marks(look(f"{text}|"), [FIX_ALL])
    assert action.edit
    after = changed_files(action.edit, {"map.strat": text})["map.strat"]
    assert after == "value v\n\nmeans m\n    serves v\n"


def test_however_often_a_line_says_the_same_it_is_mended_whole() -> None:
    text = f"value v\n\nobjective o\n    serves {', '.join(['v'] * 60)}\n"
    (action,) = at_marks(look(f"{text}|"), [FIX_ALL])
    assert action.edit
    after = changed_files(action.edit, {"map.strat": text})["map.strat"]
    assert after == "value v\n\nobjective o\n    serves v\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_mending_a_file_touches_only_the_lines_that_change(end: str) -> None:
    text = "# serves v, v\nvalue v\n\nobjective o # 𝔬\n    serves v, v # 𝔳\n    serves v\n\nmeans m\n    feeds o\n"
    text = text.replace("\n", end)
    (action,) = at_marks(look(f"{text}|"), [FIX_ALL])
    assert action.edit
    assert action.edit.document_changes
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    assert [(each.range.start.line, each.range.end.line) for each in change.edits] == [(4, 6), (8, 9)]
    after = changed_files(action.edit, {"map.strat": text})["map.strat"]
    assert after == text.replace(f"v, v # 𝔳{end}    serves v", "v # 𝔳").replace("feeds o", "serves o")


def test_on_saving_only_the_file_at_hand_is_changed() -> None:
    others = {"other.strat": 'objective p "P"\n    serves v, v\n\nmeans n\n    serves p\n'}
    (action,) = at_marks(look(REPEATED, others), [FIX_ALL])
    assert action.edit
    after = changed_files(action.edit, {"map.strat": REPEATED.replace("|", ""), **others})
    assert after["other.strat"] == others["other.strat"]
    assert at_marks(look("value v\n|", others), [FIX_ALL]) == []


def test_what_is_only_unsafe_is_not_made_on_saving() -> None:
    assert at_marks(look(RING), [FIX_ALL]) == []


def test_a_menu_offers_to_mend_the_file_only_at_what_can_be_mended_safely() -> None:
    assert FIX_ALL in [action.kind for action in at_marks(look(REPEATED))]
    elsewhere = REPEATED.replace("|", "").replace("value v", "value v|")
    assert FIX_ALL not in [action.kind for action in at_marks(look(elsewhere))]
