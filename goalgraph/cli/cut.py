"""`goalgraph cut`: what to cut so that no loop is left."""

from pathlib import Path
from typing import Annotated

import typer

from goalgraph.cli.checking import NoCache, Paths, TimeLimit, check
from goalgraph.cli.exits import FINDINGS
from goalgraph.cli.targets import Output, targets, tell
from goalgraph.config import Config

_FORMATS = {"text": "cuts.text", "json": "cuts.json_format"}


def cut(
    paths: Paths = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT[:FILE]", help=f"{', '.join(_FORMATS)}.")] = "text",
    output: Output = None,
    time_limit: TimeLimit = 60.0,
    *,
    fail: Annotated[bool, typer.Option("--fail", help="Exit as lint would.")] = False,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Having nothing to look at is fine.")] = False,
    no_cache: NoCache = False,  # noqa: ARG001  # its callback does the work
) -> None:
    """Show the smallest cut: which links to take away so that no loop is left, and what would lose its why."""
    from goalgraph.output.cuts import plan

    config = Config(time_limit=time_limit)
    wanted = targets([form], _FORMATS, output)
    found = tell(wanted, lambda: plan(check(paths or [Path()], config, allow_empty=allow_empty)))
    if fail and found.verdict.fails(config.fail_level):
        raise typer.Exit(FINDINGS)
