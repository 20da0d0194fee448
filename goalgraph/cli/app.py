"""`goalgraph`: the commands, and what becomes of an error that is ours."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from goalgraph import __version__
from goalgraph.cli import fmt, init, lint, rule
from goalgraph.cli.exits import BUG, INTERRUPTED
from goalgraph.cli.import_command import import_model
from goalgraph.cli.render import render

app = typer.Typer(
    name="goalgraph",
    help="Checks strategy maps: circular goals, means that became goals, work without a why.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("lint")(lint.lint)
app.command("render")(render)
app.command("fmt")(fmt.fmt)
app.command("rule")(rule.rule)
app.command("import")(import_model)
app.command("init")(init.init)


def _show_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"goalgraph {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    *,
    version: Annotated[  # noqa: ARG001  # its callback does the work
        bool, typer.Option("--version", help="Show the version.", is_eager=True, callback=lambda value: _show_version(wanted=value))
    ] = False,
) -> None:
    pass


def main() -> None:
    """The entry point. An exception that gets here is our own bug: it is said so, and the exit code is 3."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that can't show a character shows a substitute.
            stream.reconfigure(errors="backslashreplace" if stream is sys.stderr else "replace")
    arguments = sys.argv[1:]
    if arguments and arguments[0] not in _COMMANDS and not arguments[0].startswith("-") and _is_path(arguments[0]):
        sys.argv.insert(1, "lint")
    try:
        app()
    except BrokenPipeError:
        _quietly_close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as bug:  # noqa: BLE001  # whatever it is, it is ours
        from goalgraph.cli.exits import tell_bug

        tell_bug(bug)
        sys.exit(BUG)


_COMMANDS = frozenset(command.name for command in app.registered_commands)


def _is_path(word: str) -> bool:
    """`goalgraph FILE.strat` is `goalgraph lint FILE.strat`."""
    return word.endswith(".strat") or Path(word).exists()


def _quietly_close() -> None:
    """Keeps Python from complaining at exit that nobody reads any more."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
