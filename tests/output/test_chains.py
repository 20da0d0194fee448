"""The chains of an element as a tree: how it branches, how narrow it stays, what is said of where it ends."""

import pytest

from goalgraph.analysis import Analysis, analyse
from goalgraph.output.asked import in_columns, shortened
from goalgraph.output.chains import answer
from goalgraph.output.chains.text import render
from goalgraph.output.fitting import width
from goalgraph.source import Source


def analysis_of(text: str) -> Analysis:
    return analyse([Source("map.strat", text)])


def tree(text: str, name: str, *, upward: bool = True) -> list[str]:
    """The lines of the tree without places, and the line that sums it up."""
    lines = render(answer([analysis_of(text)], name, upward=upward)).splitlines()
    return [line.split("map.strat:")[0].rstrip() for line in lines if line]


def served(arrows: str, rest: str = "") -> str:
    """Means by what they serve: `a>bc b>c`."""
    return "".join(
        f"means {name}\n    serves {', '.join(targets)}\n"
        for name, targets in (arrow.split(">") for arrow in arrows.split())
    ) + "".join(f"means {name}\n" for name in rest)


def test_a_chain_goes_straight_down_and_a_branching_is_indented() -> None:
    assert tree(served("a>b b>cd c>e d>e e>f", "f"), "a") == [
        "means a",
        "↓ serves b",
        "├─ ↓ serves c",
        "│  ↓ serves e",
        "│  ↓ serves f",
        "│    here the chain of whys stops, at a means",
        "└─ ↓ serves d",
        "   ↓ serves e  see above",
        "`a` reaches no value, leads to 1 dead end, and stands on no loop.",
    ]


def test_what_comes_back_is_said_to() -> None:
    assert tree(served("a>b b>a"), "a") == [
        "means a",
        "↓ serves b",
        "↓ serves a  back to `a`: a loop",
        "`a` reaches no value, goes round in one dead end, and stands on a loop with `b`.",
    ]


def test_an_intended_circle_is_called_a_flywheel() -> None:
    told = tree('value v "Worth"\nmeans a "First"\n    serves b\nmeans b\n    serves v\n    feeds a\n', "a")
    assert '└─ ↓ feeds a  back to "First": a flywheel' in told
    assert told[-1] == "`a` reaches 1 value (`v`), leads to no dead end, and stands on a flywheel with `b`."


def test_downward_links_are_read_the_other_way() -> None:
    text = (
        "value v\nobjective o\n    serves v\nobjective p\n    serves v\nmeans m\n    feeds o\n    needs a\nasset a\n"
        "means n\n    serves o\nbridge b\n    joins m, n\nobjective x\n    needs o\n"
    )
    assert tree(text, "v", upward=False) == [
        "value v",
        "├─ ↑ is served by o",
        "│  ├─ ↑ is fed by m",
        "│  │  ↑ needs a",
        "│  ├─ ↑ is served by n",
        "│  └─ ↑ is bridged by b",
        "└─ ↑ is served by p",
        "     nothing is done for this",
        "`v` is supported by 2 objectives, 2 means, 1 asset and 1 bridge, and stands on no loop; "
        "nothing is done for 1 end below it (`p`).",
    ]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("value v\n", "v", "`v` is a value itself, leads to no dead end, and stands on no loop."),
        ("value v\n    serves w\nvalue w\n", "v", "`v` is a value itself and leads to 1 value more (`w`),"),
        ("objective o\n", "o", "`o` is an objective that stands in for a value itself,"),
        ("objective o\nmeans m\n    serves o\n", "m", "`m` reaches 1 objective that stands in for a value (`o`),"),
        ("value v\nmeans m\n", "m", "`m` reaches no value, is a dead end itself, and stands on no loop."),
        ("means m\n    serves a, b\nmeans a\nmeans b\n", "m", "leads to 2 dead ends,"),
    ],
)
def test_the_last_line_sums_it_up(text: str, name: str, said: str) -> None:
    assert said in tree(text, name)[-1]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("value v\n", "v", "  a value: nothing further is asked"),
        ("value v\n    serves w\nvalue w\n", "v", "  a value, and for the sake of more"),
        ("objective o\n", "o", "  stands in for a value: this map names none"),
        ("concept c\n", "c", "  here the chain of whys stops, at a concept"),
        ("means m\n    serves m\n", "m", "  that it serves itself says no why ("),
        (
            "value v\nmeans m\n    serves n\nmeans n\n    status stopped\n",
            "m",
            "  here the chain of whys stops, at a means: what it is for is stopped (`n`)",
        ),
        ("value v\nasset a\nmeans n\n    needs a\n    status stopped\n", "a", "at an asset: what it is for is stopped"),
    ],
)
def test_an_element_says_what_it_is_beside_its_links(text: str, name: str, said: str) -> None:
    assert any(said.rstrip("(") in line for line in tree(text, name))


