"""The one road from sources to findings. Pure: no file is opened, nothing is printed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from goalgraph.config import Config
from goalgraph.finding import Finding, Severity, Violation
from goalgraph.graph.carrying import carry
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.reader import Reader
from goalgraph.model.recall import Recall
from goalgraph.model.resolver import resolve
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.rules.catalogue import RULES
from goalgraph.rules.ignores import Use, read_ignores, silence, uses
from goalgraph.rules.rule import Rule
from goalgraph.rules.settling import settle
from goalgraph.source import Source, Span, Unreadable
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.parser import parse, parse_again

_OF_STRAY_FILES = ("stray-file", "syntax-error")


class Memory:
    """What a map came to when it was judged last: what still holds the next time is taken over, and not worked out.

    Whoever gives it uses up the analysis before: what that holds of statements moves to where they now stand.
    """

    def __init__(self) -> None:
        self.recall = Recall()
        self.graph: PurposeGraph | None = None
        self._documents: dict[str, Document] = {}

    def parsed(self, sources: Iterable[Source]) -> list[Document]:
        """Sources as documents; what is the same as last time is not cut again."""
        self._documents = {source.path: self._parsed(source) for source in sources}
        return list(self._documents.values())

    def _parsed(self, source: Source) -> Document:
        before = self._documents.get(source.path)
        if before is None:
            return parse(source)
        return before if before.source is source else parse_again(source, before)

    def take_over(self, graph: PurposeGraph) -> None:
        """Lets a graph know what the last one knew, and keeps it for the next."""
        if self.graph:
            carry(self.graph, graph)
            # Loops know their graph: without this they would hold on to each other.
            self.graph.answers.clear()
        self.graph = graph


class Analysis(NamedTuple):
    """All that is known of one map.

    `silenced` are the findings that do not count; `unknown_ignored` is where an ignore names what is no rule.
    """

    map: StrategyMap
    graph: PurposeGraph
    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...] = ()
    config: Config = Config()
    unknown_ignored: tuple[Span, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The files of the map, as people see them."""
        read = (document.source.path for document in self.map.documents)
        return (*read, *(unreadable.path for unreadable in self.map.unreadable))

    @property
    def files(self) -> int:
        return len(self.paths)


def analyse(  # noqa: PLR0913  # each is one thing known of the map from outside
    sources: Iterable[Source | Unreadable],
    config: Config | None = None,
    *,
    stray: bool = False,
    nearby: Mapping[str, str] | None = None,
    reader: Reader | None = None,
    before: StrategyMap | None = None,
    memory: Memory | None = None,
) -> Analysis:
    """Reads the sources of one map and judges it.

    With `stray` the sources belong to no single map, and each is read for its own mistakes only. `nearby` tells which
    file outside the map declares a name. `reader` is who finds out what statements declare, and may know it
    already. `before` is how the map was at another revision, for what can only be judged beside it. `memory` is of
    the same map as it was before an edit, and is used up.
    """
    config = config or Config()
    given = list(sources)
    readable = [source for source in given if isinstance(source, Source)]
    unreadable = [source for source in given if isinstance(source, Unreadable)]
    strategy_map = resolve(
        memory.parsed(readable) if memory else [parse(source) for source in readable],
        unreadable,
        readable if stray else (),
        nearby,
        reader,
        memory.recall if memory else None,
    )
    graph = PurposeGraph(strategy_map, config.time_limit, config.words, before)
    if memory:
        memory.take_over(graph)
    findings = list(_judged(graph, _speaking(config, stray=stray), config))
    ignores = read_ignores(strategy_map.documents)
    used: tuple[Use, ...] = ()
    if ignores:
        findings, silenced = silence(findings, ignores, graph, config.today)
        used = uses(ignores, silenced, _where_spoken(graph, config), config.today)
        findings += _judged_ignores(graph, used, config)
    settled = sorted(settle(findings, graph.anchored), key=lambda finding: finding.order)
    return Analysis(
        strategy_map,
        graph,
        tuple(finding for finding in settled if not finding.silence),
        tuple(finding for finding in settled if finding.silence),
        config,
        tuple(slug for use in used for slug in use.unknown),
    )


def _speaking(config: Config, *, stray: bool) -> list[Rule]:
    """The rules that may have something to say."""
    return [
        rule
        for rule in RULES
        if config.may_speak(rule.slug, rule.family, rule.severity) and (not stray or rule.slug in _OF_STRAY_FILES)
    ]


def _judged(graph: PurposeGraph, rules: Iterable[Rule], config: Config) -> Iterator[Finding]:
    for rule in rules:
        if rule.check:
            for violation in rule.check(graph):
                yield from _signed(rule, violation, config)


def _judged_ignores(graph: PurposeGraph, used: Sequence[Use], config: Config) -> Iterator[Finding]:
    if graph.map.doubt.anything:
        # What was to be silenced may be among what was not judged.
        used = [use._replace(idle=()) for use in used]
    for rule in _speaking(config, stray=False):
        if rule.check_ignores:
            for violation in rule.check_ignores(used):
                yield from _signed(rule, violation, config)


def _signed(rule: Rule, violation: Violation, config: Config) -> Iterator[Finding]:
    chosen = config.severity(rule.slug, rule.family, rule.severity, violation.place.path)
    finding = rule.sign(violation, chosen)
    if finding.severity is not Severity.OFF:
        yield finding


def _where_spoken(graph: PurposeGraph, config: Config) -> dict[str, set[str]]:
    """The paths of a map in which each rule is switched on."""
    paths = [document.source.path for document in graph.map.documents]
    return {
        rule.slug: {
            path
            for path in paths
            if _either(config.severity(rule.slug, rule.family, rule.severity, path), rule.severity) is not Severity.OFF
            and (graph.before or not rule.compares)
        }
        for rule in RULES
    }


def _either(chosen: Severity | None, default: Severity) -> Severity:
    return default if chosen is None else chosen
