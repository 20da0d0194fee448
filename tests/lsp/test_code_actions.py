"""What is offered in a menu at a place, what it makes of the files, and what is then no longer there."""

import pytest
from lsprotocol import types

from goalgraph.analysis import analyse
from goalgraph.config import Config
from goalgraph.lsp.code_actions import FIX_ALL, code_actions
from goalgraph.lsp.units import Units
from goalgraph.source import Source
from tests.lsp.views import ABLE, Marked, changed_files, look

Client = type(ABLE)

RING = """\
value trust "Trust"

objective calm "Calls are answered"
    serves trust

means desk "Desk"
    serves calm

means portal "Portal"
    serves training|

means training "Training"
    serves portal
"""
TANGLE = """\
value trust "Trust"

objective a "Amber"
    serves trust
    serves b

objective b "Birch"
    serves c|

objective c "Cedar"
    serves a, b

means m "Dune"
    serves a
"""


def at_marks(
    seen: Marked, only: list[str] | None = None, said: list[types.Diagnostic] | None = None
) -> list[types.CodeAction]:
    return code_actions(seen.view, seen.marks[0], seen.marks[-1], said or [], only)


def titles(seen: Marked, only: list[str] | None = None) -> list[str]:
    return [action.title for action in at_marks(seen, only)]


def made(seen: Marked, title: str, others: dict[str, str] | None = None) -> dict[str, str]:
    """The files after the action with a title."""
    (action,) = [each for each in at_marks(seen) if each.title == title]
    assert action.edit
    return changed_files(action.edit, {"map.strat": seen.view.source.text, **(others or {})})


def rules(text: str) -> list[str]:
    return [finding.rule for finding in analyse([Source("map.strat", text)]).findings]


def shown(seen: Marked) -> list[types.Diagnostic]:
    """The findings of a file as an editor shows them."""
    return [
        types.Diagnostic(seen.view.range(finding.place), finding.message, code=finding.rule, source="goalgraph")
        for finding in seen.view.analysis.findings
        if finding.place.source is seen.view.source
    ]


def test_where_nothing_is_found_nothing_is_offered() -> None:
    assert titles(look(RING.replace("serves trust", "serves trust|", 1).replace("training|", "training"))) == []
    assert titles(look("|")) == []


def test_at_a_loop_its_smallest_cut_comes_first_then_the_link_at_hand_and_ignoring_last() -> None:
    assert titles(look(RING)) == [
        "Cut `training serves portal`",
        "Cut this link",
        "Ignore `closed-loop` here: say why",
    ]
    assert titles(look(TANGLE.replace("|", "").replace("serves b", "serves b|"))) == [
        "Cut `b serves c`",
        "Turn `b serves c` into `feeds`: the feedback is meant",
        "Cut this link (other circles stay)",
        "Turn this link into `feeds`: the feedback is meant (other circles stay)",
        "Turn this link round: `b serves a` (other circles stay)",
        "Ignore `tangled-loop` here: say why",
    ]


def test_the_loop_is_offered_for_at_each_of_its_links_in_whichever_file() -> None:
    others = {"other.strat": "means training\n    serves portal\n"}
    seen = look("value v\nmeans portal\n    serves training|  strongly\n    serves v\n", others)
    assert titles(seen)[0] == "Cut `training serves portal`"
    after = made(seen, "Cut `training serves portal`", others)
    assert after["other.strat"] == "means training\n"
    assert after["map.strat"] == seen.view.source.text


@pytest.mark.parametrize("kind", ["quickfix", ""])
def test_all_that_a_finding_is_mended_by_is_a_quick_fix_and_the_first_preferred(kind: str) -> None:
    actions = at_marks(look(TANGLE), [kind])
    assert {action.kind for action in actions} == {types.CodeActionKind.QuickFix}
    assert [action.is_preferred for action in actions] == [True] + [None] * (len(actions) - 1)


def test_a_link_after_whose_cut_others_go_round_says_so_and_is_not_said_to_mend_the_finding() -> None:
    text = TANGLE.replace("serves b\n", "serves b|\n", 1).replace("c|", "c")
    seen = look(text)
    actions = {action.title: action for action in at_marks(seen, None, shown(seen))}
    partly = actions["Cut this link (other circles stay)"]
    assert partly.diagnostics is None
    assert partly.edit
    assert "tangled-loop" in rules(changed_files(partly.edit, {"map.strat": seen.view.source.text})["map.strat"])


