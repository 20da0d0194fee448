"""What stands at a place, and where a name is written."""

import unicodedata

import pytest

from goalgraph.lsp.pointing import name_at, names_of, statement_index, statement_span, within, written
from tests.lsp.views import look

MAP = """# Above
value v "V"
  measure "x" of v from 1 to 2

# Below
concept c
  drop v, word because "why"
  weigh word
  tags v
"""


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("value |v", ("v", "", "v")),
        ("value v|", ("v", "", "v")),
        ("val|ue v", None),
        ("value v\nmeans m\n  serves v,|w", ("w", "serves", "m")),
        ("value v\nmeans m\n  serves v|,w", ("v", "serves", "m")),
        ("value v\nmeans m\n  serves v, |w", ("w", "serves", "m")),
        ("value v\nmeans m\n  ser|ves v", None),
        ('value v\n  measure "x" of |v', ("v", "of", "v")),
        ("concept c\n  drop wo|rd", ("word", "drop", "c")),
        ("value v\n  tags |v", None),
        ('value v "|v"', None),
        ("# |v\nvalue v", None),
        ("|", None),
        ("value v\n\n|\n", None),
        ("means |", None),
        ("value v\n  serves |v because", None),
        ('value v "𝒗𝒗𝒗"\nmeans 𝒎\n  serves |v', ("v", "serves", "𝒎")),
    ],
)
def test_the_name_at_a_place(marked: str, found: tuple[str, str, str] | None) -> None:
    view, (offset,) = look(marked)
    named = name_at(view, offset)
    assert (named and (named.name, named.keyword, named.holder)) == found


def test_a_statement_names_what_it_declares_links_and_counts() -> None:
    view = look(MAP).view
    named = [
        sorted(names_of(declared, view.source, start), key=lambda each: each.place.order)
        for declared, start in zip(view.declared, view.document.starts, strict=True)
    ]
    assert [(each.name, each.place.line, each.place.text) for names in named for each in names] == [
        ("v", 2, "v"),
        ("v", 3, "v"),
        ("c", 6, "c"),
        ("v", 7, "v"),
        ("word", 7, "word"),
        ("word", 8, "word"),
    ]


def test_a_name_is_found_in_every_file_in_order_of_path() -> None:
    view = look(MAP, {"a.strat": "means m\r\n  serves v\r\n", "z.strat": "value w\n"}).view
    assert [each.place.where for each in written(view, "v")] == [
        "a.strat:2:10",
        "map.strat:2:7",
        "map.strat:3:18",
        "map.strat:7:8",
    ]
    assert [each.declares for each in written(view, "v")] == [False, True, False, False]
    assert not list(written(view, "nothing"))


def test_a_name_is_the_same_however_its_letters_are_composed() -> None:
    apart = unicodedata.normalize("NFD", "été")
    view = look(f"value été\nmeans m\n  serves {apart}\n").view
    assert [each.place.text for each in written(view, "été")] == ["été", apart]


def test_what_is_below_a_statement_is_not_in_it() -> None:
    text = '# a\nvalue v\n  note "x"  \r\n\n# b\n'
    document = look(text).view.document
    assert statement_index(document, 0) is None
    assert [statement_index(document, offset) for offset in (4, len(text))] == [0, 0]
    assert within(document, 0, text.index("x"))
    assert not within(document, 0, text.index("# b"))
    assert statement_span(document, 0).text == 'value v\n  note "x"'


def test_a_statement_that_was_not_read_names_nothing() -> None:
    view = look("means a b c\n  serves v\n").view
    assert not list(names_of(view.declared[0], view.source, 0))
