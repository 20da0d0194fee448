"""How long each format takes: one map of 10,000 elements with 500 findings, whole processes, beside `concise`."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench import maps
from bench.linting import Linting
from bench.page import Section, Target, seconds, table
from bench.timing import Timed, in_turns

ELEMENTS = 10_000
LOOPS = 200
IDLE = 295
ROUNDS = 7
# The first is what the others are measured beside.
FORMATS = ("concise", "text", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle")
MOST = 1.3


def write(folder: Path) -> None:
    """A map with some loops that are their own purpose and some means without a why, besides what it has anyway."""
    maps.write(folder, ELEMENTS - 3 * LOOPS - IDLE)
    faults = []
    for number in range(LOOPS):
        for part, after in ("ab", "bc", "ca"):
            title = f"Part {part} of what goes round for the {number}th time"
            faults.append(f'means round-{part}-{number} "{title}"\n    serves round-{after}-{number}\n')
    faults += [f'means idle-{number} "What nobody asked for, number {number}"\n' for number in range(IDLE)]
    (folder / "faults.strat").write_text("\n".join(faults))


def measure() -> list[Section]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        linting = Linting(place)
        write(place / "map")
        cold = in_turns([linting.cold(place / "map", form, ("--format", form)) for form in FORMATS], ROUNDS)
        warm = in_turns([linting.warm(place / "map", form, ("--format", form)) for form in FORMATS], ROUNDS)
    ratios = {form: (_ratio(cold, form), _ratio(warm, form)) for form in FORMATS}
    rows = [
        (form, *(seconds(each[form].median) for each in (cold, warm)), *(f"{ratio:.2f}" for ratio in ratios[form]))
        for form in FORMATS
    ]
    said = cold["concise"].printed.strip().splitlines()[-1]
    text = f"{table(('', 'cold', 'warm', 'cold / concise', 'warm / concise'), rows)}\ngoalgraph says: {said}\n"
    slowest = [
        Target(f"the slowest format / concise, {name}", max(ratio[index] for ratio in ratios.values()), MOST, " times")
        for index, name in enumerate(("cold", "warm"))
    ]
    return [Section("Formats, 10,000 elements and 500 findings", text, tuple(slowest))]


def _ratio(timed: Mapping[str, Timed], form: str) -> float:
    return timed[form].median / timed[FORMATS[0]].median
