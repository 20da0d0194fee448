"""`goalgraph lint --watch`: checking again whenever a map changes."""

import gc
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import typer

from goalgraph.cli.checking import Scope, open_workspace
from goalgraph.cli.exits import wrong_use
from goalgraph.configuration.mistakes import BadConfigError
from goalgraph.maps import NotThereError
from goalgraph.output.drawing import one_line
from goalgraph.output.verdict import counted

# In milliseconds: how long nothing must change until what changed is read, and how long that may take at most.
_QUIET = 100
_LONGEST = 2000
# How often it is looked whether the configuration changed, which may lie above all that is watched.
_GLANCE = 500
_POLL = 300
_SETTINGS = ("goalgraph.toml", "pyproject.toml", ".gitignore")


def keep_watching(paths: Sequence[Path], scope: Scope, check: Callable[[], None], *, once_only: bool) -> NoReturn:
    """Checks, and checks again on every change, until it is interrupted. Ends the command where that can't be done.

    What is wrong at one time may be right at another: only paths that are not there at the beginning end it.
    """
    if scope.unsaved or any(str(path) == "-" for path in paths):
        wrong_use("`--watch` watches files, and standard input is none")
    if once_only:
        wrong_use("`--watch` checks again and again; `--write-baseline` and `--diff` are for once")
    try:
        from watchfiles._rust_notify import RustNotify
    except ImportError:
        wrong_use("`--watch` needs the package watchfiles: `pip install 'goalgraph[watch]'`")
    roots = _roots(paths)
    polls = bool(os.environ.get("WATCHFILES_FORCE_POLLING"))
    try:
        # It begins before the first check, so that no change is missed.
        notify = RustNotify([str(root) for root in roots], False, polls, _POLL, True, True)  # noqa: FBT003  # its form
    except OSError as error:
        wrong_use(f"{', '.join(map(str, roots))} can't be watched: {str(error).lower()}")
    gc.enable()
    with notify:
        while True:
            settings = _settings(roots)
            _checked(check)
            gc.collect()
            typer.echo(f"Watching {_listed(roots)}; ctrl-C ends it.", err=True)
            changed = _wait(notify, roots, settings)
            typer.echo(f"\n{_listed(changed)} changed:", err=True)


def _checked(check: Callable[[], None]) -> None:
    with suppress(typer.Exit):  # it is told already why
        check()


def _roots(paths: Sequence[Path]) -> list[Path]:
    """The folders to be watched: those that are named, and those of the maps to which files belong."""
    workspace = open_workspace()
    found: set[Path] = set()
    try:
        workspace.maps.asked_files(path for path in paths if not path.is_dir())
    except NotThereError as error:
        wrong_use(str(error))
    except BadConfigError:
        pass
    for path in paths:
        absolute = workspace.maps.file_of(str(path))
        try:
            found.add(absolute if absolute.is_dir() else workspace.maps.map_of(absolute).root)
        except BadConfigError:  # to be put right while it is watched
            found.add(absolute.parent)
    return sorted(each for each in found if not any(above in found for above in each.parents))


def _wait(notify: Any, roots: Sequence[Path], settings: dict[Path, object]) -> list[Path]:
    """Waits until something changes that matters; tells what it was."""
    while True:
        told = notify.watch(_LONGEST, _QUIET, _GLANCE, None)
        if told == "signal":
            raise KeyboardInterrupt
        changed = {Path(path) for _, path in told} if isinstance(told, set) else set()
        mattering = {path for path in changed if _matters(path, roots)}
        now = _settings(roots)
        mattering |= {path for path in {*now, *settings} if now.get(path) != settings.get(path)}
        if mattering:
            return sorted(mattering)


def _matters(path: Path, roots: Iterable[Path]) -> bool:
    """Whether a map may be other than it was: by a file of it, or a folder that came, went or was renamed."""
    below = next((path.relative_to(root) for root in roots if path.is_relative_to(root)), path)
    if any(part.startswith(".") for part in below.parts[:-1]):
        return False
    return path.suffix == ".strat" or path.name in _SETTINGS or (not path.name.startswith(".") and not path.suffix)


def _settings(roots: Iterable[Path]) -> dict[Path, object]:
    """The files above and in the roots that say what holds there, each with what changes when it is written."""
    found: dict[Path, object] = {}
    for folder in {each for root in roots for each in (root, *root.parents)}:
        for name in _SETTINGS:
            try:
                status = (folder / name).stat()
            except OSError:
                continue
            found[folder / name] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def _listed(paths: Sequence[Path]) -> str:
    workspace = open_workspace()
    if len(paths) == 1:
        return one_line(workspace.shown(paths[0]))
    return counted(len(paths), "file or folder", "files and folders")
