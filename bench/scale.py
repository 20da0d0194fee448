"""Maps of 1,000 to 100,000 elements, checked whole and again, beside programs that only follow arrows."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import maps, peers
from bench.linting import Linting
from bench.page import Section, Target, megabytes, seconds, table
from bench.timing import Timed, in_turns

# How many elements, and how often each command is run.
SIZES = {1_000: 7, 10_000: 7, 100_000: 3}
LABELS = {
    "first run": "goalgraph, first run ever",
    "cold": "goalgraph, cold",
    "--no-cache": "goalgraph --no-cache",
    "warm": "goalgraph, warm",
    "one change": "goalgraph, warm, one statement changed",
    "networkx": "networkx, edges only",
    "sccmap": "sccmap, edges only",
    "HyperFormula": "HyperFormula, cells only",
}


def measure() -> list[Section]:
    there = peers.available()
    taken = {count: _size(count, rounds, there) for count, rounds in SIZES.items()}
    sections = [
        Section(f"A map of {count:,} elements", _table(timed) + f"\n{_answers(timed)}\n")
        for count, timed in taken.items()
    ]
    versions = ", ".join(f"{peer} {peers.version(peer)}" for peer in there)
    return [*sections, Section("Ratios", _ratios(taken) + f"\nPeers: {versions or 'none'}.\n", _targets(taken))]


def _size(count: int, rounds: int, there: Sequence[str]) -> dict[str, Timed]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        linting = Linting(place)
        made = maps.write(place / "map", count)
        maps.write(place / "edited", count)
        contenders = [
            # What it costs to make the tables does not grow with the map.
            linting.first(place / "map") if count < 100_000 else None,
            linting.cold(place / "map"),
            linting.without_cache(place / "map"),
            linting.warm(place / "map"),
            linting.changed(place / "edited"),
            *peers.contenders(there, made, place, linting.environment),
        ]
        return in_turns([each for each in contenders if each], rounds)


def _table(timed: Mapping[str, Timed]) -> str:
    rows = [
        (LABELS[name], seconds(each.median), seconds(each.least), megabytes(each.peak)) for name, each in timed.items()
    ]
    return table(("", "median", "least", "peak memory"), rows)


def _answers(timed: Mapping[str, Timed]) -> str:
    """What each says about the one loop of the map: its last line."""
    said = [(name, each.printed.strip().splitlines()[-1]) for name, each in timed.items() if name in ("cold", *PEERS)]
    return "\n".join(f"- {LABELS[name].split(',')[0]} says: {line}" for name, line in said)


PEERS = ("networkx", "sccmap", "HyperFormula")
RUNS = ("cold", "first run", "--no-cache", "warm", "one change")


def _ratio(timed: Mapping[str, Timed], name: str, other: str) -> float | None:
    return timed[name].median / timed[other].median if name in timed and other in timed else None


def _ratios(taken: Mapping[int, Mapping[str, Timed]]) -> str:
    """Every way to run goalgraph against every peer, at every size: by medians and, less shaken, by minima."""
    rows = []
    for name in RUNS:
        for peer in PEERS:
            cells = [_both(timed, name, peer) for timed in taken.values()]
            if any(cells):
                rows.append((f"{name} / {peer}", *cells))
    return table(("of medians (of minima)", *(f"{count:,}" for count in taken)), rows)


def _both(timed: Mapping[str, Timed], name: str, other: str) -> str:
    if name not in timed or other not in timed:
        return ""
    one, two = timed[name], timed[other]
    return f"{one.median / two.median:.2f} ({one.least / two.least:.2f})"


def _targets(taken: Mapping[int, Mapping[str, Timed]]) -> tuple[Target, ...]:
    middle, large = taken[10_000], taken[100_000]
    goalgraph = [each for name, each in large.items() if name in RUNS]
    return (
        Target("10,000 elements: cold / HyperFormula", _ratio(middle, "cold", "HyperFormula"), 2.5, " times"),
        Target(
            "10,000 elements: one statement changed / HyperFormula",
            _ratio(middle, "one change", "HyperFormula"),
            0.8,
            " times",
        ),
        Target("cold: 100,000 / 10,000 elements", large["cold"].median / middle["cold"].median, 12, " times"),
        Target("100,000 elements: peak memory", max(each.peak for each in goalgraph) / 1e6, 1000, " MB"),
    )
