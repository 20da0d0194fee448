"""A map of a million elements: one run, its time and its memory."""

import tempfile
from pathlib import Path

from bench import maps
from bench.linting import Linting
from bench.page import Section, megabytes, seconds, table
from bench.timing import Contender, run

COUNT = 1_000_000


def measure() -> list[Section]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        linting = Linting(place)
        maps.write(place / "map", COUNT)
        cold = linting.cold(place / "map")
        # The second run finds what the first has kept.
        warm = Contender("warm", cold.command, cold.environment, codes=cold.codes)
        rows = []
        for contender in (cold, warm):
            # Watching the memory costs some of the time, at most a twentieth.
            taken = run(contender, tree=True)
            rows.append((f"goalgraph, {contender.name}", seconds(taken.seconds), megabytes(taken.peak)))
    return [Section(f"A map of {COUNT:,} elements, one run", table(("", "time", "peak memory"), rows))]
