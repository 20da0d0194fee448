"""`goalgraph lint`: the findings of the maps that are named."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from goalgraph.cli.baseline_file import BaselineFile
from goalgraph.cli.checking import Base, NoCache, Paths, Scope, TimeLimit, check, tell_unknown_ignores
from goalgraph.cli.completing import revisions
from goalgraph.cli.exits import wrong_use
from goalgraph.cli.mending import Mending
from goalgraph.cli.show_files import tell_files
from goalgraph.cli.targets import Output, targets, tell, with_job_summary
from goalgraph.cli.terminal import Color, ColorOption
from goalgraph.cli.watching import keep_watching
from goalgraph.config import Config
from goalgraph.finding import Severity
from goalgraph.output.verdict import Verdict

# Each format and its module in goalgraph.output, loaded where it is asked for.
_FORMATS = {
    "text": "text",
    "concise": "concise",
    "json": "json_format",
    "json-lines": "json_lines",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
    "checkstyle": "checkstyle",
}
_COUNTS = {"text": "statistics.text", "json": "statistics.json_format"}


class FailLevel(StrEnum):
    """The gravity from which findings make the command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def _forms(incomplete: str) -> list[str]:
    return [each for each in _FORMATS if each.startswith(incomplete)]


def lint(
    paths: Paths = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT[:FILE]",
            help=f"{', '.join(_FORMATS)}; may be given several times.",
            autocompletion=_forms,
        ),
    ] = None,
    output: Output = None,
    fail_level: Annotated[
        FailLevel | None, typer.Option(help="Exit with 1 from this severity on; `error` unless configured.")
    ] = None,
    time_limit: TimeLimit = 10.0,
    *,
    base: Base = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Let the findings in this file stand.")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write it: all findings where there is no file, else what is left.")
    ] = False,
    lock_baseline: Annotated[
        bool, typer.Option("--lock-baseline", help="Exit with 1 where the baseline could shrink.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended with no change of what is meant.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also what changes what a map says.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change; exit with 1 if anything.")
    ] = False,
    show_fixes: Annotated[bool, typer.Option("--show-fixes", help="With --fix: list the fixes that are made.")] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REV",
            help="Only findings that touch what changed since a revision in git.",
            autocompletion=revisions,
        ),
    ] = None,
    stdin_filename: Annotated[
        Path | None,
        typer.Option("--stdin-filename", metavar="FILE", help="Standard input is what this file of a map will hold."),
    ] = None,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave out what is excluded, even where it is named.")
    ] = False,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="List the files that would be read, and end.")
    ] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule instead.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a map changes, until ctrl-C.")] = False,
    color: ColorOption = Color.AUTO,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Having nothing to check is fine.")] = False,
    no_cache: NoCache = False,  # its callback does the work
) -> None:
    """Check strategy maps and tell what is wrong, why, and what would set it right."""
    again = partial(lint, **(locals() | {"watch": False}))
    scope = Scope(since, stdin_filename, force_exclude)
    config = Config(time_limit=time_limit)
    file = BaselineFile.opened(baseline, write=write_baseline, lock=lock_baseline)
    asked = paths or [Path("-") if stdin_filename else Path()]
    scope.checked(asked, mends=fix or diff)
    mending = Mending.asked(asked, fix=fix, unsafe=unsafe_fixes, diff=diff, show=show_fixes)
    wanted = [] if diff else targets(formats or ["text"], _counting(formats or ()) if statistics else _FORMATS, output)
    if show_files:
        tell_files(asked, scope, allow_empty=allow_empty)
        return
    if watch:
        keep_watching(asked, scope, again, once_only=write_baseline or diff)

    def judged() -> Verdict:
        found = check(
            asked,
            config,
            allow_empty=allow_empty,
            base=base,
            known=file.holding,
            mending=mending if fix or diff else None,
            scope=scope,
        )
        return found.ending(Severity[fail_level.name] if fail_level else None, could_shrink=file.could_shrink(found))

    verdict = tell(with_job_summary(wanted), judged, color)
    file.keep(verdict)
    tell_unknown_ignores(verdict)
    if verdict.exit_code:
        raise typer.Exit(verdict.exit_code)


def _counting(formats: Sequence[str]) -> dict[str, str]:
    """The formats for counts of findings. Ends the command where another is asked for."""
    for form in formats:
        name = form.partition(":")[0]
        if name in _FORMATS and name not in _COUNTS:
            wrong_use(f"`--statistics` is written as {' or '.join(_COUNTS)}, not as {name}")
    return _COUNTS
