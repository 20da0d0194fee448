"""Ignores: what they silence, and what is told of those that silence nothing."""

from collections.abc import Mapping
from datetime import date
from textwrap import dedent

import pytest

from goalgraph.analysis import Analysis, analyse
from goalgraph.config import Config
from goalgraph.finding import Edit, Severity
from goalgraph.source import Source
from goalgraph.syntax.editing import edits_of

HEAD = 'value v "V"\nobjective o "Better outcomes"\n    serves v\nmeans m "Mm"\n    serves o\n'
LOOP = "means a\n    serves b\nmeans b\n    serves c\nmeans c\n    serves a\n    serves o\n    serves b\n"
TODAY = date(2026, 6, 30)


def analysed(text: str, config: Config | None = None, **others: str) -> Analysis:
    sources = [Source("map.strat", HEAD + dedent(text)), *(Source(f"{name}.strat", it) for name, it in others.items())]
    return analyse(sources, config or Config(today=TODAY))


def told(analysis: Analysis) -> list[str]:
    return [f"{finding.rule}:{finding.place.line - HEAD.count(chr(10))}" for finding in analysis.findings]


def silenced(analysis: Analysis) -> list[tuple[str, str | None]]:
    return [(each.rule, each.silence.reason) for each in analysis.silenced if each.silence]


@pytest.mark.parametrize(
    "text",
    [
        'means x  # goalgraph: ignore no-why because "r"\n',
        '# goalgraph: ignore no-why because "r"\nmeans x\n',
        '#goalgraph:ignore no-why because "r"\n\n# another\n\nmeans x\n',
        '## goalgraph :  ignore  no-why   because "r"   until 2026-06-30  # a remark\nmeans x\n',
        '# goalgraph: ignore no-why until 2026-Q2 because "r"\r\nmeans x\r\n',
        'means x "a # goalgraph: b"  # goalgraph: ignore no-why because "r"\n',
        '# goalgraph: ignore no-why because "r"\n# goalgraph: ignore bad-value because "s"\nmeans x\n',
    ],
)
def test_an_ignore_silences_its_line_or_the_one_below(text: str) -> None:
    analysis = analysed(text)
    assert not [each for each in told(analysis) if each.startswith("no-why")]
    assert silenced(analysis) == [("no-why", "r")]


def test_an_ignore_above_the_first_statement_is_read() -> None:
    analysis = analyse([Source("map.strat", '# goalgraph: ignore no-why because "r"\nmeans x\n')])
    assert (told(analysis), silenced(analysis)) == ([], [("no-why", "r")])


def test_an_ignore_silences_its_own_rule_on_its_own_line_only() -> None:
    analysis = analysed('means x  # goalgraph: ignore no-how because "r"\nmeans y\n')
    assert told(analysis) == ["no-why:1", "unused-ignore:1", "no-why:2"]
    analysis = analysed('means x\n\n\n# goalgraph: ignore no-why because "r"\nmeans y\n')
    assert told(analysis) == ["no-why:1"]


@pytest.mark.parametrize(
    "text",
    [
        'means x "# goalgraph: ignore no-why"\n',
        'means x\n    note """\n        # goalgraph: ignore no-why because "r"\n        """\n',
        "# goalgraph is good\nmeans x\n",
    ],
)
def test_what_is_no_comment_is_no_ignore(text: str) -> None:
    assert told(analysed(text)) == ["no-why:1" if text.startswith("means") else "no-why:2"]


@pytest.mark.parametrize("line", [1, 3, 5, 7])
def test_a_loop_is_silenced_from_any_of_its_links_also_those_that_are_not_shown(line: int) -> None:
    lines = LOOP.splitlines()
    assert told(analysed(LOOP)) == ["tangled-loop:4"]
    lines[line] += '  # goalgraph: ignore tangled-loop because "r"'
    analysis = analysed("\n".join(lines))
    assert (told(analysis), silenced(analysis)) == ([], [("tangled-loop", "r")])


def test_a_loop_is_not_silenced_from_a_link_that_leads_out_of_it() -> None:
    analysis = analysed(LOOP.replace("serves o\n", 'serves o  # goalgraph: ignore tangled-loop because "r"\n'))
    assert told(analysis) == ["tangled-loop:4", "unused-ignore:7"]


def test_a_loop_is_silenced_from_a_link_in_another_file() -> None:
    analysis = analysed(
        "means a\n    serves b\n", b='means b\n    serves a  # goalgraph: ignore closed-loop because "r"\n'
    )
    assert (told(analysis), silenced(analysis)) == ([], [("closed-loop", "r")])


def test_a_day_that_has_passed_ends_an_ignore() -> None:
    text = 'means x  # goalgraph: ignore no-why because "r" until 2026-06-29\n'
    analysis = analysed(text)
    assert told(analysis) == ["no-why:1", "unused-ignore:1"]
    assert analysis.findings[1].message == "this ignore ran out on 2026-06-29"
    assert told(analysed(text, Config(today=date(2026, 6, 29)))) == []
    assert told(analysed(text, Config())) == [], "without a day none has passed"


