"""From the paths of a command line to a verdict."""

import math
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from goalgraph.analysis import Analysis, analyse
from goalgraph.baseline import Baseline
from goalgraph.cache_folder import SWITCH
from goalgraph.cli.completing import revisions
from goalgraph.cli.exits import wrong_use
from goalgraph.cli.files import standard_input
from goalgraph.cli.mending import Mending
from goalgraph.cli.progress import progress
from goalgraph.config import Config
from goalgraph.configuration.mistakes import BadConfigError
from goalgraph.finding import Finding
from goalgraph.maps import NotThereError
from goalgraph.output.verdict import Verdict
from goalgraph.reading import decode
from goalgraph.revision import RevisionError
from goalgraph.since import Since
from goalgraph.source import Source
from goalgraph.workspace import CheckedMap, Workspace

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


Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="REV",
        help="Compare each map with how it was at a revision in git.",
        autocompletion=revisions,
    ),
]


class Scope(NamedTuple):
    """What of maps is read and shown: `since` is a revision, `unsaved` the file that standard input is the text of."""

    since: str | None = None
    unsaved: Path | None = None
    force_exclude: bool = False

    def checked(self, paths: Sequence[Path], *, mends: bool) -> None:
        """Ends the command where this can't be meant."""
        if mends and self.unsaved:
            wrong_use("standard input can't be mended; give a file")
        if mends and self.since is not None:
            wrong_use("`--since` chooses what is shown, not what is mended; say it without `--fix` and `--diff`")
        if self.since is not None and (self.unsaved or any(str(path) == "-" for path in paths)):
            wrong_use("`--since` compares files, and standard input is none")


_ALL = Scope()
# What may stand, of the maps that were checked.
Known = Callable[[Sequence[Analysis]], Baseline]


def check(
    paths: Sequence[Path],
    defaults: Config,
    *,
    allow_empty: bool,
    base: str | None = None,
    known: Known = lambda _: Baseline(),
    mending: Mending | None = None,
    scope: Scope = _ALL,
) -> Verdict:
    """Checks the maps that paths belong to; `-` is a map on standard input. Ends the command on wrong use.

    `defaults` hold where no configuration file says otherwise; what is `known` does not count. Maps are compared
    with how they were at the revision `base`.
    """
    checked: list[CheckedMap] = []
    named = [path for path in paths if str(path) != "-"]
    given = standard_input() if scope.unsaved or len(named) < len(paths) else b""
    try:
        workspace = open_workspace(defaults, base)
        workspace.maps.forces_exclude = scope.force_exclude
        with progress() as workspace.progress:
            if scope.unsaved:
                whole = workspace.take_for(scope.unsaved, given)
                named += whole if len(named) < len(paths) else []
            elif len(named) < len(paths):
                source = decode(given, "<stdin>")
                checked.append(CheckedMap(analyse([source], workspace.settings.config), frozenset([source.path])))
            checked += [] if mending else workspace.check(named)
        if mending:
            checked = _mended(mending, workspace, named, known)
        checked = _marked(checked, known)
        if scope.since is not None:
            since = Since(scope.since, workspace.base)
            since.read(path for each in checked for path in each.analysis.paths)
            checked = [each._replace(since=since) for each in checked]
        findings = [finding for each in checked for finding in each.findings]
        silenced = [finding for each in checked for finding in each.silenced]
    except (NotThereError, BadConfigError, RevisionError) as error:
        wrong_use(str(error))
    if not checked and not allow_empty and not workspace.maps.left_out:
        where = ", ".join(str(path) for path in paths)
        wrong_use(f"nothing to check: no `.strat` file in {where} (`--allow-empty` permits it)")
    return Verdict([each.analysis for each in checked], findings, silenced)


def tell_unknown_ignores(verdict: Verdict) -> None:
    """Names the ignores of rules that do not exist."""
    for place in verdict.unknown_ignored:
        typer.echo(f"goalgraph: {place.where}: this ignore names a rule that does not exist", err=True)


def _marked(checked: Sequence[CheckedMap], known: Known) -> list[CheckedMap]:
    baseline = known([each.analysis for each in checked])
    return [each._replace(analysis=baseline.marked(each.analysis)) for each in checked]


def _mended(mending: Mending, workspace: Workspace, paths: Sequence[Path], known: Known) -> list[CheckedMap]:
    """The maps after what can be mended was mended."""

    def checked(replaced: dict[str, Source]) -> list[CheckedMap]:
        for source in replaced.values():
            workspace.lay_over(source)
        return workspace.check(paths)

    def findings(replaced: dict[str, Source]) -> list[Finding]:
        return [finding for each in _marked(checked(replaced), known) for finding in each.findings]

    return checked(mending.apply(findings, workspace).after)


def open_workspace(defaults: Config | None = None, revision: str | None = None) -> Workspace:
    """The workspace of the working folder. Ignores run out today, where no configuration names another day."""
    return Workspace(defaults=(defaults or Config())._replace(today=date.today()), revision=revision)  # the user's day
