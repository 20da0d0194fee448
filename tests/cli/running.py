"""Running the real command in a process of its own, without a terminal."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

# Root reads and writes whatever it likes; without CAP_DAC_OVERRIDE (1) and CAP_DAC_READ_SEARCH (2) it obeys the modes
# of files as everybody else does. They are dropped (PR_CAPBSET_DROP is 24) before the real command takes over.
_OBEYING = """
import ctypes, os, sys
if os.geteuid() == 0:
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


class Done(NamedTuple):
    """What became of a command."""

    code: int
    output: bytes
    err: str

    @property
    def out(self) -> str:
        return self.output.decode()


def python(
    *arguments: Path | str,
    folder: Path,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    obeying: bool = False,
) -> Done:
    """Runs Python. With `obeying` the modes of files hold for root, too."""
    command = [sys.executable, *(["-c", _OBEYING] if obeying else []), *map(str, arguments)]
    surroundings = {key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "PYTHONHASHSEED")}
    done = subprocess.run(
        command,
        cwd=folder,
        input=stdin,
        env={**surroundings, **(environment or {})},
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Done(done.returncode, done.stdout, done.stderr.decode())


def goalgraph(
    *arguments: Path | str,
    folder: Path,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    obeying: bool = False,
) -> Done:
    """Runs a command that has to end without a traceback, whatever it is given."""
    done = python("-m", "goalgraph", *arguments, folder=folder, stdin=stdin, environment=environment, obeying=obeying)
    assert "Traceback" not in done.err, done.err
    assert "bug in goalgraph" not in done.err
    return done
