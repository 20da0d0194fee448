"""`goalgraph lint`: the findings of the maps that are named."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from goalgraph.cli.checking import NoCache, Paths, TimeLimit, check
from goalgraph.cli.exits import FINDINGS
from goalgraph.cli.targets import Output, targets, tell
from goalgraph.config import Config
from goalgraph.finding import Severity

# Each format and its module in goalgraph.output, loaded where it is asked for.
_FORMATS = {"text": "text", "concise": "concise", "json": "json_format"}


class FailLevel(StrEnum):
    """The gravity from which findings make the command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def lint(
    paths: Paths = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="FORMAT[:FILE]", help=f"{', '.join(_FORMATS)}; may be given several times."),
    ] = None,
    output: Output = None,
    fail_level: Annotated[FailLevel, typer.Option(help="Exit with 1 from this severity on.")] = FailLevel.ERROR,
    time_limit: TimeLimit = 10.0,
    *,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Having nothing to check is fine.")] = False,
    no_cache: NoCache = False,  # noqa: ARG001  # its callback does the work
) -> None:
    """Check strategy maps and tell what is wrong, why, and what would set it right."""
    config = Config(fail_level=Severity[fail_level.name], time_limit=time_limit)
    verdict = tell(
        targets(formats or ["text"], _FORMATS, output),
        lambda: check(paths or [Path()], config, allow_empty=allow_empty),
    )
    if verdict.fails(config.fail_level):
        raise typer.Exit(FINDINGS)
