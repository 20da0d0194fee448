"""`goalgraph fmt`: one way to write a map."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from goalgraph.cli.checking import open_workspace
from goalgraph.cli.exits import FINDINGS, WRONG_USE, wrong_use
from goalgraph.cli.files import difference, standard_input, write_whole
from goalgraph.configuration.mistakes import BadConfigError
from goalgraph.maps import NotThereError
from goalgraph.output.verdict import counted
from goalgraph.reading import decode
from goalgraph.source import Source, Unreadable
from goalgraph.syntax.parser import parse
from goalgraph.syntax.printer import print_document
from goalgraph.workspace import Workspace


def fmt(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders; `-` is standard input. Default: the working folder.")
    ] = None,
    *,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit with 1 where something would.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Change nothing; show what would.")] = False,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave out what is excluded, even where it is named.")
    ] = False,
) -> None:
    """Format maps: indentation, spacing, the order of a measure's parts. Comments and blank lines stay."""
    if paths and str(paths[0]) == "-":
        if len(paths) > 1:
            wrong_use("`-` stands alone: standard input is formatted to standard output")
        _standard_input(check=check, diff=diff)
        return
    workspace = open_workspace()
    workspace.maps.forces_exclude = force_exclude
    changed, unreadable = 0, 0
    files = _files(workspace, paths or [Path()])
    for path in files:
        source = workspace.texts.read(path)
        if isinstance(source, Unreadable):
            unreadable += 1
            typer.echo(f"{source.place.where}: {source.message}", err=True)
        elif _format_file(path, source, check=check, diff=diff):
            changed += 1
    would = "would be " if check or diff else ""
    kept = len(files) - changed - unreadable
    typer.echo(
        f"{counted(changed, 'file')} {would}changed, {kept} left as {'it is' if kept == 1 else 'they are'}.", err=True
    )
    if unreadable:
        raise typer.Exit(WRONG_USE)
    if check and changed:
        raise typer.Exit(FINDINGS)


def _files(workspace: Workspace, paths: Sequence[Path]) -> list[Path]:
    try:
        files = workspace.maps.asked_files(paths)
    except (NotThereError, BadConfigError) as error:
        wrong_use(str(error))
    if not files and not workspace.maps.left_out:
        wrong_use(f"nothing to format: no `.strat` file in {', '.join(map(str, paths))}")
    return files


def _standard_input(*, check: bool, diff: bool) -> None:
    source = decode(standard_input(), "<stdin>")
    if isinstance(source, Unreadable):
        wrong_use(f"{source.place.where}: {source.message}")
    written, printed = _whole(source), print_document(parse(source))
    if diff:
        typer.echo(difference(source.path, written, printed), nl=False)
    elif not check:
        # As bytes: line ends are kept as they are.
        typer.get_binary_stream("stdout").write(printed.encode())
    if check and printed != written:
        raise typer.Exit(FINDINGS)


def _format_file(path: Path, source: Source, *, check: bool, diff: bool) -> bool:
    """Formats a file, unless it is only asked whether it would change; tells whether it does."""
    written, printed = _whole(source), print_document(parse(source))
    if printed == written:
        return False
    if diff:
        typer.echo(difference(source.path, written, printed), nl=False)
    elif check:
        typer.echo(f"would change {source.path}")
    else:
        write_whole(path, printed)
        typer.echo(f"changed {source.path}")
    return True


def _whole(source: Source) -> str:
    return ("\ufeff" if source.bom else "") + source.text
