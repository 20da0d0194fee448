"""goalgraph as it is measured: its command, what is kept from earlier runs, and what is edited in between."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path

from bench.timing import Contender, run

COMMAND = str(Path(sys.executable).with_name("goalgraph"))
SMALL = 'value all-well "All is well"\nmeans work "Work"\n    serves all-well\n'


class Linting:
    """Makes contenders of `goalgraph lint`. Everything they keep or compile lies in one folder.

    Compiled modules are what an installed package has, so they are there in every run.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        self._numbers = count()
        self.environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(place / "compiled")}
        for name in ("PYTHONDONTWRITEBYTECODE", "GOALGRAPH_NO_CACHE"):
            self.environment.pop(name, None)
        self._tables = self._fresh()
        small = place / "small.strat"
        small.write_text(SMALL)
        run(self._lint("small", small, self._tables))

    def first(self, folder: Path) -> Contender:
        """The very first run: nothing is kept, the tables of the grammar neither."""
        kept = self._fresh()
        return self._lint("first run", folder, kept, lambda: shutil.rmtree(kept, ignore_errors=True))

    def cold(self, folder: Path, name: str = "cold", options: tuple[str, ...] = ()) -> Contender:
        """Nothing is kept of this map. The tables of the grammar are, as after a run on any other map."""
        kept = self._fresh()

        def empty() -> None:
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(self._tables, kept)

        return self._lint(name, folder, kept, empty, options)

    def without_cache(self, folder: Path) -> Contender | None:
        """Nothing is kept and nothing may be; None where goalgraph has no such option."""
        return self._lint("--no-cache", folder, self._fresh(), options=("--no-cache",)) if has_no_cache() else None

    def warm(self, folder: Path, name: str = "warm", options: tuple[str, ...] = ()) -> Contender:
        """All is kept that a run on the same map keeps, and nothing was changed."""
        return self._filled(self._lint(name, folder, self._fresh(), options=options))

    def changed(self, folder: Path) -> Contender:
        """As `warm`, but in `folder` the title of one statement is changed before every run, each time to another."""
        file = max(folder.glob("part-*.strat"))
        numbers = count(1)

        def edit() -> None:
            title = f'"What is called anew for the {next(numbers)}th time"'
            file.write_text(re.sub(r'"[^"\n]*"', title, file.read_text(), count=1))

        return self._filled(self._lint("one change", folder, self._fresh(), edit))

    def _filled(self, contender: Contender) -> Contender:
        """Lets a contender run once, for what it keeps."""
        run(contender)
        return contender

    def _lint(
        self,
        name: str,
        folder: Path,
        kept: Path,
        prepare: Callable[[], object] = lambda: None,
        options: tuple[str, ...] = (),
    ) -> Contender:
        command = [COMMAND, "lint", *options, str(folder)]
        return Contender(name, command, self._with_cache(kept), prepare, codes=(0, 1))

    def _with_cache(self, folder: Path) -> dict[str, str]:
        return {**self.environment, "XDG_CACHE_HOME": str(folder)}

    def _fresh(self) -> Path:
        kept = self.place / f"kept-{next(self._numbers)}"
        kept.mkdir()
        return kept


@cache
def has_no_cache() -> bool:
    """Whether this goalgraph can be told to keep nothing."""
    shown = subprocess.run(
        [COMMAND, "lint", "--help"], check=True, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"}
    )
    return "--no-cache" in shown.stdout
