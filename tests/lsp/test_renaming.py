"""Giving an element another name, in every file of its map."""

import unicodedata

import pytest
from lsprotocol.types import Position, Range

from goalgraph.lsp.renaming import RenameError, is_name, prepare_rename, rename
from tests.lsp.views import ABLE, changed_files, look

MAP = """# aim
value |aim "aim" # aim
  tags aim
means m
  serves aim, aim2, aim because "aim"
  serves aim
  owner aim
  measure "x" of aim from 1 to 2
concept c
  drop aim, word
  joins aim
  weigh aim
value aim
"""
RENAMED = """# aim
value end "aim" # aim
  tags aim
means m
  serves end, aim2, end because "aim"
  serves end
  owner end
  measure "x" of end from 1 to 2
concept c
  drop end, word
  joins end
  weigh end
value end
"""


def after(marked: str, name: str, others: dict[str, str] | None = None) -> dict[str, str]:
    """The files of a map after a renaming."""
    view, (offset,) = look(marked, others)
    edit = rename(view, offset, name)
    assert edit is not None
    return changed_files(edit, {"map.strat": marked.replace("|", ""), **(others or {})})


@pytest.mark.parametrize("at", [MAP, MAP.replace("|", "").replace("joins ", "joins |")])
def test_every_place_is_renamed_and_nothing_else(at: str) -> None:
    others = {"a.strat": "\r\nmeans n\r\n  needs aim\r\n", "sub/z.strat": "means o\n"}
    expected = {"map.strat": RENAMED, "a.strat": "\r\nmeans n\r\n  needs end\r\n", "sub/z.strat": "means o\n"}
    assert after(at, "end", others) == expected


def test_only_files_that_name_it_are_touched_each_of_the_version_it_has() -> None:
    view, (offset,) = look("value |aim", {"a.strat": "means m\n  serves aim", "z.strat": "means o\n"})
    edit = rename(view, offset, "end")
    assert edit is not None
    assert edit.document_changes is not None
    said = [(each.text_document.uri, each.text_document.version) for each in edit.document_changes]  # type: ignore[union-attr]
    assert said == [("file:///a.strat", None), ("file:///map.strat", 3)]


def test_an_editor_that_knows_no_versions_gets_plain_changes() -> None:
    view, (offset,) = look("value |aim", client=ABLE._replace(document_changes=False))
    edit = rename(view, offset, "end")
    assert edit is not None
    assert edit.document_changes is None
    assert changed_files(edit, {"map.strat": "value aim"}) == {"map.strat": "value end"}


def test_the_place_is_replaced_as_it_is_written_and_the_new_name_composed() -> None:
    apart = unicodedata.normalize("NFD", "été")
    marked = f"value |été\nmeans 𝒎\n  serves 𝒎, {apart}, 𝒎\n"
    assert (
        after(marked, unicodedata.normalize("NFD", "hôte"))["map.strat"] == "value hôte\nmeans 𝒎\n  serves 𝒎, hôte, 𝒎\n"
    )


@pytest.mark.parametrize("name", ["aim", " aim ", "été"])
def test_the_same_name_changes_nothing(name: str) -> None:
    view, (offset,) = look(f"value |{name.strip()}")
    assert rename(view, offset, unicodedata.normalize("NFD", name)) is None


@pytest.mark.parametrize("name", ["serves", "value", "weakly", "because", "_x", "sales.crm", "名前", "x--", "हिन्दी"])
def test_whatever_the_grammar_takes_is_a_name(name: str) -> None:
    marked = "value |aim\nmeans m\n  serves m, aim weakly\n"
    assert after(marked, name)["map.strat"] == f"value {name}\nmeans m\n  serves m, {name} weakly\n"


@pytest.mark.parametrize(
    "name",
    ["", "  ", "2nd", "two words", "a,b", "a#b", '"a"', "a\nvalue b", "a\x00", "😀", "-a", "\ud83d", 'a "b"', "a\r"],
)
def test_what_is_no_name_is_refused(name: str) -> None:
    assert not is_name(name)
    view, (offset,) = look("value |aim")
    if not is_name(name.strip()):
        with pytest.raises(RenameError, match="is no name"):
            rename(view, offset, name)


