"""`goalgraph lsp`: the language server for editors."""

import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from goalgraph.cli.exits import wrong_use


def lsp(
    *,
    stdio: Annotated[  # noqa: ARG001  # there is no other way, and clients made for VS Code add it by themselves
        bool, typer.Option("--stdio", help="Over standard input and output, as always.", hidden=True)
    ] = False,
) -> None:
    """Speak the Language Server Protocol over standard input and output, for editors.

    An editor starts this command by itself: see docs/editors.md for how it is told to.
    """
    if find_spec("pygls") is None:
        wrong_use("`lsp` needs the package pygls: `pip install 'goalgraph[lsp]'`")
    from goalgraph.lsp.server import serve

    if sys.stdin.isatty():
        typer.echo("goalgraph: waiting for an editor to speak; ctrl-C ends it.", err=True)
    sys.exit(serve())
