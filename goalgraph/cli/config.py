"""`goalgraph config`: what is in force, and where that was said."""

from pathlib import Path
from typing import Annotated

import typer

from goalgraph.cli.exits import wrong_use
from goalgraph.cli.targets import Output, targets, tell
from goalgraph.configuration.mistakes import BadConfigError
from goalgraph.output.settings import InForce, in_force
from goalgraph.workspace import Workspace

_FORMATS = {"text": "settings.text", "json": "settings.json_format"}


def config(
    path: Annotated[
        Path, typer.Argument(help="A map, by its folder or one of its files. Default: the working folder.")
    ] = Path(),
    form: Annotated[str, typer.Option("--format", metavar="FORMAT[:FILE]", help=f"{', '.join(_FORMATS)}.")] = "text",
    output: Output = None,
) -> None:
    """Show which settings are in force for a map, and from where."""
    tell(targets([form], _FORMATS, output), lambda: _found(path))


def _found(path: Path) -> InForce:
    workspace = Workspace()
    whole = workspace.base / path
    if not whole.exists():
        wrong_use(f"{path} is not there")
    try:
        folder = whole.absolute() if whole.is_dir() else workspace.maps.map_of(whole.absolute()).root
        return in_force(str(path), workspace.configurations.of(folder))
    except BadConfigError as error:
        wrong_use(str(error))
