"""`goalgraph lint`: the findings of the maps that are named."""

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from goalgraph.cli.checking import NoCache, Paths, TimeLimit, check
from goalgraph.cli.exits import BUG, FINDINGS, tell_bug
from goalgraph.cli.targets import Output, Target, put, targets
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
    wanted = targets(formats or ["text"], _FORMATS, output)
    try:
        verdict = check(paths or [Path()], Config(time_limit=time_limit), allow_empty=allow_empty)
        rendered = [(_module(target.form).render(verdict), target) for target in wanted]
    except Exception as bug:  # whatever it is, it is ours, and machine formats stay valid
        _fail(bug, wanted)
    for content, target in rendered:
        put(content, target)
    if verdict.fails(Severity[fail_level.name]):
        raise typer.Exit(FINDINGS)


def _module(name: str) -> Any:
    return import_module(f"goalgraph.output.{_FORMATS[name]}")


def _fail(bug: Exception, wanted: list[Target]) -> NoReturn:
    if isinstance(bug, typer.Exit):
        raise bug
    tell_bug(bug)
    for target in wanted:
        if hasattr(_module(target.form), "render_failure"):
            put(_module(target.form).render_failure(f"{type(bug).__name__}: {bug}"), target)
    raise typer.Exit(BUG)
