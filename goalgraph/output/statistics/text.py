"""How many findings each rule has, as people read it in a terminal."""

from goalgraph.output.fitting import width, wrapped
from goalgraph.output.paper import FILE, Paper
from goalgraph.output.statistics.counting import counts
from goalgraph.output.verdict import Verdict, summary


def render(verdict: Verdict, paper: Paper = FILE) -> str:
    """A line a rule, what was not judged, and the count of all."""
    table = counts(verdict)
    number = max((len(str(each.number)) for each in table), default=0)
    slug = max((len(each.rule) for each in table), default=0)
    lines = []
    for each in table:
        severity = each.severity.word
        first = f"{each.number:>{number}}  {severity:<7}  {each.rule:<{slug}}"
        whole = f"{first}  {each.summary}"
        if paper.width and width(whole) > paper.width:
            whole = first.rstrip()
        lines.append(whole.replace(severity, paper.styled(severity, severity), 1))
    for told in (*verdict.unchecked, summary(verdict)):
        lines += wrapped(told, paper.width, then="  ") if paper.width else [told]
    return "".join(f"{line}\n" for line in lines)
