"""Exit codes, in every format alike, and how a command ends other than well."""

import atexit
import os
import sys
from typing import NoReturn

import typer

FINDINGS = 1
WRONG_USE = 2
BUG = 3
INTERRUPTED = 130


def wrong_use(message: str) -> NoReturn:
    """Ends the command: what was asked for can't be done."""
    for line in message.split("\n"):
        typer.echo(f"goalgraph: {line}", err=True)
    raise typer.Exit(WRONG_USE)


def tell_bug(bug: Exception) -> None:
    """Says that goalgraph itself failed, and gives what a report of it needs."""
    import traceback

    typer.echo("goalgraph: this is a bug in goalgraph, not in your files; please report it with what follows", err=True)
    typer.echo("".join(traceback.format_exception(bug)), err=True, nl=False)
    sys.stderr.flush()


def leave(end: SystemExit) -> NoReturn:
    """Ends the process at once, without taking apart what it has built, which for a large map takes a while."""
    if not isinstance(end.code, int | None):
        raise end
    atexit._run_exitfuncs()  # noqa: SLF001  # there is no public way to do what an ordinary end does first
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):  # closed, or nobody reads any more: as an ordinary end would have it
        raise end from None
    os._exit(end.code or 0)
