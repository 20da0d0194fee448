"""`goalgraph render`: the report that is sent to people, and the map alone."""

from pathlib import Path
from typing import Annotated

import typer

from goalgraph.cli.baseline_file import BaselineFile
from goalgraph.cli.checking import Base, NoCache, Paths, TimeLimit, check, tell_unknown_ignores
from goalgraph.cli.exits import wrong_use
from goalgraph.cli.pictures import FORMATS, forms, note_rows, open_file, rendered, spare_sources, wanted_pictures
from goalgraph.cli.targets import put
from goalgraph.config import Config
from goalgraph.output.verdict import summary


def render(
    paths: Paths = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT[:FILE]",
            help=f"{', '.join(FORMATS)}; html is the report, the others are the map alone; may be given several times.",
            autocompletion=forms,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file, whose ending says the format where --format does not; `-` is standard output.",
        ),
    ] = None,
    time_limit: TimeLimit = 10.0,
    *,
    base: Base = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Let the findings in this file stand.")
    ] = None,
    opens: Annotated[bool, typer.Option("--open", help="Show what is written in the browser.")] = False,
    fail: Annotated[bool, typer.Option("--fail", help="Exit as lint would.")] = False,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Having nothing to show is fine.")] = False,
    no_cache: NoCache = False,  # noqa: ARG001  # its callback does the work
) -> None:
    """Write a report of the maps: one HTML file, to be mailed, attached or opened. Or the map alone, as a picture."""
    wanted = wanted_pictures(formats or [], output)
    files = [target.file for target in wanted if target.file]
    if opens and not files:
        wrong_use("`--open` opens a file, and this goes to standard output")
    known = BaselineFile.opened(baseline, write=False, lock=False)
    verdict = check(
        paths or [Path()],
        Config(time_limit=time_limit),
        allow_empty=allow_empty,
        base=base,
        known=known.holding,
    )
    spare_sources(files, verdict, baseline)
    for target, content in zip(wanted, rendered(wanted, verdict), strict=True):
        put(content, target)
    if files:
        typer.echo(f"Wrote {', '.join(map(str, files))}. {summary(verdict)}", err=True)
    note_rows(verdict)
    tell_unknown_ignores(verdict)
    if opens:
        open_file(files[0])
    if fail and verdict.exit_code:
        raise typer.Exit(verdict.exit_code)