def test_the_refusal_says_what_a_name_is() -> None:
    view, (offset,) = look("value |aim")
    with pytest.raises(RenameError) as refused:
        rename(view, offset, "client\u202e care " + "x" * 500)
    said = str(refused.value)
    assert said.startswith("`client\ufffd care xxx")
    assert said.endswith(
        "…` is no name: a name is one word that starts with a letter or `_` and goes on with letters, digits, `_`, "
        "`-` and `.`"
    )


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"a.strat": '\nunit care "Client care"'}, '`care` is taken: a unit "Client care" has that name (a.strat:2:6)'),
        ({"a.strat": "objective care"}, "`care` is taken: an objective has that name (a.strat:1:11)"),
    ],
)
def test_a_name_that_is_taken_is_refused_and_said_by_whom(others: dict[str, str], said: str) -> None:
    view, (offset,) = look("value |aim", others)
    with pytest.raises(RenameError) as refused:
        rename(view, offset, "care")
    assert str(refused.value) == said


def test_a_misspelt_name_can_be_put_right_everywhere_at_once() -> None:
    marked = "value aim\nmeans m\n  serves |iam\n"
    others = {"a.strat": "means n\n  serves iam\n"}
    assert after(marked, "aim", others) == {
        "map.strat": "value aim\nmeans m\n  serves aim\n",
        "a.strat": "means n\n  serves aim\n",
    }


@pytest.mark.parametrize(
    ("marked", "others", "said"),
    [
        ("means |m\nconcept c\n  drop hype\n", {}, "`hype` is taken: it is written already (map.strat:3:8)"),
        ("means |m\n", {"a.strat": "means n\n  serves hype"}, "`hype` is taken: it is written already (a.strat:2:10)"),
        ("means |m\nvalue hype Hype\n", {}, "`hype` is taken: it is written already (map.strat:2:7)"),
    ],
)
def test_a_name_that_is_written_already_is_refused_though_nothing_declares_it(
    marked: str, others: dict[str, str], said: str
) -> None:
    view, (offset,) = look(marked, others)
    with pytest.raises(RenameError) as refused:
        rename(view, offset, "hype")
    assert str(refused.value) == said


def test_misspelt_names_of_one_meaning_can_be_made_the_same() -> None:
    marked = "means m\n  serves |iam\n  serves amm\n"
    assert after(marked, "amm")["map.strat"] == "means m\n  serves amm\n  serves amm\n"


@pytest.mark.parametrize("marked", ["value a|im", "value |aim", "value aim|"])
def test_a_name_can_be_asked_for_before_it_is_changed(marked: str) -> None:
    view, (offset,) = look(marked)
    found = prepare_rename(view, offset)
    assert found is not None
    assert (found.range, found.placeholder) == (Range(Position(0, 6), Position(0, 9)), "aim")


@pytest.mark.parametrize(
    "marked",
    [
        "|",
        "val|ue aim",
        'value aim "a|im"',
        "value aim\n  tags a|im",
        "value aim\n\n|\n",
        "# a|im",
        "value aim\n  note|",
    ],
)
def test_where_no_name_stands_nothing_can_be_renamed(marked: str) -> None:
    view, (offset,) = look(marked)
    assert prepare_rename(view, offset) is None
    assert rename(view, offset, "other") is None


@pytest.mark.parametrize(
    "line",
    [
        "means m\n  serves {}, {} wekly",
        'means m\n  serves {} because "v',
        "means m\n  serves {}; needs {},w\n  serves {} # v",
        'means m\n  serves v-w, 2v, v.v, {} "v"',
        "means m\n  measure of {} in v.2",
        "means v v\n  tags v w\n  note v\n  owner {}".replace("v v", "{} v"),
        "mean m\n  serves {}",
        "serves {}",
        'means m\n  note """v\n  serves v\nv or {} v\n"""'.replace("{}", "v"),
        "means v_, m\n  serves {}\n",
    ],
)
def test_lines_that_can_not_be_read_are_renamed_too(line: str) -> None:
    marked = f"value |v\n{line.replace('{}', 'v')}\n"
    assert after(marked, "end")["map.strat"] == f"value end\n{line.replace('{}', 'end')}\n"


def test_a_line_above_all_statements_is_renamed_too() -> None:
    others = {"a.strat": "  serves v\nmeans m\n"}
    assert after("value |v", "end", others)["a.strat"] == "  serves end\nmeans m\n"


def test_words_with_combining_marks_are_whole_on_lines_that_can_not_be_read() -> None:
    marked = "value |हिन\nmeans m\n  serves हिन्दी, हिन wekly\n"
    assert after(marked, "end")["map.strat"] == "value end\nmeans m\n  serves हिन्दी, end wekly\n"
