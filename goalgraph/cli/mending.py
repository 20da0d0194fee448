"""`--fix`, `--unsafe-fixes`, `--diff` and `--show-fixes`: mending the files in which findings stand."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from goalgraph.cli.exits import FINDINGS, wrong_use
from goalgraph.cli.files import difference, write_whole
from goalgraph.fixing import Check, Mended, mend
from goalgraph.output.drawing import one_line
from goalgraph.output.verdict import counted
from goalgraph.source import Source
from goalgraph.workspace import Workspace


class Mending(NamedTuple):
    """What is to become of fixes: made in the files, or shown as differences."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    show: bool = False

    @classmethod
    def asked(cls, paths: Sequence[Path], *, fix: bool, unsafe: bool, diff: bool, show: bool) -> "Mending":
        """What options come to. Ends the command where they can't be meant."""
        if fix and diff:
            wrong_use("`--fix` changes files and `--diff` shows what would change; say one of the two")
        if unsafe and not (fix or diff):
            wrong_use("`--unsafe-fixes` says which fixes are made: it needs `--fix` or `--diff`")
        if show and not fix:
            wrong_use("`--show-fixes` lists the fixes that are made: it needs `--fix`")
        if (fix or diff) and any(str(path) == "-" for path in paths):
            wrong_use("standard input can't be mended; give a file")
        return cls(fix, unsafe, diff, show)

    def apply(self, check: Check, workspace: Workspace) -> Mended:
        """Makes the fixes in the files. With `diff` shows what would change instead, and ends the command."""
        mended = mend(check, unsafe=self.unsafe)
        if self.diff:
            for path, source in mended.after.items():
                typer.echo(difference(path, mended.before[path].text, source.text), nl=False)
            raise typer.Exit(FINDINGS if mended.made else 0)
        if mended.after:
            self._write(mended, workspace)
        return mended

    def _write(self, mended: Mended, workspace: Workspace) -> None:
        files = {path: workspace.maps.file_of(path) for path in mended.after}
        for path, file in files.items():
            before = mended.before[path]
            now = workspace.texts.read_anew(file)
            if not isinstance(now, Source) or (now.text, now.bom) != (before.text, before.bom):
                wrong_use(f"{path} was changed while it was being mended; nothing was written")
            if not os.access(file, os.W_OK):
                wrong_use(f"{path} may not be written; nothing was mended")
        for path, after in mended.after.items():
            write_whole(Path(path), ("\ufeff" if after.bom else "") + after.text)
        if self.show:
            for finding, fix in mended.made:
                typer.echo(one_line(f"{finding.place.where}: {finding.rule}: {fix.title}"), err=True)
        typer.echo(f"Mended {counted(len(mended.made), 'finding')} in {counted(len(files), 'file')}.", err=True)
