"""What is offered on a link of a loop, and what it makes of the map."""

from goalgraph.lsp.code_actions import code_actions
from tests.lsp.menus import RING, TANGLE, at_marks, made, rules, shown, titles
from tests.lsp.views import changed_files, look


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
