"""`goalgraph lsp`: the language server for editors."""

import sys
from importlib.util import find_spec

import typer

from goalgraph.cli.exits import wrong_use


def lsp() -> None:
    """Speak the Language Server Protocol over standard input and output, for editors.

    An editor starts this command by itself: see docs/editors.md for how it is told to.
    """
    if find_spec("pygls") is None:
        wrong_use("`lsp` needs the package pygls: `pip install 'goalgraph[lsp]'`")
    from goalgraph.lsp.server import serve

    if sys.stdin.isatty():
        typer.echo("goalgraph: waiting for an editor to speak; ctrl-C ends it.", err=True)
    sys.exit(serve())
