"""A hover says what an element is and why it is there, in words that are true and do no harm."""

import re

import pytest
from hypothesis import given
from lsprotocol import types

from goalgraph.lsp import syntax_words
from goalgraph.lsp.client import Client
from goalgraph.lsp.hover import hover
from goalgraph.lsp.view import View
from goalgraph.syntax import vocabulary
from tests.laws.maps import PURPOSE, Map, maps, text_of
from tests.lsp.views import ABLE, look

PLAIN = ABLE._replace(markdown=False)


def told(view: View, offset: int) -> str:
    found = hover(view, offset)
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


def said(text: str, others: dict[str, str] | None = None, client: Client = PLAIN) -> str:
    view, (offset,) = look(text, others, client)
    return told(view, offset)


MAP = """\
strategy s "Plan"
    horizon 2027
value v "A lasting advantage"
unit care "Client care"
unit desk "Desk"
    owner care
objective o "Accounts stay"
    serves v
    measure "retention" from 88% to 95% by 2027-06-30
    owner care
    since 2026
    because "Two thirds of margin come from it"
means m "Finding who knows"
    serves |o
    sphere informal
    status active
asset a
    serves m, v
"""


def test_an_element_is_told_with_its_chain_of_whys() -> None:
    assert (
        said(MAP)
        == """\
Accounts stay

o, objective

owner: Client care, since 2026-01-01

because Two thirds of margin come from it

measured by retention from 88% to 95% by 2027-06-30

o  "Accounts stay"
  ↓ serves
v  "A lasting advantage"
  a value: nothing further is asked

Supported by 1 means and 1 asset."""
    )


def test_markdown_sets_the_title_off_and_the_chain_apart() -> None:
    assert (
        said('value v "The end"\nmeans m "Tool"\n    serves v\n    needs a\nasset |a\n', client=ABLE)
        == """\
`a`, asset

```text
a
  ↓ is needed by
m  "Tool"
  ↓ serves
v  "The end"
  a value: nothing further is asked
```"""
    )
    assert said('means |m "Tool"\n', client=ABLE).startswith("**Tool**\n\n`m`, means\n\n")


def test_the_range_is_the_name() -> None:
    view, (offset,) = look('value v\nmeans m "🙂"\n    serves |v because "x"\n')
    found = hover(view, offset)
    assert found is not None
    assert found.range == types.Range(types.Position(2, 11), types.Position(2, 12))


def test_a_loop_is_told_back_to_itself() -> None:
    text = 'means |a "First"\n    serves b\nmeans b\n    serves c\nmeans c\n    serves a\n'
    ladder = 'a  "First"\n  ↓ serves\nb\n  ↓ serves\nc\n  ↓ serves\nback to itself: no value is ever reached'
    assert said(text) == f"First\n\na, means\n\n{ladder}"
    assert "back to a: no value is ever reached" in said(text.replace("|", "") + "means |d\n    serves a\n")


def test_a_tangle_counts_what_else_is_in_it() -> None:
    text = "means |a\n    serves b\nmeans b\n    serves a, c\nmeans c\n    serves a\n"
    assert "\n\n1 more element is tangled in this loop. 1 more way branches off: goalgraph why a tells all." in said(
        text
    )


def test_who_reaches_a_value_is_told_of_the_loop_as_well() -> None:
    text = "value v\nmeans |a\n    serves b, v\nmeans b\n    serves a\n"
    assert "a\n  ↓ serves\nv\n  a value: nothing further is asked" in said(text)
    assert 'It stands on a loop of 2: ask "why?" twice and you may be back.' in said(text)


