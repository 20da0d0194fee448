"""From the paths of a command line to a verdict."""

import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from goalgraph.analysis import Analysis, analyse
from goalgraph.cache_folder import SWITCH
from goalgraph.cli.exits import wrong_use
from goalgraph.cli.files import standard_input
from goalgraph.config import Config
from goalgraph.finding import Finding
from goalgraph.output.verdict import Verdict
from goalgraph.reading import decode
from goalgraph.workspace import NotThereError, Workspace

Paths = Annotated[
    list[Path] | None,
    typer.Argument(readable=False, help="Files and folders; `-` is standard input. Default: the working folder."),
]


def _forbid_cache(value: bool) -> bool:
    if value:
        os.environ[SWITCH] = "1"
    return value


NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        callback=_forbid_cache,
        help=f"Keep nothing between runs, and use nothing kept; {SWITCH}=1 says the same.",
    ),
]


def _number(value: float) -> float:
    if math.isnan(value):  # it is read as a number, and no clock ever passes it
        raise typer.BadParameter("it has to be a number of seconds")
    return value


TimeLimit = Annotated[
    float,
    typer.Option(
        min=0, metavar="SECONDS", callback=_number, help="How long to look for the smallest cuts of a map's loops."
    ),
]


def check(paths: Sequence[Path], config: Config, *, allow_empty: bool) -> Verdict:
    """Checks the maps that paths belong to; `-` is a map on standard input. Ends the command on wrong use."""
    analyses: list[Analysis] = []
    findings: list[Finding] = []
    named = [path for path in paths if str(path) != "-"]
    if len(named) < len(paths):
        analysis = analyse([decode(standard_input(), "<stdin>")], config)
        analyses.append(analysis)
        findings += analysis.findings
    try:
        checked = Workspace(config).check(named)
    except NotThereError as error:
        wrong_use(str(error))
    for checked_map in checked:
        analyses.append(checked_map.analysis)
        findings += checked_map.findings
    if not analyses and not allow_empty:
        where = ", ".join(str(path) for path in paths)
        wrong_use(f"nothing to check: no `.strat` file in {where} (`--allow-empty` permits it)")
    return Verdict(analyses, findings)
