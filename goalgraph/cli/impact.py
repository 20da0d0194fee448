"""`goalgraph impact`: what would follow if an element went."""

from goalgraph.cli.asking import AllowEmpty, Form, Name, ask
from goalgraph.cli.checking import NoCache, Paths
from goalgraph.cli.targets import Output, targets, tell

_FORMATS = {"text": "impacts.text", "json": "impacts.json_format"}


def impact(
    name: Name,
    paths: Paths = None,
    form: Form = "text",
    output: Output = None,
    *,
    allow_empty: AllowEmpty = False,
    no_cache: NoCache = False,  # noqa: ARG001  # its callback does the work
) -> None:
    """Show what would lose its only way to a value, and which ends their only means, if an element went."""
    from goalgraph.output.impacts import assess

    wanted = targets([form], _FORMATS, output)
    tell(wanted, lambda: assess(*ask(name, paths, allow_empty=allow_empty)))
