"""Findings as Checkstyle's XML, which many tools read: a finding in one message, the links of its loop included."""

from itertools import groupby

from goalgraph.finding import Finding
from goalgraph.output.plain import NAME, headline, lines, source_name, xml
from goalgraph.output.verdict import Verdict

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n'
_TAIL = "</checkstyle>\n"


def render(verdict: Verdict) -> str:
    """Every finding under its file."""
    parts = [_HEAD]
    for path, findings in groupby(verdict.findings, key=lambda finding: finding.place.path):
        parts += [f'  <file name="{xml(path)}">\n', *map(_error, findings), "  </file>\n"]
    return "".join([*parts, _TAIL])


def render_failure(message: str) -> str:
    """A document that says that goalgraph itself failed."""
    said = xml(f"goalgraph itself failed: {message}")
    error = f'    <error line="1" severity="error" message="{said}" source="{NAME}"/>\n'
    return f'{_HEAD}  <file name="{NAME}">\n{error}  </file>\n{_TAIL}'


def _error(finding: Finding) -> str:
    line, column = finding.place.source.position(finding.place.start)
    message = xml("\n".join([headline(finding), *lines(finding)]))
    return (
        f'    <error line="{line}" column="{column}" severity="{finding.severity.word}" '
        f'message="{message}" source="{source_name(finding)}"/>\n'
    )
