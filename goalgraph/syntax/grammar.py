"""Where the grammar file lies: in the package when installed from a wheel, beside it in a checkout.

And where lark keeps the tables it makes of it, which takes it longer than all the rest of a small run.
"""

import os
import re
from functools import cache
from pathlib import Path

from goalgraph.cache_folder import cache_folder

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


@cache
def name_expression() -> str:
    """What a name is, as a regular expression."""
    name = re.search(r"^NAME: /(.*)/$", grammar_text(), re.MULTILINE)
    assert name is not None, "the grammar says what a name is"
    return name[1]


@cache
def one_name() -> re.Pattern[str]:
    """What a name is, wherever it begins."""
    return re.compile(name_expression())


@cache
def names() -> re.Pattern[str]:
    """What finds the names in a text: each a whole word."""
    return re.compile(rf"(?<![\w.\-]){name_expression()}")


def tables_path() -> str | None:
    """The file in which lark may keep its tables; None where there can be none.

    lark itself checks that they were made of this grammar by this version, and makes them anew where it can't read
    or write them.
    """
    folder = cache_folder()
    return folder and os.path.join(folder, "grammar.tables")  # noqa: PTH118  # pathlib is slower
