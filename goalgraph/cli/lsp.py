"""`goalgraph lsp`: the language server for editors."""

from importlib.util import find_spec

from goalgraph.cli.exits import wrong_use


def lsp() -> None:
    """Speak the Language Server Protocol over standard input and output, for editors."""
    if find_spec("pygls") is None:
        wrong_use("`lsp` needs the package pygls: `pip install 'goalgraph[lsp]'`")
    from goalgraph.lsp.server import serve

    serve()
