"""The page of a rule: as it stands, and on a terminal with its maps in colour."""

import re

from goalgraph.output.paper import FILE, Paper

_MAP = re.compile(r"(?<=\n)(```strat\b[^\n]*\n)(.*?)(?=```)", re.DOTALL)


def render(page: str, paper: Paper = FILE) -> str:
    """The page without its last line end."""
    page = page.rstrip()
    return _MAP.sub(lambda block: block[1] + _highlighted(block[2]), page) if paper.colour else page


def _highlighted(text: str) -> str:
    from pygments import highlight
    from pygments.formatters import TerminalFormatter
    from pygments.token import Comment, Error, Keyword, Name, String, Token

    from goalgraph.syntax.highlighting import StratLexer

    # Colours that can be read on black and on white.
    colours = {Token: "", Keyword: "cyan", Name.Class: "*", String: "green", Comment: "brightblack", Error: "_red_"}
    scheme = {kind: (colour, colour) for kind, colour in colours.items()}
    return highlight(text, StratLexer(stripnl=False), TerminalFormatter(colorscheme=scheme))
