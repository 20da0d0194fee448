"""Findings as the results of tests, as JUnit writes them: for Jenkins, GitLab and whatever else counts tests.

A map is a suite. A finding that makes the command fail is a failure, any other is a test that was skipped; a file
without findings is a test that passed, so that there is a test in any case.
"""

from collections import defaultdict
from collections.abc import Sequence

from goalgraph.analysis import Analysis
from goalgraph.finding import Finding
from goalgraph.output.drawing import one_line
from goalgraph.output.plain import NAME, headline, lines, source_name, xml
from goalgraph.output.verdict import Verdict

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render(verdict: Verdict) -> str:
    """Every map with its findings and its clean files."""
    of_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in verdict.findings:
        of_path[finding.place.path].append(finding)
    failures = sum(map(verdict.is_failure, verdict.findings))
    suites: list[str] = []
    tests = 0
    for analysis in verdict.analyses:
        found = [finding for path in analysis.paths for finding in of_path.get(path, ())]
        clean = [path for path in analysis.paths if path not in of_path]
        tests += len(found) + len(clean)
        suites.append(_suite(verdict, analysis, found, clean))
    head = f'<testsuites name="{NAME}" tests="{tests}" failures="{failures}" errors="0">\n'
    return "".join([_HEAD, head, *suites, "</testsuites>\n"])


def render_failure(message: str) -> str:
    """A document with one error: that goalgraph itself failed."""
    counts = 'tests="1" failures="0" errors="1"'
    return (
        f'{_HEAD}<testsuites name="{NAME}" {counts}>\n  <testsuite name="{NAME}" {counts} skipped="0">\n'
        f'    <testcase name="{NAME} itself failed" classname="{NAME}"><error message="{xml(one_line(message))}" '
        f'type="bug">{xml(message)}</error></testcase>\n  </testsuite>\n</testsuites>\n'
    )


def _suite(verdict: Verdict, analysis: Analysis, found: Sequence[Finding], clean: Sequence[str]) -> str:
    failing = [verdict.is_failure(finding) for finding in found]
    strategy = analysis.map.strategy
    name = strategy.title if strategy else NAME
    parts = [
        f'  <testsuite name="{xml(one_line(name))}" tests="{len(found) + len(clean)}" failures="{sum(failing)}" '
        f'errors="0" skipped="{len(found) - sum(failing)}">\n'
    ]
    parts += [_case(finding, fails=fails) for finding, fails in zip(found, failing, strict=True)]
    parts += [f'    <testcase name="{xml(one_line(path))}" classname="{NAME}.files"/>\n' for path in clean]
    return "".join([*parts, "  </testsuite>\n"])


def _case(finding: Finding, *, fails: bool) -> str:
    message = xml(one_line(headline(finding)))
    body = xml("\n".join([f"{finding.place.where}: {headline(finding)}", *lines(finding)])).replace("&#10;", "\n")
    outcome = "failure" if fails else "skipped"
    # The name has no place in it, so that the test is the same when lines move.
    return (
        f'    <testcase name="{xml(one_line(finding.message))}" classname="{source_name(finding)}">'
        f'<{outcome} type="{finding.severity.word}" message="{message}">{body}</{outcome}></testcase>\n'
    )