def test_feedback_that_may_be_meant_is_turned_into_feeds() -> None:
    seen = look("value v\n\nobjective a\n    serves v\n    serves b\n\nobjective b\n    serves a| strongly\n")
    assert "Turn this link into `feeds`: the feedback is meant" in titles(seen)
    after = made(seen, "Turn this link into `feeds`: the feedback is meant")["map.strat"]
    assert "objective b\n    feeds a\n" in after
    assert "tangled-loop" not in rules(after)


def test_a_link_is_turned_round_unless_an_end_would_then_serve_a_means() -> None:
    text = "value v\n\nobjective a\n    serves b\n    serves v\n\nmeans b\n    serves c|\n\nmeans c\n    serves a|\n"
    seen = look(text)
    first, second = seen.marks
    named = [action.title for action in code_actions(seen.view, first, first, [], None)]
    assert "Turn this link round: `c serves b`" in named
    assert not [action.title for action in code_actions(seen.view, second, second, [], None) if "round" in action.title]
    (turn,) = [each for each in code_actions(seen.view, first, first, [], None) if "round" in each.title]
    assert turn.edit
    after = changed_files(turn.edit, {"map.strat": seen.view.source.text})["map.strat"]
    assert after.endswith("means b\n\nmeans c\n    serves b\n    serves a\n")
    assert "loop" not in " ".join(rules(after))


def test_a_need_that_is_turned_round_is_a_need_of_the_other() -> None:
    text = "value v\n\nmeans a\n    serves v\n    needs b|\n\nmeans b\n    needs c\n\nmeans c\n    needs a\n"
    seen = look(text)
    after = made(seen, "Turn this link round: `b needs a`")["map.strat"]
    assert after == "value v\n\nmeans a\n    serves v\n\nmeans b\n    needs a\n    needs c\n\nmeans c\n    needs a\n"
    assert "deadlock" not in rules(after)


def test_a_link_that_is_said_twice_is_cut_in_both_places() -> None:
    seen = look(
        "value v\n\nobjective a\n    serves v, b|\n    needs b\n\nobjective b\n    needs a\n    serves a weakly\n"
    )
    after = made(seen, "Cut this link and `b needs a`")["map.strat"]
    assert after.endswith("objective a\n    serves v\n    needs b\n\nobjective b\n    serves a weakly\n")


def test_a_link_that_is_said_again_is_cut_and_turned_there_too() -> None:
    said = "    serves v\n    serves b|, b\n    serves b weakly # old\n"
    seen = look(f"value v\n\nobjective a\n{said}\nobjective b\n    serves a strongly\n")
    assert titles(seen)[:2] == [
        "Cut `a serves b` (and 2 more)",
        "Turn `a serves b` (and 2 more) into `feeds`: the feedback is meant",
    ]
    cut = made(seen, titles(seen)[0])["map.strat"]
    assert cut.startswith("value v\n\nobjective a\n    serves v\n    # old\n\n")
    assert not {"tangled-loop", "repeated-link"} & set(rules(cut))
    assert "tangled-loop" not in rules(made(seen, titles(seen)[1])["map.strat"])


def test_several_links_of_a_cut_are_counted() -> None:
    text = "value v\n\nobjective a\n    serves v, b|, c\n\nobjective b\n    serves a\n\nobjective c\n    serves a\n"
    assert titles(look(text))[0].endswith(" (and 1 more)")


def test_no_two_actions_make_the_same_edits() -> None:
    text = TANGLE.replace("c|", "c").replace("serves a, b", "serves a|, b")
    for actions in (at_marks(look(text)), at_marks(look(f"|{TANGLE.replace('c|', 'c')}|"))):
        edits = [repr(action.edit) for action in actions]
        assert len(edits) == len(set(edits))


UNKNOWN = """\
value trust "Trust"

objective expert-finder "Experts are found"
    serves trust

objective expert-finding "Experts are asked"
    serves trust

means expert-binder "A binder"
    serves expert-findr|

means next "Next"
    serves expert-finder
"""


def test_an_unknown_name_is_changed_to_a_near_one_or_declared_below() -> None:
    seen = look(UNKNOWN)
    assert titles(seen) == [
        "Change to `expert-finder`",
        "Change to `expert-finding`",
        "Declare `expert-findr` as an objective",
        "Declare `expert-findr` as a value",
        "Ignore `unknown-name` here: say why",
    ]
    assert "serves expert-finder\n\nmeans next" in made(seen, "Change to `expert-finder`")["map.strat"]
    after = made(seen, "Declare `expert-findr` as an objective")["map.strat"]
    assert '    serves expert-findr\n\nobjective expert-findr "Expert findr"\n\nmeans next' in after


