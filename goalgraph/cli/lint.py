"""`goalgraph lint`: the findings of the maps that are named."""

import os
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from goalgraph.cli.checking import NoCache, Paths, check
from goalgraph.cli.exits import BUG, FINDINGS, tell_bug, wrong_use
from goalgraph.cli.files import quietly_close, write_whole
from goalgraph.config import Config
from goalgraph.finding import Severity
from goalgraph.syntax.spelling import nearest

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
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    fail_level: Annotated[FailLevel, typer.Option(help="Exit with 1 from this severity on.")] = FailLevel.ERROR,
    *,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Having nothing to check is fine.")] = False,
    no_cache: NoCache = False,  # noqa: ARG001  # its callback does the work
) -> None:
    """Check strategy maps and tell what is wrong, why, and what would set it right."""
    targets = _targets(formats or ["text"], output)
    try:
        verdict = check(paths or [Path()], Config(), allow_empty=allow_empty)
        rendered = [(name, _module(name).render(verdict), file) for name, file in targets]
    except Exception as bug:  # whatever it is, it is ours, and machine formats stay valid
        _fail(bug, targets)
    for name, content, file in rendered:
        _put(content, file, for_people=name == "text")
    if verdict.fails(Severity[fail_level.name]):
        raise typer.Exit(FINDINGS)


def _module(name: str) -> Any:
    return import_module(f"goalgraph.output.{_FORMATS[name]}")


def _targets(formats: list[str], output: Path | None) -> list[tuple[str, Path | None]]:
    """Which format goes where; None is standard output."""
    targets: list[tuple[str, Path | None]] = []
    for given in formats:
        name, colon, file = given.partition(":")
        if name not in _FORMATS:
            near = nearest(name, _FORMATS)
            wrong_use(
                f"there is no format `{name}`"
                + (f", did you mean `{near}`?" if near else f"; there are {', '.join(_FORMATS)}")
            )
        if colon and not file:
            wrong_use(f"a file is missing after `{given}`")
        target = Path(file) if file else output
        if target and target.suffix == ".strat":
            wrong_use(f"{target} is a map by its name, and findings would take its place")
        targets.append((name, None if target and str(target) == "-" else target))
    used = [file and os.path.realpath(file) for _, file in targets]
    if len(set(used)) < len(used):
        wrong_use("two formats go to the same place; say `--format FORMAT:FILE`")
    return targets


def _put(content: str, file: Path | None, *, for_people: bool) -> None:
    if file is None:
        try:
            # As UTF-8 whatever the terminal's encoding: what programs read has to stay valid.
            typer.echo(content if for_people else content.encode(), nl=False)
        except BrokenPipeError:
            quietly_close()  # nobody reads any more, and the verdict stands
        except OSError as error:
            wrong_use(f"standard output can't be written: {(error.strerror or str(error)).lower()}")
    else:
        write_whole(file, content)


def _fail(bug: Exception, targets: list[tuple[str, Path | None]]) -> NoReturn:
    if isinstance(bug, typer.Exit):
        raise bug
    tell_bug(bug)
    for name, file in targets:
        if hasattr(_module(name), "render_failure"):
            _put(_module(name).render_failure(f"{type(bug).__name__}: {bug}"), file, for_people=False)
    raise typer.Exit(BUG)
