"""The baseline: findings that were there when a team began, known by what they are about and not by where they stand.

A baseline only shrinks. What is fixed leaves it, and what is new is never let in: so that a fix and a new finding never
cancel out, findings are told apart by rule and elements and are not counted.
"""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from goalgraph.analysis import Analysis
from goalgraph.finding import Identity, Silence

SCHEMA = "urn:goalgraph:schema:baseline:1"
VERSION = 1
_BY = "baseline"
_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ")


class BadBaselineError(Exception):
    """A text that is no baseline; the message says what is wrong with it."""


class Known(NamedTuple):
    """A finding in a baseline: the name of its map's strategy, or nothing, and what it is about."""

    strategy: str
    identity: Identity


class Baseline(frozenset[Known]):
    """The findings that are known."""

    def shrunk(self, analyses: Iterable[Analysis]) -> "Baseline":
        """Those that are still there, as far as maps were checked.

        Of a map of which something was not read nothing is gone: it may only not have been found.
        """
        there: set[Known] = set()
        checked: set[str] = set()
        doubted: set[str] = set()
        for analysis in analyses:
            there |= _of(analysis)
            (doubted if analysis.map.doubt.anything else checked).add(_strategy(analysis))
        return Baseline(each for each in self if each in there or each.strategy not in checked - doubted)

    def marked(self, analysis: Analysis) -> Analysis:
        """An analysis in which the findings that are known do not count."""
        strategy = _strategy(analysis)
        silence = Silence(_BY)
        known = [each for each in analysis.findings if Known(strategy, each.identity) in self]
        if not known:
            return analysis
        silenced = [*analysis.silenced, *(each._replace(silence=silence) for each in known)]
        return analysis._replace(
            findings=tuple(each for each in analysis.findings if Known(strategy, each.identity) not in self),
            silenced=tuple(sorted(silenced, key=lambda finding: finding.order)),
        )


def baseline_of(analyses: Iterable[Analysis]) -> Baseline:
    """All findings there are, as a baseline."""
    return Baseline(known for analysis in analyses for known in _of(analysis))


def _of(analysis: Analysis) -> set[Known]:
    """The findings of a map, without those that are ignored."""
    strategy = _strategy(analysis)
    by_baseline = (each for each in analysis.silenced if each.silence and each.silence.by == _BY)
    return {Known(strategy, finding.identity) for finding in (*analysis.findings, *by_baseline)}


def _strategy(analysis: Analysis) -> str:
    return analysis.map.strategy.name if analysis.map.strategy else ""


def write_baseline(baseline: Baseline) -> str:
    """A baseline as JSON, a line a finding, so that it reads well in a diff."""
    lines = ",\n".join("    " + json.dumps(_plain(known), ensure_ascii=False) for known in sorted(baseline))
    head = f'{{\n  "$schema": "{SCHEMA}",\n  "version": {VERSION},\n  "findings": ['
    return f"{head}\n{lines}\n  ]\n}}\n" if lines else f"{head}]\n}}\n"


def _plain(known: Known) -> dict[str, Any]:
    rule, elements, detail = known.identity
    told: dict[str, Any] = {"strategy": known.strategy, "rule": rule, "elements": list(elements)}
    return {**told, "detail": detail} if detail else told


def read_baseline(text: str) -> Baseline:
    """The baseline that a text holds.

    Raises:
        BadBaselineError: it holds none, or one of another version.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.rstrip("\r") == _CONFLICT[1] or line.startswith((_CONFLICT[0], _CONFLICT[2])):
            raise BadBaselineError(f"line {number} holds the marks of a merge conflict; settle it first")
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadBaselineError(
            f"this is no whole JSON (line {error.lineno}, column {error.colno}); restore the file, or write it anew"
        ) from None
    except RecursionError:
        raise BadBaselineError("this is no baseline: it is nested too deeply") from None
    if not isinstance(document, dict) or "version" not in document or not isinstance(document.get("findings"), list):
        raise BadBaselineError("this is JSON, and no baseline; `--write-baseline` writes one where no file is")
    if document["version"] != VERSION:
        raise BadBaselineError(
            f"this baseline has version {json.dumps(document['version'])}, and version {VERSION} is read here; "
            "write it anew"
        )
    return Baseline(_read(number, each) for number, each in enumerate(document["findings"], start=1))


def _read(number: int, each: object) -> Known:
    if isinstance(each, dict):
        strategy, rule, detail = each.get("strategy", ""), each.get("rule"), each.get("detail", "")
        elements = each.get("elements")
        texts = isinstance(strategy, str) and isinstance(rule, str) and isinstance(detail, str)
        if texts and isinstance(elements, list) and all(isinstance(element, str) for element in elements):
            return Known(str(strategy), (str(rule), tuple(sorted(elements)), str(detail)))
    raise BadBaselineError(f"finding {number} in it can't be read: it needs a `rule` and `elements`")
