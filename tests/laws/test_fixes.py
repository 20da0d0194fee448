"""A safe fix removes its finding and adds none; a cut that is made leaves what it announced."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from goalgraph.analysis import Analysis, analyse
from goalgraph.finding import Finding, Fix, Identity
from goalgraph.fixing import edited, mend
from goalgraph.model.links import Relation
from goalgraph.source import Source
from goalgraph.syntax.editing import edits_of
from tests.laws.maps import Map, maps, text_of

# Lines that say again what was said, feeds that close nothing, ignores of nothing: what has a safe fix.
EXTRA = st.sampled_from(
    (
        "    serves b2, b2 # twice\n",
        "    serves c3\n    serves c3 strongly\n",
        '    needs b2, a1, b2 because "of it"\n',
        "    feeds a1, b2, c3\n",
        "    feeds a1\n    feeds a1, b2\n",
        '    # goalgraph: ignore no-why, silo because "r"\n    note "n"\n',
        '    hinders b2 # goalgraph: ignore no-how because "r"\n',
        "    sirves b2\n",
        "    serves bb2\n",
    )
)
LINE_ENDS = st.sampled_from(("\n", "\r\n"))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A map with some lines that can be mended below some of its statements."""
    elements: Map = draw(maps(least=2))
    parts = [element.text + (draw(EXTRA) if draw(st.booleans()) else "") for element in elements]
    text = "\n".join(parts).replace("\n", draw(LINE_ENDS))
    return text.rstrip() if draw(st.booleans()) else text


def _analysed(text: str) -> Analysis:
    return analyse([Source("map.strat", text)])


def _counted(analysis: Analysis) -> Counter[Identity]:
    return Counter(finding.identity for finding in analysis.findings)


def _made(source: Source, fix: Fix) -> str:
    return edited(source, edits_of(fix)).text


@given(texts())
def test_a_safe_fix_removes_its_finding_and_adds_none(text: str) -> None:
    analysis = _analysed(text)
    before = _counted(analysis)
    for finding in analysis.findings:
        for fix in finding.violation.fixes:
            if fix.safe:
                after = _counted(_analysed(_made(finding.place.source, fix)))
                assert after[finding.identity] < before[finding.identity], fix.title
                assert not after - before, fix.title


@given(texts())
def test_edits_of_a_fix_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    for finding in _analysed(text).findings:
        for fix in finding.violation.fixes:
            edits = edits_of(fix)
            assert edits
            stretches = [(edit.place.start, edit.place.end) for edit in edits]
            assert all(0 <= start <= end <= len(text) for start, end in stretches)
            assert all(one[1] <= other[0] for one, other in pairwise(stretches))
            made = _made(finding.place.source, fix)
            assert _line_ends(made) <= _line_ends(text)
            assert [line.split("#", 1)[1] for line in text.splitlines() if "# twice" in line] == [
                line.split("#", 1)[1] for line in made.splitlines() if "# twice" in line
            ], "comments stay"


def _line_ends(text: str) -> set[str]:
    return set(re.findall(r"\r?\n", text))


def _mended(text: str, *, unsafe: bool) -> tuple[str, Sequence[Finding]]:
    source = Source("map.strat", text)

    def check(replaced: dict[str, Source]) -> Sequence[Finding]:
        return analyse([replaced.get(source.path, source)]).findings

    mended = mend(check, unsafe=unsafe)
    after = mended.after.get(source.path, source)
    return after.text, check(mended.after)


@given(texts())
def test_mending_twice_changes_nothing_more_and_leaves_no_safe_fix(text: str) -> None:
    once, findings = _mended(text, unsafe=False)
    assert not [fix for finding in findings for fix in finding.violation.fixes if fix.safe]
    assert _mended(once, unsafe=False)[0] == once
    assert not _counted(_analysed(once)) - _counted(_analysed(text))


@given(maps(relations=(Relation.SERVES, Relation.NEEDS), least=3, least_links=6, most_links=24, attributes=False))
def test_the_cut_of_a_loop_leaves_it_no_loop_and_strands_what_it_announced(elements: Map) -> None:
    analysis = _analysed(text_of(elements))
    for finding in analysis.findings:
        violation = finding.violation
        if not violation.cut or finding.family != "circularity":
            continue
        cut = violation.fixes[0]
        after = _analysed(_made(finding.place.source, cut))
        loops = [set(each.violation.loop) for each in after.findings if each.family == "circularity"]
        assert not [loop for loop in loops if not loop.isdisjoint(violation.loop)]
        without_why = after.graph.elements.keys() - after.graph.anchored
        assert set(violation.cut.stranded) <= without_why
        if finding.rule == "tangled-loop":
            assert finding.identity not in _counted(after)


@given(maps(relations=(Relation.SERVES, Relation.NEEDS), least=3, least_links=6, most_links=24, attributes=False))
def test_feedback_that_is_said_to_be_meant_is_no_loop(elements: Map) -> None:
    analysis = _analysed(text_of(elements))
    for finding in analysis.findings:
        for fix in finding.violation.fixes:
            if "feeds" in fix.title and finding.family == "circularity":
                after = _analysed(_made(finding.place.source, fix))
                assert finding.violation.loop not in [each.violation.loop for each in after.findings]
                assert not [each for each in after.findings if each.rule == "loose-feeds"]


def test_the_cut_of_a_closed_loop_leaves_the_one_finding_that_it_announced() -> None:
    text = (
        'value trust "Trust"\nobjective calm "Calls are answered"\n    serves trust\n'
        'means desk "Desk"\n    serves calm\n'
        'means portal "Portal"\n    serves training\nmeans training "Training"\n    serves portal\n'
    )
    (finding,) = analyse([Source("map.strat", text)]).findings
    assert finding.rule == "closed-loop"
    assert finding.violation.cut
    assert finding.violation.cut.stranded == ("training",)
    (left,) = _analysed(_made(finding.place.source, finding.violation.fixes[0])).findings
    assert (left.rule, left.violation.elements, left.violation.leads_in) == ("means-as-end", ("training",), ("portal",))
