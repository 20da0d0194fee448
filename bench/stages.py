"""Where the time goes: each stage of `goalgraph lint` timed inside one process.

As a program of its own it checks the map that is named, and prints each stage with its seconds as JSON.
"""

import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from bench import maps
from bench.linting import Linting
from bench.page import Section, seconds, table
from bench.timing import Contender, run

SIZES = (10_000, 100_000)
ROUNDS = 3
SLOWEST = 5
RULE = "rule "
Made = TypeVar("Made")


class Watch:
    """Keeps how long each stage took."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], Made]) -> Made:
        start = time.perf_counter()
        made = work()
        self.taken[stage] = time.perf_counter() - start
        return made


def stages(folder: Path) -> dict[str, float]:
    """Checks a map as the command does, stage by stage."""
    watch = Watch()
    watch.time("load modules", _load)
    from goalgraph import Analysis, Config, PurposeGraph, Source, Workspace, parse
    from goalgraph.finding import Severity, Violation
    from goalgraph.graph.loops import loops
    from goalgraph.model.resolver import resolve
    from goalgraph.output import json_format, text
    from goalgraph.output.verdict import Verdict
    from goalgraph.rules.catalogue import RULES
    from goalgraph.rules.settling import settle
    from goalgraph.store import StoringReader

    workspace = Workspace(Config())
    read = watch.time(
        "read files", lambda: [workspace.texts.read(path) for path in workspace.maps.asked_files([folder])]
    )
    sources = [source for source in read if isinstance(source, Source)]
    documents = watch.time("cut into statements", lambda: [parse(source) for source in sources])
    reader = StoringReader()
    watch.time("read statements, or what is kept of them", lambda: reader.read(documents))
    strategy_map = watch.time("resolve names", lambda: resolve(documents, reader=reader))
    graph = PurposeGraph(strategy_map)
    watch.time("arrows of purpose", lambda: (graph.arrows, graph.purposes))
    watch.time("loops", lambda: loops(graph))
    findings = []
    for rule in RULES:
        if rule.check and rule.severity is not Severity.OFF:
            told: list[Violation] = watch.time(RULE + rule.slug, partial(list, rule.check(graph)))
            findings += [rule.sign(each) for each in told]
    settled = watch.time(
        "settle and sort findings", lambda: sorted(settle(findings, graph.anchored), key=lambda finding: finding.order)
    )
    verdict = Verdict([Analysis(strategy_map, graph, tuple(settled))], settled)
    watch.time("write as text", lambda: text.render(verdict))
    watch.time("write as JSON", lambda: json_format.render(verdict))
    return watch.taken


def _load() -> None:
    """What the command loads."""
    import goalgraph.cli.app
    import goalgraph.cli.lint
    import goalgraph.output.json_format
    import goalgraph.output.text  # noqa: F401  # only loaded


def measure() -> list[Section]:
    return [_size(count) for count in SIZES]


def _size(count: int) -> Section:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        linting = Linting(place)
        maps.write(place / "map", count)
        # The same two states in which the whole command is timed.
        command = [sys.executable, "-m", "bench.stages", str(place / "map")]
        cold, warm = (
            Contender(each.name, command, each.environment, each.prepare)
            for each in (linting.cold(place / "map"), linting.warm(place / "map"))
        )
        taken = {each.name: [json.loads(run(each).printed) for _ in range(ROUNDS)] for each in (cold, warm)}
    medians = [{stage: statistics.median(each[stage] for each in runs) for stage in runs[0]} for runs in taken.values()]
    return Section(f"Stages, {count:,} elements", _table(*medians))


def _table(cold: dict[str, float], warm: dict[str, float]) -> str:
    rules = sorted((stage for stage in cold if stage.startswith(RULE)), key=lambda stage: -cold[stage])
    rows = {stage: (stage, seconds(taken), seconds(warm[stage])) for stage, taken in cold.items()}
    of_rules = [(f"all {len(rules)} rules", *(seconds(sum(each[rule] for rule in rules)) for each in (cold, warm)))]
    of_rules += [(f"… {stage}", *rows[stage][1:]) for stage in rules[:SLOWEST]]
    total = ("sum", seconds(sum(cold.values())), seconds(sum(warm.values())))
    stages_before = [row for stage, row in rows.items() if stage not in rules]
    return table(("stage", "cold", "warm"), [*stages_before, *of_rules, total])


if __name__ == "__main__":
    gc.disable()  # as the command does
    print(json.dumps(stages(Path(sys.argv[1]))))
