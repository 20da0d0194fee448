"""Verdicts to show in every format: on the examples, on models of other people, on what nobody should write."""

from functools import cache
from pathlib import Path

import pytest

from goalgraph.analysis import analyse
from goalgraph.notations.archimate import read_archimate
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source, Span, Unreadable
from goalgraph.workspace import Workspace

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.name for path in (ROOT / "examples").iterdir() if path.is_dir())
_DATA = ROOT.parent / "shared" / "data"
_FOUND = sorted([*_DATA.glob("archimate/*.archimate"), *_DATA.glob("archimate-exchange/*.xml")])
# The ten largest; two of them have loops.
MODELS = sorted(_FOUND, key=lambda path: -path.stat().st_size)[:10]
needs_models = pytest.mark.skipif(len(MODELS) < 10, reason="the real models in ../shared/data are absent")

_HARM = "]]> <b>&amp; \"quoted\" 'x' 100% %0A ::error::no [text](https://e.org) {0} {{ | ` * _ # @all, a:b \\ </error>"
_OBEYED = "\x1b[31m \u202e \x07 \x85 \u2028 \ufffe \uffff"
TITLES = (_HARM, _OBEYED, "👍🏽 日本語 e\u0301 \U000f0000", "long " * 2000, "two\nlines\r\nand\ttabs")
# File names as bytes and people allow them; the last is no UTF-8.
PATHS = (
    "plain.strat", "with space.strat", "100%.strat", "a#b?c=d&e.strat", "c:d,e.strat", "line\nbreak\r.strat",
    "👍/日本.strat", "<stdin>", "quote\"'`<>.strat", "../up/there.strat", "back\\slash.strat", "[a](b).strat",
    "esc\x1b[31m\u202e.strat", "not-\udcff-utf-8.strat",
)  # fmt: skip

UNREADABLE = "no \x1b%.strat"
# All files of the hostile maps.
HOSTILE_PATHS = {*PATHS, "unread.strat", "broken.strat", UNREADABLE}


def verdict_of(*sources: Source | Unreadable) -> Verdict:
    """The verdict on one map."""
    analysis = analyse(sources)
    return Verdict([analysis], analysis.findings, analysis.silenced)


def text(content: str) -> Verdict:
    return verdict_of(Source("map.strat", content))


@cache
def example(name: str) -> Verdict:
    """The verdict on an example, with what is silenced in it."""
    (checked,) = Workspace(base=ROOT / "examples").check([Path(name)])
    return Verdict([checked.analysis], checked.findings, checked.silenced)


@cache
def model(path: Path) -> Verdict:
    return verdict_of(Source("model.strat", read_archimate(path.read_bytes(), path.name).text))


def _quoted(title: str) -> str:
    return '"' + title.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "") + '"'


@cache
def hostile() -> Verdict:
    """Loops over many files whose names and titles no format expects; and a map of which much can't be read."""
    sources = []
    for number, path in enumerate(PATHS):
        title = _quoted(TITLES[number % len(TITLES)])
        other = (number + 1) % len(PATHS)
        content = (
            f"means m{number} {title}\r\n    serves m{other}\r\n\tneeds m{other} because {title}\r\n"
            f"objective o{number} {title}\n    feeds m{number}\n    measure {title} by 2027\n"
            f"# goalgraph: ignore no-why because {title}\nmeans i{number} {title}\n"
            f"means e{number}\n    serves e{number}"
        )
        sources.append(Source(path, content, bom=number % 2 == 0))
    unread = "".join(f"means n{number} {_quoted(title)} {{\n!\n" for number, title in enumerate(TITLES))
    broken = Source("broken.strat", "means a \ufffd")
    loops = analyse(sources)
    others = analyse(
        [
            Source("unread.strat", f"{unread}means e\n    serves gone"),
            Unreadable(Span(broken, 8, 9), "this file is not UTF-8: the byte 0xFF can't stand here", _HARM),
            Unreadable(Span(Source(UNREADABLE, ""), 0, 0), "this can't be read: permission denied", "ask"),
        ]
    )
    return Verdict([loops, others], [*loops.findings, *others.findings], [*loops.silenced, *others.silenced])


ODD = {
    "nothing": "",
    "clean": 'value v "V"\nobjective o "O"\n    serves v\nmeans m "M"\n    serves o\n',
    "nonsense": "nonsense\n{\n",
    "unclosed": 'means a """\n    never',
    "at-the-end": "means a\n    serves b",
    "both-sides": "means a\n    serves b\nmeans b\n    needs a\n    serves a\n",
    "ignored": '# goalgraph: ignore no-why because "tried {out} until May"\nmeans a "A"\nmeans b "B"\n',
    "fixed": 'value v "V"\nobjective o "O"\n    serves v, v\nmeans a\n    feeds o\n',
}


@cache
def documents() -> dict[str, Verdict]:
    """All of these but for the models, by names that are good names of files."""
    return {
        **{f"example-{name}": example(name) for name in EXAMPLES},
        **{f"odd-{name}": text(content) for name, content in ODD.items()},
        "hostile": hostile(),
        "no-map": Verdict([], []),
    }
