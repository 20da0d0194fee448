"""What the measurements were made on, and whether the machine had other things to do meanwhile."""

import os
import platform
import resource
import time
from pathlib import Path

# So much of the processors may go to others before the times are worth little.
MOST_FOR_OTHERS = 0.1


def described() -> str:
    """The machine in a sentence."""
    memory = ""
    if hasattr(os, "sysconf"):
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB of memory"
    return (
        f"Measured on {_cores()} cores ({_processor()}){memory}, "
        f"with Python {platform.python_version()} on {platform.system()}."
    )


class Others:
    """Looks how much of the processors other programs take from now on."""

    def __init__(self) -> None:
        self.before = _used()

    def __str__(self) -> str:
        after = _used()
        if not (self.before and after):
            return "How busy the machine was with other things is not known here."
        everybody, own, clock = (now - before for now, before in zip(after, self.before, strict=True))
        part = max(0.0, everybody - own) / (clock * (os.cpu_count() or 1))
        told = f"Other programs took {part:.0%} of the processors meanwhile"
        return f"{told}: **too much for these times to be trusted**." if part > MOST_FOR_OTHERS else f"{told}."


def _used() -> tuple[float, float, float] | None:
    """The seconds of processor time that all programs and this one have used, and the time; None where untold."""
    try:
        user, nice, system, _, _, irq, softirq, steal, *_ = map(int, Path("/proc/stat").read_text().split()[1:11])
    except (OSError, ValueError):
        return None
    everybody = (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")
    own = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return everybody, own, time.monotonic()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())