def test_what_a_link_does_not_admit_is_not_offered_beside_what_it_does() -> None:
    text = "unit sales-team\n\nmeans sales-teem\n    owner sales-tem|\n"
    assert titles(look(text))[:-1] == ["Change to `sales-team`", "Declare `sales-tem` as a unit"]


def test_a_statement_is_put_below_the_one_that_names_it_with_blank_lines_between() -> None:
    for text, expected in (
        ("means a\n    serves who|", 'means a\n    serves who\n\nobjective who "Who"'),
        ("means a\n    serves who|\n", 'means a\n    serves who\n\nobjective who "Who"\n'),
        ("means a\n    serves who|\nmeans b\n", 'means a\n    serves who\n\nobjective who "Who"\n\nmeans b\n'),
        ("means a\r\n    serves who|\r\n", 'means a\r\n    serves who\r\n\r\nobjective who "Who"\r\n'),
        ("means a\n    serves 𝔴𝔥𝔬|\n# b\n", 'means a\n    serves 𝔴𝔥𝔬\n\nobjective 𝔴𝔥𝔬 "𝔴𝔥𝔬"\n\n# b\n'),
    ):
        seen = look(text)
        (title,) = [each for each in titles(seen) if each.endswith("as an objective")]
        assert made(seen, title)["map.strat"] == expected


def test_a_value_serves_what_is_declared_as_a_value_first() -> None:
    assert titles(look("value v\n    serves who|\n"))[:2] == [
        "Declare `who` as a value",
        "Declare `who` as an objective",
    ]


def test_a_measure_of_what_is_not_there_declares_it_as_a_means() -> None:
    text = 'objective o "O"\n    measure "calls" of deskk|\n\nmeans desk "Desk"\n    serves o\n'
    assert titles(look(text))[:2] == ["Change to `desk`", "Declare `deskk` as a means"]


def test_a_name_of_another_map_is_only_ignored() -> None:
    seen = look("means a\n    serves other|\n")
    analysis = analyse([seen.view.source], nearby={"other": "other/map.strat"})
    actions = code_actions(seen.view._replace(analysis=analysis), seen.offset, seen.offset, [], None)
    assert [action.title for action in actions] == ["Ignore `unknown-name` here: say why"]


# Nothing is to be said of these.
CALM = """\
value trust "Trust"

objective calm "Calls are answered"
    serves trust

means desk "Desk"
    serves calm

"""


def ignored(text: str, rule: str, config: Config | None = None) -> str:
    seen = look(text, config=config)
    return made(seen, f"Ignore `{rule}` here: say why")["map.strat"]


def test_an_ignore_stands_at_the_end_of_the_line_and_asks_for_its_reason() -> None:
    after = ignored(f'{CALM}means lonely| "Lonely"\n', "no-why")
    assert after == f'{CALM}means lonely "Lonely" # goalgraph: ignore no-why because ""\n'
    assert rules(after) == ["ignore-without-reason"]
    assert rules(after.replace('""', '"gift"')) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_ignore_stands_above_a_comment_and_a_text_of_several_lines(end: str) -> None:
    for line in ('means lonely| "Lonely" # who?', 'means lonely| """Lonely\n  and long"""'):
        text = f"{CALM}{line}\n".replace("\n", end)
        after = ignored(text, "no-why")
        assert f'{end}{end}# goalgraph: ignore no-why because ""{end}means lonely' in after
        assert rules(after) == ["ignore-without-reason"]


def test_an_ignore_above_a_link_is_as_far_in_as_the_link() -> None:
    after = ignored(RING.replace("serves training|", "serves training| # of old"), "closed-loop")
    assert '\n    # goalgraph: ignore closed-loop because ""\n    serves training # of old\n' in after
    assert rules(after) == ["ignore-without-reason"]


def test_a_loop_is_ignored_at_the_link_at_hand() -> None:
    after = ignored(RING.replace("|", "").replace("    serves portal\n", "    serves portal|\n"), "closed-loop")
    assert after.endswith('    serves portal # goalgraph: ignore closed-loop because ""\n')
    assert rules(after) == ["ignore-without-reason"]


def test_what_can_not_be_ignored_is_not_offered_to_be() -> None:
    for text in (
        "value v\n    sirves| v\n",
        'value v\n\nmeans a\n    serves v # goalgraph: ignore |no-why because "x"\n',
        "|nonsense\n",
        "    serves| a\n",
    ):
        seen = look(text)
        assert seen.view.analysis.findings
        assert not [title for title in titles(seen) if title.startswith("Ignore")]


REPEATED = """\
value v "V"

objective o "O"
    serves v, v # of old
    serves v|

means m "M"
    serves o
    feeds o
"""


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
