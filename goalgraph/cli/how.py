"""`goalgraph how`: what is done for an element."""

from goalgraph.cli.asking import AllowEmpty, Form, Name, ask
from goalgraph.cli.checking import NoCache, Paths
from goalgraph.cli.targets import Output, targets, tell

_FORMATS = {"text": "chains.text", "json": "chains.json_format"}


def how(
    name: Name,
    paths: Paths = None,
    form: Form = "text",
    output: Output = None,
    *,
    allow_empty: AllowEmpty = False,
    no_cache: NoCache = False,  # noqa: ARG001  # its callback does the work
) -> None:
    """Show what is done for an element, chain by chain: down to the means and what they rely on."""
    from goalgraph.output.chains import answer

    wanted = targets([form], _FORMATS, output)
    tell(wanted, lambda: answer(*ask(name, paths, allow_empty=allow_empty), upward=False))
