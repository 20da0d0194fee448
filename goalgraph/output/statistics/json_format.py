"""How many findings each rule has, for programs: see `schema/statistics-1.json`."""

from goalgraph.output.json_format import dump
from goalgraph.output.statistics.counting import counts
from goalgraph.output.verdict import Verdict

SCHEMA = "urn:goalgraph:schema:statistics:1"


def render(verdict: Verdict) -> str:
    """The counts as one JSON document."""
    statistics = [
        {
            "rule": each.rule,
            "family": each.family,
            "severity": each.severity.word,
            "count": each.number,
            "summary": each.summary,
        }
        for each in counts(verdict)
    ]
    return dump(SCHEMA, {"unchecked": list(verdict.unchecked), "statistics": statistics})


def render_failure(message: str) -> str:
    """What is printed where goalgraph itself failed: a valid document that says so."""
    return dump(SCHEMA, {"unchecked": [], "statistics": [], "failure": message})