def test_links_that_were_not_read_are_said_to_be_missing() -> None:
    told = tree("value v\nmeans m\n    servs v\nmeans n\n    serves m\n", "n")
    assert told[2] == "  here the chain of whys stops, at a means, as far as it could be read"
    assert told[3].endswith("Not everything could be read: there may be more whys.")
    assert told[4].startswith("1 line could not be read")
    told = tree("value v\nobjective o\n    serves v\nmeans m\n    servs o\n", "o", upward=False)
    assert told[1] == "  nothing is done for this, as far as it could be read"
    assert "there may be more to it." in told[2]
    told = tree("value v\nobjective o\n    serves v\n    servs w\n", "o")
    assert told[1] == "  not everything about it could be read"


def test_what_is_stopped_takes_no_part() -> None:
    text = 'value v\nmeans m "Call centre"\n    status stopped\n    serves v\n'
    for upward in (True, False):
        assert tree(text, "m", upward=upward) == ['"Call centre" (`m`) is stopped: it takes no part. (']


def test_many_that_are_shown_elsewhere_share_a_line() -> None:
    names = "abcdefgh"
    every = " ".join(f"{name}>{''.join(other for other in names if other != name)}" for name in names)
    told = tree(served(every), "a")
    assert any(line.endswith("↓ serves a, b, c, d, e, f and 1 more  back to them: a loop") for line in told)
    assert "└─ ↓ serves c, d, e, f, g, h  see above" in told
    assert "│  │  │  ├─ ↓ serves c  back to `c`: a loop" in told
    assert len(told) < 40


def test_a_complete_tangle_of_forty_stays_readable() -> None:
    names = [f"m{number}" for number in range(40)]
    text = "".join(f"means {each}\n    serves {', '.join(set(names) - {each})}\n" for each in names)
    told = render(answer([analysis_of(text)], "m0", upward=True)).splitlines()
    assert len(told) < 200
    assert told[-1].startswith("`m0` reaches no value, goes round in one dead end, and stands on a loop with `m1`")


def ladder(length: int) -> str:
    """Each rung leads to the next two ways."""
    return (
        "value v\n"
        + "".join(
            f"means a{number}\n    serves a{number + 1}, b{number + 1}\n"
            f"means b{number}\n    serves a{number + 1}, b{number + 1}\n"
            for number in range(length)
        )
        + f"means a{length}\n    serves v\nmeans b{length}\n    serves v\n"
    )


def test_a_ladder_with_a_billion_ways_takes_as_many_lines_as_it_has_links_and_stays_narrow() -> None:
    told = tree(ladder(3_000), "a0")
    assert len(told) < 3_000 * 4 + 10
    assert max(len(line) - len(line.lstrip("│├─└ ")) for line in told) < 60


def test_where_the_largest_branch_comes_last_what_it_shows_is_below() -> None:
    told = tree(ladder(12), "a0")
    seen: set[str] = set()
    for line in told[1:-1]:
        if "serves" in line:
            name = line.split("serves ")[1].split(" ")[0]
            assert ("see above" in line) == (name in seen and "see below" not in line)
            if "see" not in line:
                assert name not in seen
                seen.add(name)
            elif "see below" in line:
                assert name not in seen
    assert any("see below" in line for line in told)


def test_long_titles_are_cut_at_a_word_and_wide_ones_by_their_width() -> None:
    assert shortened("short") == "short"
    assert shortened("one two three", 10) == "one two…"
    assert shortened("one two three", 8) == "one two…"
    assert shortened("unbroken" * 20, 10) == "unbrokenu…"
    assert width(shortened("資産の名前" * 20, 11)) <= 11


def test_the_second_column_stands_behind_the_longest_row_of_reasonable_length() -> None:
    rows = [("a", "1"), ("bbb", "2"), ("without", ""), ("x" * 200, "3"), ("資", "4")]
    assert in_columns(rows) == ["a    1", "bbb  2", "without", "x" * 200 + "  3", "資   4"]
