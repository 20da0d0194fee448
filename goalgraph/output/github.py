"""Findings as commands of GitHub's workflows, which show them beside the lines of a change.

GitHub shows ten errors, ten warnings and ten notices of a step; the job summary has all.
"""

from goalgraph.finding import Finding, Severity
from goalgraph.output.plain import ends, harmless, headline, lines
from goalgraph.output.verdict import Verdict, summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# The percent sign first: the others bring percent signs of their own.
_ESCAPED = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_ESCAPED_IN_PROPERTY = (*_ESCAPED, (":", "%3A"), (",", "%2C"))


def render(verdict: Verdict) -> str:
    """A command a finding; then, for those who read the log, what was not judged and the count."""
    told = [*map(_command, verdict.findings), *verdict.unchecked, summary(verdict)]
    return "".join(f"{line}\n" for line in told)


def render_failure(message: str) -> str:
    """A command that says that goalgraph itself failed."""
    return f"::error title=goalgraph::{_value(f'goalgraph itself failed: {message}')}\n"


def _command(finding: Finding) -> str:
    line, column, end_line, end_column = ends(finding.place)
    properties = f"file={_property(finding.place.path)},line={line},endLine={end_line}"
    if line == end_line:  # columns of different lines are refused
        properties += f",col={column},endColumn={end_column}"
    said = "\n".join([headline(finding), *lines(finding)])
    return f"::{_COMMANDS[finding.severity]} {properties},title={finding.rule}::{_value(said)}"


def _value(text: str) -> str:
    return _replaced(harmless(text), _ESCAPED)


def _property(text: str) -> str:
    return _replaced(harmless(text), _ESCAPED_IN_PROPERTY)


def _replaced(text: str, escaped: tuple[tuple[str, str], ...]) -> str:
    for character, written in escaped:
        text = text.replace(character, written)
    return text
