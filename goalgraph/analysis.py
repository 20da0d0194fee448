"""The one road from sources to findings. Pure: no file is opened, nothing is printed."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from goalgraph.config import Config
from goalgraph.finding import Finding, Severity
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.reader import Reader
from goalgraph.model.resolver import resolve
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.rules.catalogue import RULES
from goalgraph.rules.settling import settle
from goalgraph.source import Source, Unreadable
from goalgraph.syntax.parser import parse


class Analysis(NamedTuple):
    """All that is known of one map."""

    map: StrategyMap
    graph: PurposeGraph
    findings: tuple[Finding, ...]

    @property
    def files(self) -> int:
        return len(self.map.documents) + len(self.map.unreadable)


def analyse(
    sources: Iterable[Source | Unreadable],
    config: Config | None = None,
    *,
    stray: bool = False,
    nearby: Mapping[str, str] | None = None,
    reader: Reader | None = None,
) -> Analysis:
    """Reads the sources of one map and judges it.

    With `stray` the sources belong to no single map, and each is read for its own mistakes only. `nearby` tells which
    file outside the map declares a name. `reader` is who finds out what statements declare, and may know it
    already.
    """
    config = config or Config()
    given = list(sources)
    readable = [source for source in given if isinstance(source, Source)]
    unreadable = [source for source in given if isinstance(source, Unreadable)]
    strategy_map = resolve(
        [parse(source) for source in readable], unreadable, readable if stray else (), nearby, reader
    )
    graph = PurposeGraph(strategy_map, config.time_limit)
    findings = []
    for rule in RULES:
        severity = config.severities.get(rule.slug, rule.severity)
        if severity is not Severity.OFF and (not stray or rule.slug in ("stray-file", "syntax-error")):
            findings += [rule.sign(violation, severity) for violation in rule.check(graph)]
    return Analysis(strategy_map, graph, tuple(sorted(settle(findings), key=lambda finding: finding.order)))
