"""Where an ignore is written, and what it silences."""

import pytest

from goalgraph.analysis import analyse
from goalgraph.config import Config
from goalgraph.lsp.code_actions import code_actions
from tests.lsp.menus import RING, made, rules, titles
from tests.lsp.views import look


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
    assert after == f'{CALM}means lonely "Lonely"  # goalgraph: ignore no-why because ""\n'
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
    assert after.endswith('    serves portal  # goalgraph: ignore closed-loop because ""\n')
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
