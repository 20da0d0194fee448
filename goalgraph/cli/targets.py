"""In which forms a command writes what it has to say, and where to: `--format FORMAT[:FILE]` and `--output`."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from goalgraph.cli.exits import wrong_use
from goalgraph.cli.files import quietly_close, write_whole
from goalgraph.syntax.spelling import nearest

Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")]


class Target(NamedTuple):
    """A format and the file it goes to; None is standard output."""

    form: str
    file: Path | None


def targets(given: Sequence[str], known: Collection[str], output: Path | None) -> list[Target]:
    """Which format goes where. Ends the command where there is no such format, or the place can't be meant."""
    found = [_target(each, known, output) for each in given]
    used = [target.file and os.path.realpath(target.file) for target in found]
    if len(set(used)) < len(used):
        wrong_use("two formats go to the same place; say `--format FORMAT:FILE`")
    return found


def _target(given: str, known: Collection[str], output: Path | None) -> Target:
    name, colon, file = given.partition(":")
    if name not in known:
        near = nearest(name, known)
        offer = f", did you mean `{near}`?" if near else f"; there are {', '.join(known)}"
        wrong_use(f"there is no format `{name}`{offer}")
    if colon and not file:
        wrong_use(f"a file is missing after `{given}`")
    target = Path(file) if file else output
    if target and target.suffix == ".strat":
        wrong_use(f"{target} is a map by its name, and findings would take its place")
    return Target(name, None if target and str(target) == "-" else target)


def put(content: str, target: Target) -> None:
    """Writes what a command has to say. Ends the command where that can't be done."""
    if target.file is not None:
        write_whole(target.file, content)
        return
    try:
        # As UTF-8 whatever the terminal's encoding: what programs read has to stay valid.
        typer.echo(content if target.form == "text" else content.encode(), nl=False)
    except BrokenPipeError:
        quietly_close()  # nobody reads any more, and the verdict stands
    except OSError as error:
        wrong_use(f"standard output can't be written: {(error.strerror or str(error)).lower()}")
