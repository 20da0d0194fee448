"""`--baseline`, `--write-baseline` and `--lock-baseline`: the file of findings that may stand."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from goalgraph.analysis import Analysis
from goalgraph.baseline import BadBaselineError, Baseline, baseline_of, read_baseline, write_baseline
from goalgraph.cli.exits import wrong_use
from goalgraph.cli.files import write_whole
from goalgraph.config import Config
from goalgraph.output.verdict import Verdict, counted
from goalgraph.reading import read_file
from goalgraph.source import Unreadable


class BaselineFile(NamedTuple):
    """The baseline of a run, if there is one. `known` is None where it is still to be written."""

    path: Path | None
    known: Baseline | None
    write: bool = False
    lock: bool = False

    @classmethod
    def opened(cls, path: Path | None, *, write: bool, lock: bool) -> "BaselineFile":
        """Reads the file that is named. Ends the command where that can't be done, or is not meant."""
        if path is None:
            if write or lock:
                wrong_use(f"`--{'write' if write else 'lock'}-baseline` needs `--baseline FILE`")
            return cls(None, None)
        if write and lock:
            wrong_use("`--lock-baseline` forbids the baseline to change, and `--write-baseline` changes it")
        if path.suffix == ".strat":
            wrong_use(f"{path} is a map by its name, and a baseline would take its place")
        if not path.exists() and write:
            return cls(path, None, write, lock)
        return cls(path, _read(path), write, lock)

    def holding(self, analyses: Sequence[Analysis]) -> Baseline:
        """The findings that may stand; where the baseline is begun, all of them."""
        if self.path is None:
            return Baseline()
        return baseline_of(analyses) if self.known is None else self.known

    def could_shrink(self, verdict: Verdict) -> bool:
        """Whether it is locked, and findings in it are gone."""
        return self.lock and self.known is not None and self.known.shrunk(verdict.analyses) != self.known

    def keep(self, verdict: Verdict) -> None:
        """Writes the baseline if that was asked for; says so where it could shrink and is locked."""
        if self.path is None:
            return
        left = self.holding(verdict.analyses).shrunk(verdict.analyses)
        if self.write and left != self.known:
            write_whole(self.path, write_baseline(left))
            was = "" if self.known is None else f", {len(self.known) - len(left)} fewer than before"
            typer.echo(f"{self.path} holds {counted(len(left), 'finding')} now{was}.", err=True)
            return
        gone = len(self.known or ()) - len(left)
        if gone and self.lock:
            typer.echo(
                f"goalgraph: {counted(gone, 'finding')} of {self.path} {'is' if gone == 1 else 'are'} gone: "
                "let it shrink with `--write-baseline`",
                err=True,
            )


def _read(path: Path) -> Baseline:
    if not path.exists():
        wrong_use(f"{path} is not there; `--write-baseline` writes it")
    source = read_file(path, str(path), Config().size_limit)
    if isinstance(source, Unreadable):
        wrong_use(f"{path}: {source.message}; {source.hint}")
    try:
        return read_baseline(source.text)
    except BadBaselineError as error:
        wrong_use(f"{path}: {error}")
