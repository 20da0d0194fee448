"""What standard output is: a file, or a terminal of some width that can show colours, drawings, links."""

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from goalgraph.output.paper import FILE, Paper, can_draw

# Terminals that say who they are, and make links of what is marked as one.
_LINKING_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby"})
_LINKING_TERMS = ("xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour")
_LINKING_MARKS = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID")
_FIRST_VTE = 5000


class Color(StrEnum):
    """When text is in colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


ColorOption = Annotated[
    Color, typer.Option("--color", help="Colours; auto: in a terminal, as NO_COLOR and FORCE_COLOR say.")
]


def standard_output(color: Color = Color.AUTO) -> Paper:
    """What text on standard output is written on."""
    paper = FILE._replace(colour=_is_coloured(color))
    if not is_terminal(sys.stdout):
        return paper
    paper = paper._replace(
        width=shutil.get_terminal_size().columns, boxes=can_draw(getattr(sys.stdout, "encoding", None) or "ascii")
    )
    if _makes_links():
        import socket

        return paper._replace(folder=str(Path.cwd()), host=socket.gethostname())
    return paper


def is_terminal(stream: TextIO | None) -> bool:
    """Whether people read a stream as it is written."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def is_plain() -> bool:
    """Whether the terminal obeys nothing: it can neither move back nor colour anything."""
    return os.environ.get("TERM") in ("dumb", "unknown")


def _is_coloured(color: Color) -> bool:
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR")
    if forced:
        return forced != "0"
    return is_terminal(sys.stdout) and not is_plain()


def _makes_links() -> bool:
    said = os.environ.get("FORCE_HYPERLINK")
    if said:
        return said != "0"
    if is_plain() or os.environ.get("CI"):
        return False
    vte = os.environ.get("VTE_VERSION", "")
    return (
        os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or os.environ.get("TERM", "").startswith(_LINKING_TERMS)
        or any(os.environ.get(mark) for mark in _LINKING_MARKS)
        or (vte.isdigit() and int(vte) >= _FIRST_VTE)
    )
