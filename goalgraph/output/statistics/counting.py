"""How many findings each rule has, the most first."""

from collections import Counter
from typing import NamedTuple

from goalgraph.finding import Severity
from goalgraph.output.verdict import Verdict
from goalgraph.rules.catalogue import BY_SLUG


class Count(NamedTuple):
    """A rule with the number of its findings; `severity` is that of the gravest."""

    rule: str
    family: str
    severity: Severity
    number: int
    summary: str


def counts(verdict: Verdict) -> list[Count]:
    """The findings that count, by rule."""
    numbers = Counter(finding.rule for finding in verdict.findings)
    gravest: dict[str, Severity] = {}
    for finding in verdict.findings:
        gravest[finding.rule] = max(gravest.get(finding.rule, Severity.OFF), finding.severity)
    return [
        Count(rule, BY_SLUG[rule].family, gravest[rule], number, BY_SLUG[rule].summary)
        for rule, number in sorted(numbers.items(), key=lambda each: (-each[1], -gravest[each[0]], each[0]))
    ]