def test_a_flywheel_is_called_one() -> None:
    text = "means |a\n    serves b\nmeans b\n    feeds a, c\nmeans c\n    feeds a\n"
    assert "back to itself: no value is ever reached\n\n1 more element is tangled in this flywheel." in said(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("means |m\n", "m, means\n\nIt is not for anything."),
        ("means |m\n    serves m\n", "m, means\n\nIt is not for anything. That it serves itself says no why."),
        ("unit |u\n", "u, unit"),
        ("concept |c\n    keep m\n    drop x, y\nmeans m\n", "c, concept\n\nOf its parts 1 kept, 2 dropped."),
        ("unit |u\nmeans m\n    owner u\n", "u, unit\n\nIt answers for 1 element."),
        ("value |v\n", "v, value\n\nA value: nothing further is asked.\n\nNothing is done for it."),
        ("strategy |s\n", "s, strategy"),
        ("means |m\n    status stopped\n    serves m\n", "m, means, stopped\n\nIt is stopped, and takes no part."),
        (
            "value |v\n    serves w\nvalue w\n",
            "v, value\n\nA value, and for the sake of more.\n\nNothing is done for it.",
        ),
        (
            "objective |o\n",
            "o, objective\n\nIt stands in for a value: this map names none.\n\nNothing is done for it.",
        ),
        (
            "means |m\n    serves old\nmeans old\n    status stopped\n",
            "m, means\n\nWhat it is for is stopped.",
        ),
        (
            "means m\n    serves |n\nmeans n\n    serves k\nmeans k\n",
            "n, means\n\nn\n  ↓ serves\nk\n  here the chain of whys stops: no value is reached"
            "\n\nSupported by 1 means.",
        ),
        (
            "bridge |b\n    joins m, n\nmeans m\nmeans n\n",
            "b, bridge\n\nIt joins m, n.\n\nIt is not for anything.",
        ),
    ],
)
def test_what_has_no_way_to_a_value_is_told_as_it_is(text: str, what: str) -> None:
    blocks = said(text).split("\n\n")
    assert "\n\n".join(block for block in blocks if "(goalgraph rule " not in block) == what


def test_a_part_of_the_organisation_is_part_of_another() -> None:
    assert said(MAP.replace("|", "").replace("desk", "|desk")) == "Desk\n\ndesk, unit\n\npart of: Client care"


def test_several_ways_are_counted() -> None:
    text = "value v\nvalue w\nmeans |m\n    serves v, n\nmeans n\n    serves w\n"
    assert said(text).endswith("\n\nIt reaches 2 values in all. 1 more way branches off: goalgraph why m tells all.")


@pytest.mark.parametrize(
    ("text", "true", "untrue"),
    [
        ("means |m\n    servs v\nvalue v\n", "It is not for anything, as far as it could be read.", "anything."),
        ("means |m\n    serves n\nmeans n\n    servs v\nvalue v\n", "is reached, as far as it could be", "reached\n"),
        (
            "means |a\n    serves b\nmeans b\n    serves a\n    servs v\nvalue v\n",
            "as far as it could be read",
            "ever reached",
        ),
        ("value v\nmeans |m\n    serves v\n    servs w\n", "there may be more whys", "in all."),
        ("value |v\nmeans m\n    serves v\nmeans n\n    servs v\n", "Supported by at least 1 means.", "by 1"),
        ("objective |o\nvaleu v\n", "this map names none, as far as it could be read.", "none."),
        ("value |v\nmeans n\n    servs v\n", "A value: nothing further is asked.", "Nothing is done"),
    ],
)
def test_where_a_line_was_not_read_nothing_is_said_to_be_missing(text: str, true: str, untrue: str) -> None:
    assert true in said(text)
    assert untrue not in said(text)


def test_a_long_chain_is_cut_in_the_middle() -> None:
    count = 3000
    links = "".join(f"means m{at}\n    serves m{at + 1}\n" for at in range(count))
    text = said(f"{links.replace('m0', '|m0', 1)}value m{count}\n")
    assert "m6\n  ⋮ 2990 more\n  ↓ serves\nm2997\n" in text
    assert text.count("\n") < 40


def test_a_long_loop_is_cut_in_the_middle_and_closed() -> None:
    count = 300
    links = "".join(f"means m{at}\n    serves m{(at + 1) % count}\n" for at in range(count))
    text = said(links.replace("m0", "|m0", 1))
    assert "  ⋮ 289 more\n" in text
    assert text.endswith("m299\n  ↓ serves\nback to itself: no value is ever reached")


def test_hostile_titles_do_no_harm() -> None:
    title = '**x** <img src=x> [a](javascript:b) `c` ```\\" ![d](e) \u202e &lt; https://f.g www.h.i j@k $(l) | ~~m~~'
    view, (offset,) = look(f'means ¦m "{title}"\n', mark="¦")
    text = told(view, offset)
    head = text.split("\n")[0]
    assert "<" not in text
    assert "\u202e" not in text
    assert not re.search(r"(?<!\\)[\[\]`_~|$!]", head)
    assert "https\\://" in head
    assert "www\\.h" in head
    assert "j\\@k" in head
    assert head.startswith("**\\*\\*x\\*\\* &lt;img")
    assert "&amp;lt;" in head


