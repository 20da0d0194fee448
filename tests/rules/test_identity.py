"""Findings of one map are told apart by rule, elements and detail, so that a baseline never takes one for another."""

from collections import Counter
from pathlib import Path

import pytest

from goalgraph.analysis import Analysis, analyse
from goalgraph.config import Config
from goalgraph.finding import Severity
from goalgraph.rules.catalogue import RULES
from goalgraph.source import Source
from goalgraph.workspace import Workspace
from tests.helpers import blocks

EXAMPLES = Path(__file__).parents[2] / "examples"
EVERYTHING = Config(severities={rule.slug: Severity.WARNING for rule in RULES})
PAGES = [block for rule in RULES for _, block, _ in blocks(rule.page)]
# All that can be wrong with a line, twice or thrice over.
MISTAKES = """\
strategy s
strategy t
strategy u
value v "V"
    since 1
    since 2
    sphere round
    sphere square
    nature tangible
means m
    serves x, y, v, v
    serves x
    needs x, v, v
    feeds v
    hinders x
    keep v
    drop v
    joins v
    owner v
    status sleeping
    servs v
    srves v
    !
    !
means m
means m
nonsense
nonsense
# goalgraph: ignore no-wy, no-whi, no-why
# goalgraph: ignore
# goalgraph: ignor
means n
"""


def _told_twice(analysis: Analysis) -> list[object]:
    counted = Counter(finding.identity for finding in analysis.findings)
    return [identity for identity, count in counted.items() if count > 1]


@pytest.mark.parametrize("folder", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_in_an_example_no_two_findings_are_the_same(folder: Path) -> None:
    for checked in Workspace(EVERYTHING, base=EXAMPLES).check([Path(folder)]):
        assert _told_twice(checked.analysis) == []


def test_on_a_page_no_two_findings_are_the_same() -> None:
    for text in PAGES:
        assert _told_twice(analyse([Source("map.strat", text)], EVERYTHING)) == []


def test_no_two_mistakes_are_the_same_but_those_that_read_alike() -> None:
    analysis = analyse([Source("map.strat", MISTAKES)], EVERYTHING)
    assert len(analysis.findings) > 25
    alike = {finding.place.text for finding in analysis.findings if finding.identity in _told_twice(analysis)}
    assert alike <= {"!", "nonsense", "x", "v"}, "the same words on the same element"
