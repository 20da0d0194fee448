"""A baseline knows findings by what they are about, and only shrinks."""

import json
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalgraph.analysis import Analysis, analyse
from goalgraph.baseline import BadBaselineError, Baseline, Known, baseline_of, read_baseline, write_baseline
from goalgraph.source import Source

MAP = """\
strategy s
value v "V"
objective o "Better outcomes"
    serves v
means m "Mm"
    serves o
means x "Xx"
means a
    serves b
means b
    serves a
"""


def analysed(text: str, path: str = "map.strat") -> Analysis:
    return analyse([Source(path, dedent(text))])


def told(analysis: Analysis) -> list[str]:
    return [finding.rule for finding in analysis.findings]


BEFORE = baseline_of([analysed(MAP)])


def test_what_is_known_does_not_count_and_is_kept() -> None:
    marked = BEFORE.marked(analysed(MAP))
    assert told(marked) == []
    assert [(each.rule, each.silence and each.silence.by) for each in marked.silenced] == [
        ("no-why", "baseline"),
        ("closed-loop", "baseline"),
    ]


def test_lines_order_and_files_may_change() -> None:
    moved = "# new\n" + MAP.replace('means x "Xx"\n', "") + 'means x "Xx, renamed"\n'
    assert told(BEFORE.marked(analysed(moved, "elsewhere/other.strat"))) == []
    assert BEFORE.shrunk([analysed(moved)]) == BEFORE


def test_a_fix_and_a_new_finding_of_the_same_kind_do_not_cancel_out() -> None:
    changed = analysed(MAP.replace('means x "Xx"', 'means y "Xx"'))
    assert told(BEFORE.marked(changed)) == ["no-why"]
    assert set(BEFORE.shrunk([changed])) == {each for each in BEFORE if each.identity[0] != "no-why"}


def test_a_loop_that_grows_is_a_new_finding() -> None:
    grown = analysed(MAP + "means c\n    serves a\n    needs b\n")
    assert told(BEFORE.marked(grown)) == ["closed-loop"]


def test_the_same_elements_in_another_map_are_another_finding() -> None:
    assert told(BEFORE.marked(analysed(MAP.replace("strategy s", "strategy t")))) == ["no-why", "closed-loop"]


def test_of_a_map_that_was_not_checked_nothing_is_gone() -> None:
    assert BEFORE.shrunk([]) == BEFORE
    assert BEFORE.shrunk([analysed("strategy t\n")]) == BEFORE
    assert BEFORE.shrunk([analysed("strategy s\n")]) == Baseline()


def test_of_a_map_that_was_not_read_whole_nothing_is_gone() -> None:
    assert BEFORE.shrunk([analysed("strategy s\nvalu v\n")]) == BEFORE
    assert BEFORE.shrunk([analysed("strategy s\n"), analysed("strategy s\nvalu v\n")]) == BEFORE


def test_what_is_ignored_now_is_gone_from_the_baseline() -> None:
    ignored = analysed(MAP.replace('"Xx"', '"Xx"  # goalgraph: ignore no-why because "r"'))
    assert told(BEFORE.marked(ignored)) == []
    assert [each.identity[0] for each in BEFORE.shrunk([ignored])] == ["closed-loop"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("means y\n    servs o\n", "means y\n    sirves o\n"),
        ("means y\n    since 1\n    serves o\n", "means y\n    since 2\n    serves o\n"),
        ("means y\n    serves p\n", "means y\n    needs p\n"),
        ("means y\n    serves o, o\n", "means y\n    needs v\n    serves o\n    needs v\n"),
        ("concept y\n    serves o\n    keep m\n", "concept y\n    needs o\n    keep m\n"),
        ('means m2\n    serves o  # goalgraph: ignore no-why because "r"\n',
         'means m2\n    serves o  # goalgraph: ignore no-how because "r"\n'),
    ],
)  # fmt: skip
def test_mistakes_of_one_element_are_told_apart(first: str, second: str) -> None:
    known = baseline_of([analysed(MAP + first)])
    assert len(known) > len(BEFORE)
    assert told(known.marked(analysed(MAP + first))) == []
    assert told(known.marked(analysed(MAP + second)))


@given(
    st.frozensets(
        st.builds(Known, st.text(), st.tuples(st.text(), st.lists(st.text()).map(sorted).map(tuple), st.text()))
    )
)
def test_what_is_written_is_read(known: frozenset[Known]) -> None:
    text = write_baseline(Baseline(known))
    assert read_baseline(text) == known
    assert len(text.splitlines()) >= len(known) + 5 or not known
    json.loads(text)


def test_it_reads_well_in_a_diff() -> None:
    assert write_baseline(BEFORE) == dedent(
        """\
        {
          "$schema": "urn:goalgraph:schema:baseline:1",
          "version": 1,
          "findings": [
            {"strategy": "s", "rule": "closed-loop", "elements": ["a", "b"]},
            {"strategy": "s", "rule": "no-why", "elements": ["x"]}
          ]
        }
        """
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this is no whole JSON (line 1, column 1)"),
        (write_baseline(BEFORE)[:-20], "this is no whole JSON (line 6"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "this is JSON, and no baseline"),
        ('{"version": 1}', "this is JSON, and no baseline"),
        ('{"version": 2, "findings": []}', "this baseline has version 2, and version 1 is read here"),
        ('{"version": "1\\u001b", "findings": []}', 'version "1\\u001b"'),
        ('{"version": 1, "findings": [3]}', "finding 1 in it can't be read"),
        ('{"version": 1, "findings": [{"rule": "a", "elements": ["b"]}, {"rule": "a"}]}', "finding 2 in it"),
        ('{"version": 1, "findings": [{"rule": "a", "elements": [1]}]}', "finding 1 in it"),
        ('{\n<<<<<<< HEAD\n  "version": 1,\n', "line 2 holds the marks of a merge conflict"),
        ('{\r\n=======\r\n  "version": 1,\r\n', "line 2 holds the marks of a merge conflict"),
        ('{}\n>>>>>>> theirs\n', "line 2 holds the marks of a merge conflict"),
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_told(text: str, message: str) -> None:
    with pytest.raises(BadBaselineError) as caught:
        read_baseline(text)
    assert message in str(caught.value)
