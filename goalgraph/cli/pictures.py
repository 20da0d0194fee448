"""What `goalgraph render` writes and where to, and what there is to say of it."""

import os
import sys
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from goalgraph.cli.exits import wrong_use
from goalgraph.cli.progress import progress
from goalgraph.cli.targets import Target, targets
from goalgraph.cli.terminal import is_terminal
from goalgraph.output.verdict import Verdict

# Each format with its module in goalgraph.output, and the file that it goes to unless another is named.
FORMATS = {"html": "html", "svg": "svg", "png": "png", "pdf": "pdf"}
_FILES = {name: f"strategy-{'report' if name == 'html' else 'map'}.{name}" for name in FORMATS}
_ENDINGS = {**{f".{name}": name for name in FORMATS}, ".htm": "html", "": "html"}
_BY_A_BROWSER = ("png", "pdf")
LARGE = 5_000_000


def forms(incomplete: str) -> list[str]:
    """The formats that a word may go on to."""
    return [each for each in FORMATS if each.startswith(incomplete)]


def wanted_pictures(given: Sequence[str], output: Path | None) -> list[Target]:
    """What is written where to; the ending of `output` says the format where none is given.

    Ends the command where this can't be meant, or no browser is there and one is needed.
    """
    wanted = targets([_placed(each, output) for each in given or [_by_ending(output)]], FORMATS, output)
    drawn = [target for target in wanted if target.form in _BY_A_BROWSER]
    for target in drawn:
        if target.file is None and is_terminal(sys.stdout):
            wrong_use(f"{target.form} is nothing for a terminal; say `-o FILE`, or send it on by `|` or `>`")
    if drawn:
        from goalgraph.output.browser import BrowserError, find

        try:
            find()
        except BrowserError as error:
            wrong_use(f"{error}; `--format svg` needs none")
    return wanted


def _by_ending(output: Path | None) -> str:
    if output is None or str(output) == "-":
        return "html"
    ending = output.suffix.lower()
    if ending == ".strat":
        return "html"  # refused with its own reason
    if ending not in _ENDINGS:
        wrong_use(f"`{output.suffix}` is the ending of no format: there are {', '.join(FORMATS)}; or say `--format`")
    return _ENDINGS[ending]


def _placed(form: str, output: Path | None) -> str:
    """A format with the file that it goes to where none is named."""
    return f"{form}:{_FILES[form]}" if output is None and form in _FILES else form


def spare_sources(files: Iterable[Path], verdict: Verdict, baseline: Path | None) -> None:
    """Ends the command where what was read would be overwritten."""
    read = {os.path.realpath(path) for analysis in verdict.analyses for path in analysis.paths}
    read |= {os.path.realpath(baseline)} if baseline else set()
    for file in files:
        if os.path.realpath(file) in read:
            wrong_use(f"{file} is read here, and what is written would take its place")


def rendered(wanted: Sequence[Target], verdict: Verdict) -> list[str | bytes]:
    """The maps in every form that is wanted; what is large is told of. Ends the command where the browser fails."""
    contents: list[str | bytes] = []
    with progress() as tell:
        for target in wanted:
            tell("Drawing the map…" if target.form != "html" else "Writing the report…")
            contents.append(_rendered(target, verdict))
    for target, content in zip(wanted, contents, strict=True):
        if target.file:
            _tell_size(target.file, content, verdict)
    return contents


def _rendered(target: Target, verdict: Verdict) -> str | bytes:
    render = target.loaded.render
    if target.form not in _BY_A_BROWSER:
        return str(render(verdict))
    from goalgraph.output.browser import BrowserError

    try:
        return bytes(render(verdict))
    except BrowserError as error:
        wrong_use(str(error))


def _tell_size(file: Path, content: str | bytes, verdict: Verdict) -> None:
    if len(content) * 4 <= LARGE:  # as many bytes as a character may have
        return
    data = content.encode(errors="backslashreplace") if isinstance(content, str) else content
    if len(data) <= LARGE:
        return
    advice = f"zipped it is {_megabytes(len(zlib.compress(data)))}"
    if len(verdict.analyses) > 1:
        path = min(verdict.analyses[0].paths)
        advice += f", and a map by itself is smaller: `goalgraph render {path}`"
    said = f"{file} has {_megabytes(len(data))}, more than some mail programs and wikis take"
    typer.echo(f"goalgraph: {said}; {advice}", err=True)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def note_rows(verdict: Verdict) -> None:
    """Says so where the map could be laid out better."""
    from goalgraph.output.layout.dot import is_available

    if verdict.elements and not is_available():
        typer.echo(
            "goalgraph: Graphviz is not here, so maps are laid out in plain rows; "
            "`pip install 'goalgraph[report]'` brings it",
            err=True,
        )


def open_file(file: Path) -> None:
    """Shows a file to the user, or says that it can't be shown."""
    import webbrowser

    try:
        shown = webbrowser.open(file.absolute().as_uri())
    except (webbrowser.Error, OSError):
        shown = False
    if not shown:
        typer.echo(f"goalgraph: no browser could be started; open {file} yourself", err=True)
