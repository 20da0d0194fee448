"""Fenced blocks of Markdown, and the marks in maps that say which findings they must give."""

import os
import re
from textwrap import dedent

from goalgraph.analysis import analyse
from goalgraph.config import Config
from goalgraph.finding import Finding
from goalgraph.source import Source

_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"#[ \t]*finding:[ \t]*(?P<slugs>[a-z-]+(?:,[ \t]*[a-z-]+)*)")


def blocks(markdown: str) -> list[tuple[str, str, int]]:
    """Every fenced block: what stands after the fence, the text inside, and the line of the text's first line."""
    return [
        (match["info"].strip(), match["text"], markdown.count("\n", 0, match.start("text")) + 1)
        for match in _FENCE.finditer(markdown)
    ]


def marks(text: str) -> set[tuple[int, str]]:
    """The findings that a map says it gives, by line and rule: `# finding: closed-loop`, several with commas."""
    return {
        (number, slug.strip())
        for number, line in enumerate(text.split("\n"), start=1)
        for match in _MARK.finditer(line)
        for slug in match["slugs"].split(",")
    }


def assert_marked(text: str, config: Config | None = None) -> tuple[Finding, ...]:
    """Checks that a map in one file gives the findings it marks, each place once, and hands them back."""
    text = dedent(text).lstrip("\n")
    findings = analyse([Source("map.strat", text)], config).findings
    told = [(finding.place.line, finding.rule) for finding in findings]
    assert sorted(told) == sorted(marks(text)), "\n".join(finding.message for finding in findings)
    return findings


def unmeasured(**changes: str) -> dict[str, str]:
    """An environment in which a process is not measured by coverage.

    Coverage slows a process, loads and writes what the process itself would not, and never ends where an interrupt
    meets it while it holds a lock of its own.
    """
    return {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")} | changes
