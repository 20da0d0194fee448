"""`goalgraph import`: another notation's model as a `.strat` file."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from goalgraph.cli.exits import wrong_use
from goalgraph.cli.files import write_whole

if TYPE_CHECKING:
    from goalgraph.notations.archimate import Imported


def import_model(
    file: Annotated[Path, typer.Argument(help="An ArchiMate model: Archi's own, or the Open Group Exchange format.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the map there, not to the terminal.")
    ] = None,
    layers: Annotated[
        Literal["plan", "all"],
        typer.Option(
            help="plan: motivation, strategy, implementation, and what is tied to them. all: the core layers too."
        ),
    ] = "plan",
) -> None:
    """Read a model from another tool and write it as a map."""
    from goalgraph.notations.archimate import SIZE_LIMIT, NotReadable, read_archimate

    try:
        with file.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
        imported = read_archimate(data, file.name, everything=layers == "all")
    except OSError as error:
        wrong_use(f"{file} can't be read: {(error.strerror or str(error)).lower()}")
    except NotReadable as error:
        wrong_use(f"{file} can't be read: {error}")
    if output is None:
        typer.echo(imported.text.encode(), nl=False)
    elif os.path.realpath(output) == os.path.realpath(file):
        wrong_use(f"{output} is the model itself, which the map would overwrite")
    else:
        write_whole(output, imported.text)
    _report(imported)


def _report(imported: "Imported") -> None:
    if imported.left_out:
        typer.echo("left out:", err=True)
        width = len(str(imported.left_out[0][1]))
        for what, count in imported.left_out:
            typer.echo(f"  {count:>{width}}  {what}", err=True)
    typer.echo(f"imported {_counted(imported.elements, 'element')} and {_counted(imported.links, 'link')}", err=True)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
