"""The summary of a job on GitHub, in Markdown: every finding, as annotations show only ten of a kind.

A summary of more than a megabyte is not shown at all, so the last findings are counted only where there are too many.
"""

import re

from goalgraph.finding import Finding
from goalgraph.output.drawing import one_line
from goalgraph.output.plain import advice, link
from goalgraph.output.verdict import Verdict, counted, summary

_MOST_BYTES = 900_000
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~@&:$])")


def render(verdict: Verdict) -> str:
    """A heading with the count, and a section a finding."""
    parts = ["## goalgraph\n", f"{summary(verdict)}\n", *(f"- {_plain(line)}\n" for line in verdict.unchecked)]
    size = 0
    for number, finding in enumerate(verdict.findings):
        section = _section(finding)
        size += len(section.encode(errors="backslashreplace"))
        if size > _MOST_BYTES:
            rest = counted(len(verdict.findings) - number, "more finding")
            parts.append(f"… and {rest}, which the log of the job has.\n")
            break
        parts.append(section)
    return "\n".join(parts) + "\n"


def render_failure(message: str) -> str:
    """That goalgraph itself failed."""
    return f"## goalgraph\n\ngoalgraph itself failed: {_plain(message)}\n\n"


def _section(finding: Finding) -> str:
    violation = finding.violation
    said = [f"### {finding.severity.word}: {finding.rule}\n", f"{_plain(finding.message)}  "]
    said.append(f"{_code(finding.place.where)}\n")
    if violation.circle:
        for number, step in enumerate(violation.circle, start=1):
            places = ", ".join(_code(place.where) for place in step.places)
            said.append(f"{number}. {_plain(link(step))} {places}")
        said.append("")
    else:
        said += [f"- {_code(label.place.where)} {_plain(label.text)}" for label in violation.labels]
    said += [f"- {_plain(line)}" for line in advice(finding)]
    return "\n".join(said) + "\n"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


def _code(text: str) -> str:
    """Text as code, whatever stands in it."""
    text = one_line(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`"
