"""Selections that grow: each surrounds the one before."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, SelectionRange

from goalgraph.lsp.selection import selection_ranges
from goalgraph.lsp.view import View
from tests.lsp.views import between, look


def chain(selection: SelectionRange | None) -> list[SelectionRange]:
    found = []
    while selection:
        found.append(selection)
        selection = selection.parent
    return found


def grown(marked: str) -> list[str]:
    view, offsets = look(marked)
    (selection,) = selection_ranges(view, offsets)
    return [between(view, each.range) for each in chain(selection)]


STATEMENT = 'means desk "A desk"\n  serves client-care, x because "They ask." # why'
ABOVE = f"# Not alone:\n\n# above\n{STATEMENT}"
FILE = f'value v\n\n{ABOVE}\n\n# below\nunit u\n  note """\n    One line.\n    Another one.\n    """\n'
LINE = 'serves client-care, x because "They ask." # why'


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("clie|nt", ["client", "client-care", LINE, STATEMENT, ABOVE, FILE]),
        ("-ca|re", ["care", "client-care", LINE, STATEMENT, ABOVE, FILE]),
        ("ser|ves", ["serves", LINE, STATEMENT, ABOVE, FILE]),
        ("The|y", ["They", "They ask.", '"They ask."', LINE, STATEMENT, ABOVE, FILE]),
        ('|"They', ['"They ask."', LINE, STATEMENT, ABOVE, FILE]),
        ("# w|hy", ["why", "# why", LINE, STATEMENT, ABOVE, FILE]),
        ("# why|", ["why", "# why", LINE, STATEMENT, ABOVE, FILE]),
        ("  |serves", ["serves", LINE, STATEMENT, ABOVE, FILE]),
        (" | serves", [STATEMENT, ABOVE, FILE]),
        ('de|sk "A', ["desk", 'means desk "A desk"', STATEMENT, ABOVE, FILE]),
        ("# ab|ove", ["above", "# above", ABOVE, FILE]),
        ("alone:|", ["# Not alone:", ABOVE, FILE]),
        ("# bel|ow", ["below", "# below", FILE[FILE.index("# below") :].rstrip(), FILE]),
        ("value |v", ["v", "value v", FILE]),
        (
            "Ano|ther",
            [
                "Another",
                "Another one.",
                "One line.\n    Another one.",
                '"""\n    One line.\n    Another one.\n    """',
                'note """\n    One line.\n    Another one.\n    """',
                FILE[FILE.index("unit u") :].rstrip(),
                FILE[FILE.index("# below") :].rstrip(),
                FILE,
            ],
        ),
    ],
)
def test_a_selection_grows_from_word_to_file(place: str, expected: list[str]) -> None:
    assert FILE.count(place.replace("|", "")) == 1
    marked = FILE.replace(place.replace("|", ""), place)
    assert grown(marked) == expected
    assert grown(marked.replace("\n", "\r\n")) == [each.replace("\n", "\r\n") for each in expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("|", [""]),
        ("\n|\n", ["\n\n"]),
        ("# on|ly\n", ["only", "# only", "# only\n"]),
        ("value v\n\n|", ["value v\n\n"]),
        ("  ser|ves v", ["serves", "serves v", "  serves v"]),
        ("value |𝒗é", ["𝒗é", "value 𝒗é"]),
        ('value v "“Été|”"', ["Été", "“Été”", '"“Été”"', 'value v "“Été”"']),
        ('value v "|"', ['""', 'value v ""']),
        ("value v, |w", ["w", "value v, w"]),
        ("value v,|,w", ["v,,w", "value v,,w"][1:]),
        ('value v "x\\"|y"', ["y", 'x\\"y', '"x\\"y"', 'value v "x\\"y"']),
        ('means portal "Por|tal', ["Portal", 'means portal "Portal']),
    ],
)
def test_where_there_is_less_there_are_fewer_steps(marked: str, expected: list[str]) -> None:
    assert grown(marked) == expected


def test_a_letter_and_its_marks_stay_together() -> None:
    assert grown("value e\u0301te\u0301|")[0] == "e\u0301te\u0301"


def test_each_place_has_a_selection_of_its_own() -> None:
    view, offsets = look("value |v\nmeans |m\n")
    assert [between(view, each.range) for each in selection_ranges(view, offsets)] == ["v", "m"]
    assert selection_ranges(view, []) == []


def spots(view: View, text: str) -> list[tuple[int, int]]:
    (selection,) = selection_ranges(view, [len(text)])
    units, source = view.client.units, view.source
    return [(units.offset(source, each.range.start), units.offset(source, each.range.end)) for each in chain(selection)]


PARTS = st.sampled_from(["value v", "\n", "\r\n", "  ", "serves a-b, c", '"', '"""', "#", " x", "😀", "\\", ",", "\t"])


@given(before=st.lists(PARTS, max_size=8), after=st.lists(PARTS, max_size=8))
def test_each_step_strictly_surrounds_the_one_before_and_all_surround_the_place(
    before: list[str], after: list[str]
) -> None:
    text = "".join(before)
    view = look(text + "".join(after), mark="\x00").view
    found = spots(view, text)
    # A place between a carriage return and its line feed is taken for the end of the line.
    place = view.offset(view.client.units.position(view.source, len(text)))
    assert found[-1] == (0, view.offset(Position(10**6, 0)))
    assert all(start <= place <= end for start, end in found)
    for (start, end), (outer_start, outer_end) in pairwise(found):
        assert outer_start <= start <= end <= outer_end
        assert (start, end) != (outer_start, outer_end)
