"""How soon `goalgraph lsp` answers an editor on a map of 10,000 lines, in one file and in 200.

The map has spheres, bridges, feedback and stopped work besides what other maps have that are measured. Beside it
stands a bare round trip in the same run: a question that is read, understood and answered with nothing.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.desk import ALL, BARE, BURST, COMPLETION, RENAME, Desk, Seconds
from bench.editor import Editor
from bench.linting import SMALL, Linting
from bench.maps import Element, elements, statement
from bench.page import Section, Target, seconds, table
from bench.spheres import aside, feeds, more
from bench.timing import Contender, run
from bench.typist import EVERYWHERE, Typist

FILES, PER_FILE = 200, 9
STARTS = 9
IMPORT = "importing pygls alone"
STRATEGY = 'strategy measured "A map to measure with"\n    horizon 2027-12-31\n'


class Layout(NamedTuple):
    """The map in some files: their texts, and its elements."""

    name: str
    texts: list[str]
    elements: list[Element]


def layouts() -> Iterator[Layout]:
    """The same 10,000 lines in one file, and in many of about 50."""
    made = elements(FILES * PER_FILE)
    feeding = feeds(made)
    texts = []
    for number in range(FILES):
        own = made[number * PER_FILE : (number + 1) * PER_FILE]
        everywhere = Element("means", len(made) + number, (EVERYWHERE,), ())
        said = [f"{statement(each)}{more(each, feeding)}" for each in (*own, everywhere)]
        texts.append("\n".join([*said, *aside(number, made)]))
    texts[0] = f"{STRATEGY}\n{texts[0]}"
    yield Layout("in 1 file", ["\n".join(texts)], made)
    yield Layout(f"in {FILES} files", texts, made)


class Begun(NamedTuple):
    """The seconds from the start of a server until it has answered, and from then until it has told of all files."""

    ready: float
    told: float


class Taken(NamedTuple):
    """What an editor waited for in one layout."""

    name: str
    edits: Seconds
    burst: tuple[float, int]
    questions: Seconds
    cold: Begun
    warm: Begun


def measure() -> list[Section]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        linting = Linting(place)
        taken = [_taken(place / f"map-{number}", layout, linting) for number, layout in enumerate(layouts())]
        first, alone = _starting(place / "small", linting)
    return [_typing(taken), _asking(taken), _beginning(taken, first, alone)]


def _taken(folder: Path, layout: Layout, linting: Linting) -> Taken:
    folder.mkdir()
    paths = [folder / f"part-{number:03}.strat" for number in range(len(layout.texts))]
    for path, text in zip(paths, layout.texts, strict=True):
        path.write_text(text)
    contender = linting.cold(folder)
    begun = []
    for keep in (False, False, False, False, True, True, True):
        if not keep:
            contender.prepare()
        with Editor(folder, contender.environment) as editor:
            begun.append(_begin(editor))
    with Editor(folder, contender.environment) as editor:
        _begin(editor)
        desk = Desk(editor, paths, Typist(layout.texts, layout.elements))
        # The first server compiled modules besides.
        return Taken(layout.name, desk.type(), desk.queue(), desk.ask(), _median(begun[1:4]), _median(begun[4:]))


def _begin(editor: Editor) -> Begun:
    editor.begin()
    ready = time.perf_counter()
    return Begun(ready - editor.started, editor.looked_around() - ready)


def _median(begun: Sequence[Begun]) -> Begun:
    return Begun(*map(statistics.median, zip(*begun, strict=True)))


def _starting(folder: Path, linting: Linting) -> tuple[float, float]:
    """The seconds from the start of a server until it tells of its first text, and those of importing pygls alone."""
    folder.mkdir()
    (folder / "map.strat").write_text(SMALL)
    environment = linting.warm(folder).environment
    importing = Contender("pygls", [sys.executable, "-c", "import pygls.lsp.server"], environment)
    taken = [(_first(folder, environment), run(importing).seconds) for _ in range(STARTS)]
    first, alone = map(statistics.median, zip(*taken, strict=True))
    return first, alone


def _first(folder: Path, environment: Mapping[str, str]) -> float:
    with Editor(folder, environment) as editor:
        editor.begin()
        editor.open((folder / "map.strat").as_uri(), SMALL)
        return time.perf_counter() - editor.started


def _typing(taken: Sequence[Taken]) -> Section:
    rows = _rows([each.edits for each in taken])
    queued = [cell for each in taken for cell in (_ms(each.burst[0]), f"told {each.burst[1]} times")]
    text = table(_head(taken), [*rows, ("letters that do not wait, all of them", f"{BURST}", *queued)])
    text += (
        "\nFrom writing an edit to the arrival of the diagnostics of its file; each waits for the one before. After"
        " each, a bare round trip: a question about a file that is not there. Targets are less its median.\n"
    )
    targets = [
        Target(f"edit to diagnostics {each.name}, all but 5 %", _at_server(each.edits, ALL), 20, " ms")
        for each in taken
    ]
    return Section("Typing in a map of 10,000 lines", text, tuple(targets))


def _asking(taken: Sequence[Taken]) -> Section:
    targets = [
        Target(f"completion {each.name}, all but 5 %", _at_server(each.questions, COMPLETION), 20, " ms")
        for each in taken
    ]
    renamed = taken[-1].questions[RENAME]
    targets.append(Target(f"rename across {FILES} files, all but 5 %", _most(renamed) * 1000, 100, " ms"))
    text = table(_head(taken), _rows([each.questions for each in taken]))
    return Section("Asking about a map of 10,000 lines", text, tuple(targets))


def _beginning(taken: Sequence[Taken], first: float, alone: float) -> Section:
    rows = []
    for each in taken:
        rows += [
            (f"10,000 lines {each.name}: until the server answers", seconds(each.cold.ready)),
            ("… from then until all is told, cold", seconds(each.cold.told)),
            ("… the same, warm", seconds(each.warm.told)),
        ]
    rows += [("a small map: from the start until it is told of", seconds(first)), (IMPORT, seconds(alone))]
    targets = [Target(f"cold workspace {each.name}", each.cold.told, 1, " s") for each in taken]
    targets.append(Target(f"start to first diagnostics / {IMPORT}", first / alone, 3, " times"))
    return Section("A server begins", table(("", "median"), rows), tuple(targets))


def _head(taken: Sequence[Taken]) -> list[str]:
    return ["", "times", *(cell for each in taken for cell in (f"median {each.name}", "all but 5 %"))]


def _rows(kinds: Sequence[Seconds]) -> list[tuple[str, ...]]:
    return [
        (
            name,
            f"{len(first)}",
            *(cell for each in kinds for cell in (_ms(statistics.median(each[name])), _ms(_most(each[name])))),
        )
        for name, first in kinds[0].items()
    ]


def _most(taken: list[float]) -> float:
    """What all but 5 % take at most."""
    return sorted(taken)[len(taken) * 95 // 100]


def _at_server(taken: Seconds, kind: str) -> float:
    """What all but 5 % take at most beyond a bare round trip, in milliseconds."""
    return (_most(taken[kind]) - statistics.median(taken[BARE])) * 1000


def _ms(taken: float) -> str:
    return f"{taken * 1000:.1f} ms"