def test_an_ignore_without_reason_is_told_where_it_silences_something() -> None:
    analysis = analysed("means x  # goalgraph: ignore no-why\n")
    assert (told(analysis), silenced(analysis)) == (["ignore-without-reason:1"], [("no-why", None)])
    assert told(analysed('means x  # goalgraph: ignore no-why because "  "\n')) == ["ignore-without-reason:1"]
    assert told(analysed("means x  # goalgraph: ignore no-how\n")) == ["no-why:1", "unused-ignore:1"]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# goalgraph: ignor no-why", "this is no ignore, so it silences nothing"),
        ("# goalgraph: ignore", "this is no ignore, so it silences nothing"),
        ("# goalgraph:", "this is no ignore, so it silences nothing"),
        ("# goalgraph: ignore no-why until June", "`June` is no date, so it silences nothing"),
        ("# goalgraph: ignore no-why because reasons", "`because reasons` can't be read here, so it silences nothing"),
        ('# goalgraph: ignore no-why because "a" because "b"', "`because` is given twice, so it silences nothing"),
        ("# goalgraph: ignore no-how, no-why, at", "there is no rule `at`"),
        ("# goalgraph: ignore no-how, too-late", "this ignore silences nothing: there is no `no-how`, `too-late` here"),
    ],
)
def test_an_ignore_that_can_do_nothing_is_told(comment: str, message: str) -> None:
    analysis = analysed(f"means x  {comment}\n")
    assert message in [finding.message for finding in analysis.findings if finding.rule == "unused-ignore"]


def test_a_rule_that_does_not_exist_is_an_error_and_the_nearest_is_offered() -> None:
    analysis = analysed('means x  # goalgraph: ignore no-wy because "r"\n')
    (finding,) = [each for each in analysis.findings if each.rule == "unused-ignore"]
    assert (finding.severity, finding.place.text) == (Severity.ERROR, "no-wy")
    assert finding.violation.helps == ("did you mean `no-why`?",)
    assert [fix.changes for fix in finding.violation.fixes] == [(Edit(finding.place, "no-why"),)]
    assert [place.text for place in analysis.unknown_ignored] == ["no-wy"]


@pytest.mark.parametrize(
    "config", [Config(severities={"no-how": Severity.OFF}), Config(severities={"unused-ignore": Severity.OFF})]
)
def test_an_ignore_of_a_rule_that_is_switched_off_is_not_told(config: Config) -> None:
    assert told(analysed('means x  # goalgraph: ignore no-how, no-why because "r"\n', config)) == []


@pytest.mark.parametrize("unread", ["means y\n    servs\n", "means y\n    serves nobody\n"])
def test_where_something_was_not_read_no_ignore_is_idle(unread: str) -> None:
    text = 'means x  # goalgraph: ignore no-how because "r"\n'
    assert "unused-ignore:1" in told(analysed(text))
    assert "unused-ignore:1" not in told(analysed(text + unread))


def _after_fix(analysis: Analysis) -> str:
    (finding,) = [each for each in analysis.findings if each.rule == "unused-ignore"]
    (fix,) = finding.violation.fixes
    assert fix.safe
    ((place, text),) = edits_of(fix)
    return (place.source.text[: place.start] + text + place.source.text[place.end :]).removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('means x  # goalgraph: ignore no-how because "r"\n', "means x\n"),
        ('# goalgraph: ignore no-how because "r"\nmeans x\n', "means x\n"),
        ('means x\n    # goalgraph: ignore no-how because "r"\n    note "n"\n', 'means x\n    note "n"\n'),
        ('means x\n# goalgraph: ignore no-how because "r"', "means x\n"),
        (
            'means x  # goalgraph: ignore no-how, no-why, too-late because "r"\n',
            'means x  # goalgraph: ignore no-why because "r"\n',
        ),
    ],
)
def test_the_fix_takes_away_what_is_idle_and_no_more(before: str, after: str) -> None:
    assert _after_fix(analysed(before)) == after


WORDS = {
    "both": 'means t "Deploy the portal"\n    serves p\nobjective p "Deploy the portal"{0}\n    serves v\n',
    "loop": 'means t "Tt"\n    serves p\n    serves o\nobjective p "Deploy the portal"{0}\n    serves v, t\n',
}


@pytest.mark.parametrize(
    ("ignored", "expected"),
    [("two-faced", []), ("activity-as-objective", ["two-faced:3"]), ("two-faced, activity-as-objective", [])],
)
def test_who_ignores_the_gravest_has_answered_for_the_wording(ignored: str, expected: list[str]) -> None:
    analysis = analysed(WORDS["both"].format(f'  # goalgraph: ignore {ignored} because "r"'))
    assert told(analysis) == expected
    notes = [note for finding in analysis.findings for note in finding.violation.notes]
    assert not [note for note in notes if "says what is done" in note]


def test_an_ignore_of_a_wording_that_is_a_note_of_a_loop_is_no_idle_one() -> None:
    def notes(text: str) -> list[str]:
        analysis = analysed(text)
        assert told(analysis) == ["tangled-loop:5"]
        return [note for finding in analysis.findings for note in finding.violation.notes if "says what" in note]

    assert len(notes(WORDS["loop"].format(""))) == 1
    assert notes(WORDS["loop"].format('  # goalgraph: ignore activity-as-objective because "r"')) == []


def test_the_findings_that_count_and_those_that_do_not_are_all_there_is() -> None:
    plain = analysed(LOOP + "means x\n")
    some = analysed(LOOP + 'means x  # goalgraph: ignore no-why because "r"\n')
    everything: Mapping[str, None] = dict.fromkeys(f.rule for f in (*some.findings, *some.silenced))
    assert sorted(everything) == sorted({finding.rule for finding in plain.findings})
