"""`goalgraph render`: the report that is sent to people."""

from pathlib import Path
from typing import Annotated

import typer

from goalgraph.cli.checking import NoCache, Paths, TimeLimit, check
from goalgraph.cli.exits import FINDINGS
from goalgraph.cli.files import write_whole
from goalgraph.config import Config
from goalgraph.output.verdict import summary

_DEFAULT = Path("strategy-report.html")


def render(
    paths: Paths = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The HTML file to write; `-` is standard output.")
    ] = _DEFAULT,
    time_limit: TimeLimit = 10.0,
    *,
    fail: Annotated[bool, typer.Option("--fail", help="Exit as lint would.")] = False,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Having nothing to show is fine.")] = False,
    no_cache: NoCache = False,  # noqa: ARG001  # its callback does the work
) -> None:
    """Write a report of the maps: one HTML file, to be mailed, attached or opened."""
    from goalgraph.output import html

    config = Config(time_limit=time_limit)
    verdict = check(paths or [Path()], config, allow_empty=allow_empty)
    page = html.render(verdict)
    if str(output) == "-":
        typer.echo(page, nl=False)
    else:
        write_whole(output, page)
        typer.echo(f"Wrote {output}. {summary(verdict)}", err=True)
    if fail and verdict.fails(config.fail_level):
        raise typer.Exit(FINDINGS)
