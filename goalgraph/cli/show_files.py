"""`goalgraph lint --show-files`: which files would be read, and which of them belong together."""

from collections.abc import Sequence
from pathlib import Path

import typer

from goalgraph.cli.checking import Scope, open_workspace
from goalgraph.cli.exits import wrong_use
from goalgraph.configuration.mistakes import BadConfigError
from goalgraph.folders import MapFiles
from goalgraph.maps import NotThereError
from goalgraph.output.drawing import one_line
from goalgraph.output.verdict import counted
from goalgraph.workspace import Workspace


def tell_files(paths: Sequence[Path], scope: Scope, *, allow_empty: bool) -> None:
    """Lists the files by map; nothing is judged."""
    workspace = open_workspace()
    workspace.maps.forces_exclude = scope.force_exclude
    named = [path for path in paths if str(path) != "-"]
    if scope.unsaved and len(named) < len(paths):
        named.append(scope.unsaved)
    try:
        maps = workspace.maps.maps_of(workspace.maps.asked_files(named))
    except (NotThereError, BadConfigError) as error:
        wrong_use(str(error))
    if not maps and named and not allow_empty and not workspace.maps.left_out:
        wrong_use(f"nothing to check: no `.strat` file in {', '.join(map(str, named))} (`--allow-empty` permits it)")
    for number, each in enumerate(maps):
        lines = [_heading(each, workspace), *(f"  {workspace.shown(path)}" for path in each.files)]
        typer.echo("\n".join(["", *map(one_line, lines)] if number else map(one_line, lines)))


def _heading(files: MapFiles, workspace: Workspace) -> str:
    where = f"in {workspace.shown(files.root)}"
    if files.stray:
        return f"Of no map, as there are several {where}:"
    if files.single:
        return f"A map of one file {where}:"
    what = f"{counted(len(files.files), 'file')} {where}"
    return f"{what}, which no strategy holds together:" if files.alone else f"A map of {what}:"
