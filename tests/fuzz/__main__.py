"""Feeding all targets, one after the other, and telling what came of it: `python -m tests.fuzz --seconds 3600`."""

import argparse
import re
import subprocess
import sys
from hashlib import sha1
from pathlib import Path
from time import monotonic

_ROOT = Path(__file__).parents[2]
_FOLDER = _ROOT / ".fuzz"
_TARGETS = ("parse", "print", "import", "lint")
_RUNS = re.compile(r"^stat::number_of_executed_units: *(\d+)", re.MULTILINE)
# A process that ends sooner than this failed to start.
_LEAST_SECONDS = 5


def feed(target: str, seconds: int) -> tuple[int, float]:
    """Feeds one target, again where an input ended the process; how many runs it took, and how long."""
    start = monotonic()
    runs = 0
    feed_again(target)
    while (left := round(seconds - (monotonic() - start))) > 0:
        began = monotonic()
        command = [sys.executable, "-m", "tests.fuzz.one", target, str(_FOLDER / target), str(left)]
        with (_FOLDER / f"{target}.log").open("w", encoding="utf-8") as log:
            code = subprocess.run(command, cwd=_ROOT, stdout=log, stderr=log, check=False).returncode
        told = (_FOLDER / f"{target}.log").read_text(encoding="utf-8", errors="replace")
        runs += sum(map(int, _RUNS.findall(told)))
        for ended in failures(target):
            (_FOLDER / target / "found" / ended.name.rpartition("-")[2]).unlink(missing_ok=True)
        if code and monotonic() - began < _LEAST_SECONDS and not failures(target):
            sys.exit(f"{target} could not be fed:\n{told[-2000:]}")
    return runs, monotonic() - start


def feed_again(target: str) -> None:
    """Puts what failed in an earlier run with what is fed first: by now it may be mended.

    The names are those that libFuzzer gives, so that what ends the process can be found there and taken out.
    """
    for path in failures(target):
        data = path.read_bytes()
        (_FOLDER / target / "found" / sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
        path.unlink()
        path.with_name(f"{path.name}.txt").unlink(missing_ok=True)


def failures(target: str) -> list[Path]:
    """The inputs that failed; what was raised stands beside each, in a file of its name with `.txt`."""
    return [path for path in sorted((_FOLDER / target / "failures").glob("*")) if path.suffix != ".txt"]


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """The exit code: 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"{', '.join(_TARGETS)}; all where none is named")
    parser.add_argument("--seconds", type=int, default=3600, help="how long in all")
    given = parser.parse_args()
    targets = given.targets or _TARGETS
    if unknown := set(targets) - set(_TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    _FOLDER.mkdir(exist_ok=True)
    rows = []
    for target in targets:
        say(f"{target}: {given.seconds // len(targets)} seconds …")
        runs, seconds = feed(target, given.seconds // len(targets))
        rows.append((target, runs, round(seconds), len(failures(target))))
    say(f"\n{'target':<8}{'runs':>10}{'seconds':>9}{'failures':>10}")
    for target, runs, taken, failed in rows:
        say(f"{target:<8}{runs:>10}{taken:>9}{failed:>10}")
    for path in (path for target in targets for path in failures(target)):
        say(str(path.relative_to(_ROOT)))
    return int(any(failed for *_, failed in rows))


if __name__ == "__main__":
    sys.exit(main())
