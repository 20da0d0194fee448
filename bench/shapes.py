"""Maps that are hard by their shape: everything for everything, and thousands of loops at once."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.linting import Linting
from bench.page import Section, Target, megabytes, seconds, table
from bench.timing import Timed, in_turns

ROUNDS = 3
COMPLETE = 40
PAIRS = 20_000
# What a pair says: of both, the objective and the means. Each kind of loop has a clean twin with as many links.
SHAPES = {
    "clean, two links a pair": ("all-well", "objective"),
    "closed loops, two links a pair": ("means", "objective"),
    "clean, three links a pair": ("all-well, more-well", "objective"),
    "tangled loops, three links a pair": ("means, all-well", "objective"),
}


def measure() -> list[Section]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        linting = Linting(place)
        _write(place / "complete", complete(COMPLETE))
        for number, shape in enumerate(SHAPES):
            _write(place / str(number), pairs(*SHAPES[shape]))
        contenders = [linting.cold(place / "complete", f"complete digraph on {COMPLETE}")]
        contenders += [linting.cold(place / str(number), shape) for number, shape in enumerate(SHAPES)]
        taken = in_turns(contenders, ROUNDS)
    rows = [
        (name, seconds(each.median), seconds(each.least), megabytes(each.peak), _found(each))
        for name, each in taken.items()
    ]
    first, clean, closed, clean_too, tangled = taken.values()
    targets = (
        Target(f"complete digraph on {COMPLETE}, whole command", first.median, 3, " s"),
        Target(f"{PAIRS:,} closed loops / as many clean pairs", closed.median / clean.median, 3, " times"),
        Target(f"{PAIRS:,} tangled loops / as many clean pairs", tangled.median / clean_too.median, 3, " times"),
    )
    text = table(("cold", "median", "least", "peak memory", "found"), rows)
    return [Section(f"A complete digraph, and {PAIRS:,} pairs", text, targets)]


def _found(timed: Timed) -> str:
    """What the last line of a run says was found."""
    return timed.printed.strip().splitlines()[-1].partition(": ")[2].partition(".")[0]


def complete(count: int) -> Iterator[str]:
    """Means of which each serves all others."""
    for number in range(count):
        others = ", ".join(f"means-{other}" for other in range(count) if other != number)
        yield f'means means-{number} "What number {number} is called"\n    serves {others}\n'


def pairs(objective_serves: str, means_serves: str) -> Iterator[str]:
    """Pairs of an objective and a means. A kind stands for the other half of the pair."""
    yield 'value all-well "All is well"\n'
    yield 'value more-well "More is well than was"\n'
    for number in range(PAIRS):
        for kind, serves in (("objective", objective_serves), ("means", means_serves)):
            named = serves.replace("objective", f"objective-{number}").replace("means", f"means-{number}")
            lines = [f'{kind} {kind}-{number} "What number {number} of the {kind} is called"', f"    serves {named}"]
            if kind == "objective":
                lines.append(f'    measure "what is counted for {number}" from 0 to 5 by 2027-06-30')
            yield "\n".join(lines) + "\n"


def _write(folder: Path, statements: Iterator[str]) -> None:
    folder.mkdir()
    text = "\n".join(['strategy measured "A map to measure with"\n', *statements])
    (folder / "map.strat").write_text(text, encoding="utf-8")
