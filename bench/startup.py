"""How long goalgraph takes to check a small clean map, beside a Typer hello world, whole processes in one run."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 25
HELLO = """
import typer

app = typer.Typer()


@app.command()
def main(name: str = "world") -> None:
    print("hello", name)


app()
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "hello.py").write_text(HELLO)
        # Compiled modules are what an installed package has; some machines forbid writing them beside the sources.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(place / "compiled")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        goalgraph = [str(Path(sys.executable).with_name("goalgraph"))]
        subprocess.run([*goalgraph, "init", folder], check=True, capture_output=True, env=environment)
        commands = {"hello": [sys.executable, str(place / "hello.py")], "lint": [*goalgraph, "lint", folder]}
        times: dict[str, list[float]] = {name: [] for name in commands}
        for name in list(commands) * (RUNS + 1):
            start = time.perf_counter()
            subprocess.run(commands[name], check=True, capture_output=True, env=environment)
            times[name].append(time.perf_counter() - start)
    # The first run of each compiles.
    medians = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    least = {name: min(taken[1:]) for name, taken in times.items()}
    for name in commands:
        print(f"{name:6} median {medians[name] * 1000:6.1f} ms, least {least[name] * 1000:6.1f} ms")
    print(f"ratio  median {medians['lint'] / medians['hello']:6.2f}   , least {least['lint'] / least['hello']:6.2f}")


if __name__ == "__main__":
    main()
