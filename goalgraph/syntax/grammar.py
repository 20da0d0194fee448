"""Where the grammar file lies: in the package when installed from a wheel, beside it in a checkout.

And where lark keeps the tables it makes of it, which takes it longer than all the rest of a small run.
"""

import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def grammar_folder() -> Path:
    """The folder that holds `strat.lark`.

    A wheel carries it as `goalgraph/grammar/`; in a checkout, which is what an editable install points at, it is the
    top-level folder `grammar/`.

    Raises:
        FileNotFoundError: the installation is broken.
    """
    for folder in (_PACKAGE / "grammar", _PACKAGE.parent / "grammar"):
        if (folder / "strat.lark").is_file():
            return folder
    raise FileNotFoundError("strat.lark is missing from this installation of goalgraph; please install it again")


def grammar_text() -> str:
    """The text of `strat.lark`."""
    return (grammar_folder() / "strat.lark").read_text(encoding="utf-8")


def tables_path() -> str | None:
    """The file in which lark may keep its tables, in the user's cache folder; None where there can be none.

    lark itself checks that they were made of this grammar by this version, and makes them anew where it can't read
    or write them.
    """
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
    return os.path.join(folder, "grammar.tables")  # noqa: PTH118  # as above
