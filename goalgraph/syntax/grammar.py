"""Where the grammar file lies: in the package when installed from a wheel, beside it in a checkout."""

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
