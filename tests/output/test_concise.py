"""One line a finding."""

import re

import pytest

from goalgraph.analysis import analyse
from goalgraph.output.concise import render
from goalgraph.output.verdict import Verdict, summary
from goalgraph.source import Source

_LINE = re.compile(r"^(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning|info)\[[a-z-]+\] \S.*$")


def verdict(*texts: str) -> Verdict:
    analysis = analyse([Source(f"map{index or ''}.strat", text) for index, text in enumerate(texts)])
    return Verdict([analysis], analysis.findings)


def lines(*texts: str) -> list[str]:
    text = render(verdict(*texts))
    assert text.endswith("\n")
    return text.removesuffix("\n").split("\n")


def test_a_finding_is_its_place_its_rule_and_its_first_line() -> None:
    assert lines('means a "A"\n    serves b\n') == [
        "map.strat:2:12: error[unknown-name] nothing is called `b`",
        "1 link could not be followed: whatever may depend on it was not judged",
        "Checked 1 file, 1 element in 1 map: 1 error.",
    ]


def test_the_path_of_a_loop_is_told_closed() -> None:
    (loop, _) = lines(
        "means audit\n    serves badge\nmeans badge\n    serves course\nmeans course\n", "means x\n    serves audit\n"
    )[-2:]
    assert "->" not in loop
    (loop, _) = lines("means audit\n    serves badge\nmeans badge\n    serves course\nmeans course\n    serves audit\n")
    assert loop == (
        'map.strat:2:5: error[closed-loop] "audit" is its own purpose: no value is ever reached '
        "[audit -> badge -> course -> audit]"
    )


def test_a_clean_map_is_one_line() -> None:
    assert lines("unit a\n") == ["Checked 1 file, 1 element in 1 map: no findings."]


def test_the_last_line_is_the_summary() -> None:
    found = verdict("means a\n", "means b\n")
    assert render(found).splitlines()[-1] == summary(found) == "Checked 2 files, 2 elements in 1 map: 2 errors."


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u2028", "\x85", "\r", "\x0b"])
def test_a_finding_is_one_harmless_line_whatever_stands_in_the_map(character: str) -> None:
    title = f"x{character}[31mRED"
    told = lines(f'means a "{title}"\n    because "{title}"\nmeans b {character}\n')
    assert character not in "".join(told)
    # Titles have no white space but single spaces.
    substitute = " " if character.isspace() else "\ufffd"
    assert f'error[no-why] "x{substitute}[31mRED" (`a`) has no why: it serves nothing' in told[0]
    assert all(_LINE.match(line) for line in told[:2])


def test_a_line_end_in_a_title_starts_no_new_line() -> None:
    told = lines('means a "one\\ntwo\\tthree"\n', 'means b """\n    one\n    two\n    """\n')
    assert told[0] == 'map.strat:1:7: error[no-why] "one two three" (`a`) has no why: it serves nothing'
    assert told[1] == 'map1.strat:1:7: error[no-why] "one two" (`b`) has no why: it serves nothing'


def test_columns_count_code_points() -> None:
    assert lines('means a "👍👍" x\n')[0].startswith("map.strat:1:14: ")
    assert [line.split(" ")[0] for line in lines("means a\n\tserves 日本, e\u0301, zz\n")[:3]] == [
        "map.strat:2:9:",
        "map.strat:2:13:",
        "map.strat:2:17:",
    ]


def test_all_of_ten_thousand_findings_are_told_in_order() -> None:
    told = lines("".join(f"means m{index}\n" for index in range(10_000)))
    assert len(told) == 10_001
    assert [line.split(":")[1] for line in told[:-1]] == [str(number) for number in range(1, 10_001)]
    assert told[-1] == "Checked 1 file, 10000 elements in 1 map: 10000 errors."
