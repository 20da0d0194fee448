"""`goalgraph why`: what an element is for."""

from goalgraph.cli.asking import AllowEmpty, Form, Name, ask
from goalgraph.cli.checking import NoCache, Paths
from goalgraph.cli.targets import Output, targets, tell

_FORMATS = {"text": "chains.text", "json": "chains.json_format"}


def why(
    name: Name,
    paths: Paths = None,
    form: Form = "text",
    output: Output = None,
    *,
    allow_empty: AllowEmpty = False,
    no_cache: NoCache = False,  # noqa: ARG001  # its callback does the work
) -> None:
    """Show what an element is for, chain by chain: up to a value, to a dead end, or back to itself."""
    from goalgraph.output.chains import answer

    wanted = targets([form], _FORMATS, output)
    tell(wanted, lambda: answer(*ask(name, paths, allow_empty=allow_empty), upward=True))
