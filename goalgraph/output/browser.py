"""A browser that is there anyway, at work without a window: it makes of a page what is no text.

It is Chromium or one of its kin. It starts with a profile of its own, which is removed, and reaches no network.
"""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

CHOICE = "GOALGRAPH_BROWSER"
# A Chromium that comes as a snap sees no temporary files but its own, and of the user's folder what is not hidden.
SNAP = Path("/snap/bin/chromium")
SECONDS = 60.0
NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge",
)  # fmt: skip
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-crash-reporter",
    "--hide-scrollbars",
    # No name is looked up, whatever the browser would like to ask home for.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    # Light, whatever the desktop is.
    "--blink-settings=preferredColorScheme=1",
)


class BrowserError(Exception):
    """There is no browser, or it did not do its work; the message says which."""


def find() -> list[str]:
    """The command that starts the browser.

    Raises:
        BrowserError: there is none.
    """
    chosen = os.environ.get(CHOICE)
    if chosen:
        command = [chosen] if shutil.which(chosen) else _words(chosen)
        found = shutil.which(command[0]) if command else None
        if not found:
            raise BrowserError(f"{CHOICE} is `{chosen}`, and no such program is there")
        return [found, *command[1:]]
    for each in (*NAMES, *usual_places()):
        found = shutil.which(each)
        if found:
            return [found]
    raise BrowserError(f"a browser is needed, and none of these is there: {', '.join(NAMES)} (or say {CHOICE}=PROGRAM)")


def run(page: str, result: str, ending: str, *flags: str, seconds: float = SECONDS) -> bytes:
    """What the browser makes of a page; `result` is the flag that asks for a file of some ending.

    Raises:
        BrowserError: there is no browser, or it failed, or took longer.
    """
    command = find()
    # Chromium may still be writing to its profile while it is removed.
    room = Path.home() if SNAP.exists() and "chromium" in Path(command[0]).name else None
    with TemporaryDirectory(prefix="goalgraph-", dir=room, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, made = folder / "page.html", folder / f"made.{ending}"
        source.write_text(page, encoding="utf-8")
        rootly = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # it refuses else
        own = [f"--user-data-dir={folder / 'profile'}", f"{result}={made}", source.as_uri()]
        became, said = _run([*command, *_FLAGS, *rootly, *flags, *own], folder, seconds)
        if made.is_file() and made.stat().st_size:
            return made.read_bytes()
    raise BrowserError(
        "\n  ".join([f"{command[0]} made nothing of the map{became}; `--format svg` needs no browser", *said])
    )


def _run(command: list[str], folder: Path, seconds: float) -> tuple[str, list[str]]:
    """Runs a command, and tells what became of it and what it complained of last."""
    # To a file, as what outlives the browser may keep a pipe open.
    complaints = folder / "complaints"
    with complaints.open("wb") as stream:
        try:
            process = subprocess.Popen(
                command,
                # Beside its profile, it would keep reports of its crashes among the user's settings.
                env={**os.environ, "BREAKPAD_DUMP_LOCATION": str(folder / "crashes")},
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            return f": {(error.strerror or str(error)).lower()}", []
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            return f" in {seconds:g} seconds", []
        finally:
            _end(process)
    lines = complaints.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return f" (exit code {code})", lines[-5:]


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends the browser with all processes that it has started."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):  # all are gone already
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _words(chosen: str) -> list[str]:
    try:
        return shlex.split(chosen)
    except ValueError:  # a quote is open
        return []


def usual_places() -> list[str]:
    """Where browsers are that no PATH names."""
    if sys.platform == "darwin":
        homes = [Path("/Applications"), Path.home() / "Applications"]
        return [str(home / app) for app in _MAC for home in homes]
    if sys.platform == "win32":
        roots = filter(None, map(os.environ.get, ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")))
        return [str(Path(root) / program) for root in roots for program in _WINDOWS]
    return []
