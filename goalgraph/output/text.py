"""Findings as people read them in a terminal."""

from goalgraph.finding import Cut, Finding
from goalgraph.graph.cuts import LoopCut
from goalgraph.output.drawing import closed_path, excerpt, one_line
from goalgraph.output.verdict import Verdict, counted, summary
from goalgraph.rules.telling import listed

_WIDTH = 110
_MOST_LABELS = 6
_MOST_CUT = 12
_MOST_FINDINGS = 1000


def render(verdict: Verdict) -> str:
    """Every finding, what was not judged, and the count; past a thousand findings the rest is counted only."""
    shown = verdict.findings[:_MOST_FINDINGS]
    blocks = ["\n".join(_finding(finding)) for finding in shown]
    rest = len(verdict.findings) - len(shown)
    if rest:
        blocks.append(f"… and {counted(rest, 'more finding')}; `--format concise` and `--format json` show them all")
    last = [*verdict.unchecked, _last_line(verdict)]
    return "\n\n".join([*blocks, "\n".join(last)]) + "\n"


def _last_line(verdict: Verdict) -> str:
    line = summary(verdict)
    if verdict.findings:
        worst = max(verdict.findings, key=lambda finding: finding.severity)
        line += f" `goalgraph rule {worst.rule}` explains."
    return line


def _finding(finding: Finding) -> list[str]:
    violation = finding.violation
    source = violation.place.source
    margin = " " * len(str(source.position(violation.place.start)[0]))
    lines = [
        f"{finding.severity.word}[{finding.rule}]: {one_line(finding.message)}",
        f"{margin}--> {finding.place.where}",
    ]
    if source.text:
        lines += excerpt(violation.place)
    if violation.circle:
        lines += [f"       {line}" for line in closed_path(violation.circle)]
    else:
        for label in violation.labels[:_MOST_LABELS]:
            lines.append(f"{margin}::: {label.place.where}: {one_line(label.text)}")
        rest = len(violation.labels) - _MOST_LABELS
        if rest > 0:
            lines.append(f"{margin}::: and {counted(rest, 'more place')}")
    lines += _said("why", violation.why)
    for text in violation.helps:
        lines += _said("help", text)
    if violation.cut:
        lines += _said("help", cut_in_words(violation.cut))
    for text in violation.notes:
        lines += _said("note", text)
    lines += _said("ask", violation.question)
    # Paths, too, may hold what a terminal would obey.
    return [one_line(line) for line in lines]


def _said(what: str, text: str) -> list[str]:
    if not text:
        return []
    import textwrap

    return textwrap.wrap(
        one_line(text),
        _WIDTH,
        initial_indent=f"{what:>5}: ",
        subsequent_indent=" " * 7,
        break_long_words=False,
        break_on_hyphens=False,
    )


def cut_in_words(cut: Cut) -> str:
    """A cut as an offer, with every line that would have to go and what it leaves without a why."""
    shown = [f"{arrow.wording} ({', '.join(place.where for place in arrow.places)})" for arrow in cut.arrows]
    rest = len(shown) - _MOST_CUT
    if rest > 0:
        shown = [*shown[:_MOST_CUT], f"{counted(rest, 'more link')}, which `goalgraph cut` lists"]
    text = f"or cut {'; and '.join(shown)}, {proof(cut)}"
    if cut.stranded:
        text += f"; it leaves {listed(cut.stranded)} without a why"
    return text


def proof(cut: Cut | LoopCut) -> str:
    """What a cut is, and how sure it is that no lighter one would do."""
    if cut.proven:
        return "a smallest cut (proven)"
    return f"a cut that may not be the smallest: it weighs {cut.weight}, and no cut weighs less than {cut.bound}"