def test_titles_within_a_chain_cannot_leave_it() -> None:
    text = said('value v "```\\n<script>"\nmeans |m\n    serves v\n', client=ABLE)
    fences = [line for line in text.split("\n") if line.startswith("```")]
    assert fences == ["```text", "```"]


def test_much_text_is_cut_short() -> None:
    long = "x" * 20_000
    measures = "".join(f'    measure "{long}" from 1 to 2\n' for _ in range(50))
    text = said(f'means |m{long} "{long}"\n    because "{long}"\n{measures}')
    assert len(text) < 1500
    assert "and 47 more" in text


def test_what_was_found_on_a_name_is_explained() -> None:
    text = said("value v\nmeans n\n    serves v\nmeans |m\n", client=ABLE)
    assert text.endswith("(`goalgraph rule no-why`)")
    assert "**no-why**: people build without knowing why" in text


def test_a_word_of_the_language_is_explained_with_how_it_is_used() -> None:
    view, (kind, prop, inside) = look("me|ans m\n    ser|ves o str|ongly\nobjective o\n", client=PLAIN)
    assert told(view, kind).endswith('means NAME ["Title"]')
    assert told(view, prop) == (
        'serves: This is for the sake of that.\n\nserves NAME, … [weakly | strongly] [because "…"]'
    )
    found = hover(view, prop)
    assert found is not None
    assert found.range == types.Range(types.Position(1, 4), types.Position(1, 10))
    assert hover(view, inside) is None


def test_words_within_texts_are_no_words_of_the_language() -> None:
    view, (offset,) = look('means m\n    note """\n    ser|ves o\n    """\n')
    assert hover(view, offset) is None


def test_a_name_that_is_a_word_of_the_language_is_a_name() -> None:
    assert said("means |serves\n").startswith("serves, means")


@pytest.mark.parametrize(
    "text", ["|", "# a |comment\n", "means m\n    serves |nobody\n", "meens |m\n", "    se|rves o\n", "mea|"]
)
def test_where_there_is_nothing_to_say_nothing_is_said(text: str) -> None:
    view, (offset,) = look(text)
    assert hover(view, offset) is None


def test_every_word_is_explained() -> None:
    assert tuple(syntax_words.KINDS) == vocabulary.KINDS
    assert set(syntax_words.PROPERTIES) == set(vocabulary.PROPERTIES)


@pytest.mark.parametrize("word", [*vocabulary.KINDS, *vocabulary.PROPERTIES])
def test_a_word_is_used_as_it_is_said_to_be(word: str) -> None:
    for said_to_be in (syntax_words.KINDS.get(word) or syntax_words.PROPERTIES[word]).split("\n"):
        line = re.sub(r" +\(of an? (\w+)\)$", "", said_to_be)
        line = re.sub(r"(?<=[ \[])([\w\-]+)((?: \| [\w\-]+)+)", r"\1", line)
        for name, value in {
            "NAME": "a",
            "WORD": "a",
            "QUANTITY": "1",
            "DATE": "2027",
            "YYYY-MM-DD": "2027-01-01",
        }.items():
            line = line.replace(name, value)
        line = line.replace(", …", ", b").translate({ord("["): None, ord("]"): None})
        text = line if word in vocabulary.KINDS else f"bridge x\n    {line}"
        assert not look(text).view.analysis.map.doubt.unread_lines, line


@given(maps(relations=PURPOSE))
def test_whether_a_value_is_reached_is_told_as_it_is(elements: Map) -> None:
    view = look(text_of(elements), client=PLAIN).view
    graph = view.graph
    for name, element in graph.elements.items():
        text = told(view, element.place.start)
        reached = name in graph.anchored
        assert reached or "a value: nothing further" not in text
        assert not reached or not re.search("no value is|not for anything|is stopped", text)
        assert ("on a loop of" in text) == (name in graph.loop_of and "back to itself" not in text)
