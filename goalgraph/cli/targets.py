"""In which forms a command writes what it has to say, and where to: `--format FORMAT[:FILE]` and `--output`."""

import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NamedTuple, NoReturn, TypeVar

import typer

from goalgraph.cli.exits import BUG, tell_bug, wrong_use
from goalgraph.cli.files import add_to, quietly_close, write_whole
from goalgraph.cli.terminal import Color, standard_output
from goalgraph.output.paper import FILE
from goalgraph.syntax.spelling import nearest

Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")]


Told = TypeVar("Told")
# Where GitHub wants the summary of a job's step, in Markdown.
_SUMMARY = "GITHUB_STEP_SUMMARY"


class Target(NamedTuple):
    """A format, its module, loaded where it is used, and the file it goes to; None is standard output.

    What is `added` goes behind what the file holds.
    """

    form: str
    module: str
    file: Path | None
    added: bool = False

    @property
    def loaded(self) -> Any:
        return import_module(f"goalgraph.output.{self.module}")

    def rendered(self, found: object, color: Color) -> str:
        """What was found, in this form; text is made to fit the terminal that it goes to."""
        paper = standard_output(color) if self.form == "text" and self.file is None else FILE
        if paper == FILE:
            return str(self.loaded.render(found))
        return paper.drawn(self.loaded.render(found, paper))


def targets(given: Sequence[str], known: Mapping[str, str], output: Path | None) -> list[Target]:
    """Which format goes where; `known` are the formats and their modules in `goalgraph.output`.

    Ends the command where there is no such format, or the place can't be meant.
    """
    found = [_target(each, known, output) for each in given]
    used = [target.file and os.path.realpath(target.file) for target in found]
    if len(set(used)) < len(used):
        wrong_use("two formats go to the same place; say `--format FORMAT:FILE`")
    return found


def _target(given: str, known: Mapping[str, str], output: Path | None) -> Target:
    name, colon, file = given.partition(":")
    if name not in known:
        near = nearest(name, known)
        offer = f", did you mean `{near}`?" if near else f"; there are {', '.join(known)}"
        wrong_use(f"there is no format `{name}`{offer}")
    if colon and not file:
        wrong_use(f"a file is missing after `{given}`")
    target = Path(file) if file else output
    if target and target.suffix == ".strat":
        wrong_use(f"{target} is a map by its name, and this would take its place")
    return Target(name, known[name], None if target and str(target) == "-" else target)


def with_job_summary(wanted: Sequence[Target]) -> list[Target]:
    """Besides annotations for GitHub, a summary of the job, where GitHub names a file for it."""
    file = os.environ.get(_SUMMARY)
    if file and any(target.form == "github" for target in wanted):
        return [*wanted, Target("job summary", "job_summary", Path(file), added=True)]
    return list(wanted)


def tell(wanted: Sequence[Target], found_out: Callable[[], Told], color: Color = Color.AUTO) -> Told:
    """Finds something out, and writes it in every form that is wanted, each by the `render` of its module.

    An error that is ours ends the command; machine formats stay valid then, and say so by their `render_failure`.
    """
    try:
        found = found_out()
        rendered = [target.rendered(found, color) for target in wanted]
    except Exception as bug:  # whatever it is, it is ours
        _fail(bug, wanted)
    for target, content in zip(wanted, rendered, strict=True):
        put(content, target)
    return found


def _fail(bug: Exception, wanted: Sequence[Target]) -> NoReturn:
    if isinstance(bug, typer.Exit):
        raise bug
    tell_bug(bug)
    for target in wanted:
        if hasattr(target.loaded, "render_failure"):
            put(target.loaded.render_failure(f"{type(bug).__name__}: {bug}"), target)
    raise typer.Exit(BUG)


def put(content: str | bytes, target: Target) -> None:
    """Writes what was rendered to where it is to go. Ends the command where that can't be done."""
    # Names of files may hold what is no UTF-8.
    data = content if isinstance(content, bytes) else content.encode(errors="backslashreplace")
    if target.file is not None:
        if target.added:
            add_to(target.file, data.decode())
        else:
            write_whole(target.file, data)
        return
    try:
        # As UTF-8 whatever the terminal's encoding: what programs read has to stay valid.
        typer.echo(content if target.form == "text" else data, nl=False, color=True)
    except BrokenPipeError:
        quietly_close()  # nobody reads any more, and the verdict stands
    except OSError as error:
        wrong_use(f"standard output can't be written: {(error.strerror or str(error)).lower()}")
