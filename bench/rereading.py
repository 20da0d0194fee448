"""How long it takes to read a map of 10,000 lines again after one line was edited."""

import statistics
import time

from bench.page import Section, table
from goalgraph.source import Source
from goalgraph.syntax.parser import parse

EDITS = 200


def statement(number: int, title: str) -> str:
    return (
        f'objective goal-{number} "{title}"\n'
        f'    serves value-{number % 7}, value-{number % 5} strongly because "reason {number}"\n'
        f'    measure "what is counted in {number}" from {number} to {number + 5} by 2027-06\n'
        "    since 2026-01-15\n"
    )


def measure() -> list[Section]:
    statements = [statement(number, f"Result number {number}") for number in range(2500)]
    whole = _read("".join(statements))
    taken = []
    for edit in range(EDITS):
        number = edit * 37 % 2500
        statements[number] = statement(number, f"Edited for the {edit}th time")
        taken.append(_read("".join(statements)))
    taken.sort()
    rows = [
        ("first read", f"{whole * 1000:.0f} ms", ""),
        (
            "after an edit of one line",
            f"{statistics.median(taken) * 1000:.2f} ms",
            f"{taken[-EDITS // 20] * 1000:.2f} ms",
        ),
    ]
    return [Section("Reading 10,000 lines again in one process", table(("", "median", "all but 5 %"), rows))]


def _read(text: str) -> float:
    """The seconds it takes to parse a text and all its statements."""
    start = time.perf_counter()
    _ = parse(Source("map.strat", text)).statements
    return time.perf_counter() - start
