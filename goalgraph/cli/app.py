"""`goalgraph`: the commands, and what becomes of an error that is ours."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from goalgraph.cli.exits import BUG, INTERRUPTED, tell_bug
from goalgraph.cli.files import quietly_close

# Each command and where its function is. Only the one that is called is loaded, so that it starts fast.
_COMMANDS = {
    "lint": "lint:lint",
    "render": "render:render",
    "fmt": "fmt:fmt",
    "cut": "cut:cut",
    "why": "why:why",
    "how": "how:how",
    "impact": "impact:impact",
    "rule": "rule:rule",
    "config": "config:config",
    "import": "import_command:import_model",
    "init": "init:init",
    "lsp": "lsp:lsp",
}
# What shells set where they ask what a line could go on with.
_COMPLETING = "_GOALGRAPH_COMPLETE"


def build(command: str | None = None) -> typer.Typer:
    """The command line with one command, or with all."""
    app = typer.Typer(
        name="goalgraph",
        help="Checks strategy maps: circular goals, means that became goals, work without a why.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_common)
    for name in [command] if command in _COMMANDS else list(_COMMANDS):
        module, function = _COMMANDS[name].split(":")
        app.command(name)(getattr(import_module(f"goalgraph.cli.{module}"), function))
    return app


def _show_version(*, wanted: bool) -> None:
    if wanted:
        from goalgraph import __version__

        typer.echo(f"goalgraph {__version__}")
        raise typer.Exit


def _common(
    *,
    version: Annotated[  # its callback does the work
        bool,
        typer.Option(
            "--version", help="Show the version.", is_eager=True, callback=lambda value: _show_version(wanted=value)
        ),
    ] = False,
) -> None:
    pass


def main() -> None:
    """The entry point. An exception that gets here is our own bug: it is said so, and the exit code is 3."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that can't show a character shows a substitute.
            stream.reconfigure(errors="backslashreplace" if stream is sys.stderr else "replace")
    first = sys.argv[1] if len(sys.argv) > 1 else None
    if first and first not in _COMMANDS and _is_path(first):
        sys.argv.insert(1, "lint")
        first = "lint"
    if _COMPLETING in os.environ:
        first = _being_completed()
    try:
        build(first)()
    except BrokenPipeError:
        quietly_close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as bug:  # whatever it is, it is ours
        tell_bug(bug)
        sys.exit(BUG)


def _being_completed() -> str | None:
    """The command of a line that a shell wants to complete, once it is written."""
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or ""
    words = line.split()
    return words[1] if len(words) > 2 or (len(words) == 2 and line[-1].isspace()) else None


def _is_path(word: str) -> bool:
    """`goalgraph FILE.strat` is `goalgraph lint FILE.strat`."""
    try:
        return not word.startswith("-") and (word.endswith(".strat") or Path(word).exists())
    except OSError:
        return False
