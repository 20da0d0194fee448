"""Findings as people read them in a terminal."""

from collections.abc import Sequence

from goalgraph.finding import Cut, Finding, Fix, Label
from goalgraph.graph.cuts import LoopCut
from goalgraph.output.differences import difference
from goalgraph.output.drawing import closed_path, excerpt, one_line, place_on
from goalgraph.output.fitting import width, wrapped
from goalgraph.output.paper import FILE, Paper
from goalgraph.output.verdict import Verdict, counted, summary
from goalgraph.rules.telling import listed

_WIDTH = 110
# In a terminal of fewer columns there is no room for wide margins.
_NARROW = 40
_INDENT = " " * 7
_MOST_LABELS = 6
_MOST_CUT = 12
_MOST_FINDINGS = 1000


def render(verdict: Verdict, paper: Paper = FILE) -> str:
    """Every finding, what was not judged, and the count; past a thousand findings the rest is counted only."""
    shown = verdict.findings[:_MOST_FINDINGS]
    blocks = ["\n".join(_finding(finding, paper)) for finding in shown]
    rest = len(verdict.findings) - len(shown)
    if rest:
        more = f"… and {counted(rest, 'more finding')}; `--format concise` and `--format json` show them all"
        blocks.append("\n".join(_fitted(more, paper)))
    last = [line for told in (*verdict.unchecked, _last_line(verdict)) for line in _fitted(told, paper)]
    return "\n\n".join([*blocks, "\n".join(last)]) + "\n"


def _last_line(verdict: Verdict) -> str:
    line = summary(verdict)
    if verdict.findings:
        worst = max(verdict.findings, key=lambda finding: finding.severity)
        line += f" `goalgraph rule {worst.rule}` explains."
        safe = sum(any(fix.safe for fix in finding.violation.fixes) for finding in verdict.findings)
        if safe:
            line += f" `--fix` mends {safe} of them."
    return line


def _finding(finding: Finding, paper: Paper) -> list[str]:
    violation = finding.violation
    source = violation.place.source
    margin = " " * len(str(source.position(violation.place.start)[0]))
    lines = _headline(finding, paper)
    lines.append(f"{margin}{paper.styled('-->', 'drawing')} {place_on(paper, finding.place)}")
    if source.text:
        lines += excerpt(violation.place, paper=paper, style=finding.severity.word)
    if violation.circle:
        lines += closed_path(violation.circle, paper, _INDENT)
    else:
        lines += _labels(violation.labels, margin, paper)
    lines += _said("why", violation.why, paper)
    for text in violation.helps:
        lines += _said("help", text, paper)
    if violation.cut:
        lines += _said("help", cut_in_words(violation.cut), paper)
    elif violation.fixes:
        lines += _difference(violation.fixes[0], paper)
    for text in violation.notes:
        lines += _said("note", text, paper)
    return lines + _said("ask", violation.question, paper)


def _difference(fix: Fix, paper: Paper) -> list[str]:
    """What mending would change, line by line."""
    changed = difference(fix)
    if not changed:
        return []
    option = "--fix" if fix.safe else "--fix --unsafe-fixes"
    lines = [line for each in changed for line in _fitted(f"{_INDENT}{one_line(each)}", paper, _INDENT)]
    return [*_said("help", f"`{option}` would write", paper), *lines]


def _headline(finding: Finding, paper: Paper) -> list[str]:
    severity = finding.severity.word
    name = f"{severity}[{finding.rule}]"
    first, *others = _fitted(f"{name}: {one_line(finding.message)}", paper)
    coloured = f"{paper.styled(severity, severity)}[{paper.styled(finding.rule, severity)}]"
    return [coloured + first.removeprefix(name), *others]


def _labels(labels: Sequence[Label], margin: str, paper: Paper) -> list[str]:
    lines = []
    for label in labels[:_MOST_LABELS]:
        where = one_line(label.place.where)
        first, *others = _fitted(f"{margin}::: {where}: {one_line(label.text)}", paper, margin + " " * 4)
        lines += [first.replace(where, place_on(paper, label.place), 1), *others]
    rest = len(labels) - _MOST_LABELS
    return [*lines, f"{margin}::: and {counted(rest, 'more place')}"] if rest > 0 else lines


def _fitted(text: str, paper: Paper, margin: str = "  ") -> list[str]:
    """A text in lines that fit; `margin` stands before all but the first."""
    if not paper.width or width(text) <= paper.width:
        return [text]
    told = text.lstrip(" ")
    return wrapped(told, paper.width, text[: len(text) - len(told)], margin)


def _said(what: str, text: str, paper: Paper) -> list[str]:
    if not text:
        return []
    if paper.width:
        margin = " " * 7 if paper.width >= _NARROW else "  "
        return wrapped(one_line(text), min(paper.width, _WIDTH), f"{what:>5}: ", margin)
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
