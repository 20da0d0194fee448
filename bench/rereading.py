"""How long it takes to read a map of 10,000 lines again after one line was edited."""

import statistics
import time

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


def main() -> None:
    statements = [statement(number, f"Result number {number}") for number in range(2500)]
    start = time.perf_counter()
    _ = parse(Source("map.strat", "".join(statements))).statements
    whole = time.perf_counter() - start
    taken = []
    for edit in range(EDITS):
        number = edit * 37 % 2500
        statements[number] = statement(number, f"Edited for the {edit}th time")
        text = "".join(statements)
        start = time.perf_counter()
        _ = parse(Source("map.strat", text)).statements
        taken.append(time.perf_counter() - start)
    taken.sort()
    print(
        f"10,000 lines: first read {whole * 1000:.0f} ms; after an edit of one line median "
        f"{statistics.median(taken) * 1000:.2f} ms, p95 {taken[int(EDITS * 0.95)] * 1000:.2f} ms"
    )


if __name__ == "__main__":
    main()
