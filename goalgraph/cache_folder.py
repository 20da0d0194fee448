"""Where goalgraph keeps between runs what it would else have to find out again.

It is a help and no more: where the folder can't be had, or `GOALGRAPH_NO_CACHE` is set, everything works without.
"""

import os
import sys

# What `--no-cache` sets, so that processes started from here heed it too.
SWITCH = "GOALGRAPH_NO_CACHE"


def cache_folder() -> str | None:
    """The folder, made where it is missing and only for the user; None where there is none to be had."""
    if os.environ.get(SWITCH, "0") not in ("", "0"):
        return None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111  # pathlib would be loaded for this alone
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111  # as above
    folder = os.path.join(base, "goalgraph") if base and os.path.isabs(base) else None  # noqa: PTH117, PTH118  # as above
    if folder is None:
        return None
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103  # as above
    except OSError:
        return None
    return folder
