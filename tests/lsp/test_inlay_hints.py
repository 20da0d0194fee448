"""Links of loops bear a sign behind the name, and no others do."""

from goalgraph.lsp.inlay_hints import SIGN, inlay_hints
from goalgraph.lsp.view import View
from tests.lsp.views import look


def signs(view: View) -> list[tuple[str, object]]:
    """The text before each sign on its line, and what is said there."""
    hints = inlay_hints(view, 0, len(view.source.text))
    assert all(hint.label == SIGN for hint in hints)
    return [
        (view.source.line(hint.position.line + 1)[: hint.position.character].strip(), hint.tooltip) for hint in hints
    ]


def test_links_of_a_loop_bear_a_sign() -> None:
    view = look("""\
value v
objective goal
    serves v, tool
means tool
    serves training
means training
    serves goal
    serves v
""").view
    said = 'on a loop of 3: ask "why?" three times and you are back'
    assert signs(view) == [("serves v, tool", said), ("serves training", said), ("serves goal", said)]


def test_a_need_is_an_arrow_turned_round() -> None:
    view = look("means a\n    serves b\n    needs b\nmeans b\n").view
    said = 'on a loop of 2: ask "why?" twice and you are back'
    assert signs(view) == [("serves b", said), ("needs b", said)]


def test_feedback_that_is_meant_bears_none() -> None:
    assert signs(look("means a\n    serves b\nmeans b\n    feeds a\n").view) == []


def test_a_link_to_itself_bears_one() -> None:
    assert signs(look("means a\n    serves a\n    needs a, a\n").view) == [
        ("serves a", "it serves itself"),
        ("needs a", "it needs itself"),
    ]


def test_in_a_tangle_nobody_counts_the_steps_back() -> None:
    view = look("means a\n    serves b, c\nmeans b\n    serves a, c\nmeans c\n    serves a\n").view
    assert {said for _, said in signs(view)} == {'on a loop of 3: ask "why?" often enough and you are back'}


def test_a_file_bears_the_signs_of_its_own_links() -> None:
    view = look("means a\n    serves b\n", {"b.strat": "means b\n    serves a\n"}).view
    assert [text for text, _ in signs(view)] == ["serves b"]
    assert signs(look("means x\n", {"b.strat": "means b\n    serves b\n"}).view) == []


def test_only_what_lies_between_is_told() -> None:
    view, marks = look("means a\n    |serves b\n|means b\n    serves a\n")
    assert [hint.position.line for hint in inlay_hints(view, *marks)] == [1]
    assert inlay_hints(view, marks[0], marks[0]) == []


def test_columns_count_as_the_editor_does() -> None:
    view = look("means 𝒂\r\n    serves 𝒂, b\r\nmeans b\r\n    serves 𝒂\r\n").view
    hints = inlay_hints(view, 0, len(view.source.text))
    assert [(hint.position.line, hint.position.character) for hint in hints] == [(1, 13), (1, 16), (3, 13)]


def test_elements_that_are_stopped_are_on_no_loop() -> None:
    assert signs(look("means a\n    serves b\n    status stopped\nmeans b\n    serves a\n").view) == []
