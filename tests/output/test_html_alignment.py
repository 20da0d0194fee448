"""The section that says which unit owns and which supports each objective."""

import pytest

from goalgraph.output.html.alignment import AlignedMap, alignment
from tests.output.sections import maps, plain, section

UNITS = 'unit care "Client care"\nunit it "IT"\n'


def objective(name: str, *units: str, owner: str = "") -> str:
    """An objective, its owner, and the units of which a means supports it."""
    means = "".join(
        f"means {name}-{number}\n    serves {name}\n    owner {unit}\n" for number, unit in enumerate(units)
    )
    owned = f"    owner {owner}\n" if owner else ""
    return f'objective {name} "Goal {name}"\n{owned}{means}'


def aligned(text: str, *, hidden: bool = False) -> AlignedMap:
    (found,) = alignment(maps(text, hidden=hidden))
    return found


def said(text: str, *, hidden: bool = False) -> str:
    return plain(aligned(text, hidden=hidden).said)


def test_a_cell_says_who_owns_and_who_supports() -> None:
    text = UNITS + objective("a", "care", "it", owner="care") + objective("b", owner="it") + objective("c")
    found = aligned(text)
    assert [unit.title for unit in found.units] == ["Client care", "IT"]
    assert [row.cells for row in found.rows] == [("both", "supports"), ("", "owns"), ("", "")]
    assert [row.gaps for row in found.rows] == ["", "no unit supports it", "nobody owns it, no unit supports it"]


def test_a_very_long_title_makes_no_tall_heading() -> None:
    (unit,) = aligned(f'unit care "{"long " * 40}"\n' + objective("a")).units
    assert (len(unit.title), unit.href) == (60, "e-care")


def test_the_table_tells_it_by_shape_and_word() -> None:
    html = section("alignment", UNITS + objective("a", "care", "it", owner="care") + objective("b", owner="it"))
    assert (
        '<td><b aria-hidden="true">●○</b> <i>both</i></td><td><b aria-hidden="true">○</b> <i>supports</i></td>' in html
    )
    assert '<th scope="row"><a href="#e-b">Goal b</a> <small>no unit supports it</small></th><td></td>' in html


ACROSS = "supported by more than one unit"


@pytest.mark.parametrize(
    ("objectives", "expected"),
    [
        ([["care", "it"], ["it"], []], f"1 of 3 objectives is {ACROSS}; “[Goal 2]” is supported by none."),
        ([["care", "it"], ["it", "care"]], f"All 2 objectives are {ACROSS}."),
        ([["it"], ["it"]], f"None of 2 objectives is {ACROSS}."),
        (
            [["it"], [], []],
            f"None of 3 objectives is {ACROSS}; “[Goal 1]” and “[Goal 2]” are supported by none.",
        ),
        (
            [["it"], [], [], [], [], []],
            f"None of 6 objectives is {ACROSS}; “[Goal 1]”, “[Goal 2]”, “[Goal 3]” and 2 more are supported by none.",
        ),
        ([[], []], "No unit supports any of the 2 objectives."),
        ([[]], "No unit supports the one objective."),
        ([["it"]], "The one objective is supported by one unit."),
        ([["it", "care"]], f"The one objective is {ACROSS}."),
    ],
)
def test_the_sentence_above_is_true(objectives: list[list[str]], expected: str) -> None:
    text = UNITS + "".join(objective(f"o{number}", *units) for number, units in enumerate(objectives))
    assert said(text) == expected.replace("Goal ", "Goal o")


def test_with_one_unit_it_is_told_how_much_that_supports() -> None:
    text = "unit care\n" + objective("a", "care") + objective("b")
    assert said(text) == "1 of 2 objectives is supported by the one unit."


def test_what_was_not_read_is_not_called_missing() -> None:
    text = UNITS + objective("a", "care") + objective("b")
    found = aligned(f"{text}    sphere nowhere\n")
    assert [row.gaps for row in found.rows] == ["nobody owns it", "owner unclear, support unclear"]
    assert plain(found.said) == f"As far as the map could be read, none of 2 objectives is {ACROSS}."
    assert aligned(text, hidden=True).rows[1].gaps == "owner unclear, support unclear"


def test_of_very_many_units_each_row_names_the_first() -> None:
    units = [f"u{number}" for number in range(11)]
    text = "".join(f"unit {unit}\n" for unit in units) + objective("a", *units, owner="u1")
    (row,) = aligned(text).rows
    assert (plain(row.owners), plain(row.supporters)) == ("[u1]", "[u0], [u1], [u2], [u3], [u4], [u5] and 5 more")
    assert row.cells == ()
    html = section("alignment", text)
    assert '<th scope="col">Supported by</th>' in html
    assert "<td>u1</td><td>u0, u1, u2, u3, u4, u5 and 5 more</td>" in html


def test_of_very_many_objectives_the_first_are_listed() -> None:
    html = section("alignment", UNITS + "".join(objective(f"o{number}") for number in range(120)))
    assert html.count('<th scope="row">') == 100
    assert "and 20 more objectives" in html


def test_without_units_or_objectives_there_is_nothing_to_say() -> None:
    assert alignment(maps(UNITS, objective("a"), "")) == ()
    assert section("alignment", objective("a")) == ""


def test_of_several_maps_each_has_its_part() -> None:
    text = UNITS + objective("a")
    html = section("alignment", f'strategy s "Plan <1>"\n{text}', "means m\n", text)
    assert "<h3>Plan &lt;1&gt;</h3>" in html
    assert "<h3>map2.strat</h3>" in html
    assert html.count("<table") == 2
    assert "<h3>" not in section("alignment", text)
