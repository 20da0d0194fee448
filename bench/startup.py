"""How long goalgraph takes to check a small clean map, beside a Typer hello world, whole processes in one run."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.linting import COMMAND, Linting
from bench.page import Section, table
from bench.timing import Contender, in_turns

ROUNDS = 25
HELLO = """
import typer

app = typer.Typer()


@app.command()
def main(name: str = "world") -> None:
    print("hello", name)


app()
"""


def measure() -> list[Section]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        linting = Linting(place)
        (place / "hello.py").write_text(HELLO)
        subprocess.run([COMMAND, "init", str(place / "map")], check=True, capture_output=True, env=linting.environment)
        hello = Contender("a Typer hello world", [sys.executable, str(place / "hello.py")], linting.environment)
        taken = in_turns([hello, linting.warm(place / "map")], ROUNDS)
    greeting, lint = taken.values()
    rows = [(name, f"{each.median * 1000:.0f} ms", f"{each.least * 1000:.0f} ms") for name, each in taken.items()]
    ratios = (f"{lint.median / greeting.median:.2f}", f"{lint.least / greeting.least:.2f}")
    rows[1] = ("goalgraph, the map of `init`, warm", *rows[1][1:])
    return [Section("Starting", table(("", "median", "least"), [*rows, ("ratio", *ratios)]))]
