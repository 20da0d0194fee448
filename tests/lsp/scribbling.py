"""What somebody without a plan types in a map: statements that make sense, and pieces of them that do not."""

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

NAMES = (
    "trust",
    "calm",
    "short-wait",
    "numbers",
    "numéro",
    "porter",
    "old.shed",
    "yard",
    "crm",
    "fad",
    "trsut",
    "value",
)
KINDS = (
    "value",
    "objective",
    "objective",
    "objective",
    "means",
    "means",
    "means",
    "asset",
    "bridge",
    "concept",
    "unit",
)
RELATIONS = (
    "serves",
    "serves",
    "serves",
    "serves",
    "needs",
    "needs",
    "feeds",
    "hinders",
    "joins",
    "owner",
    "keep",
    "drop",
)
TITLES = (
    "Patients' trust",
    "Nobody waits without knowing how long",
    "Introduce a CRM",
    "Wait",
    "The shed at the old slip",
    "🚀 Every client is answered in a day",
    "Numbers, and an app",
)
ATTRIBUTES = (
    "sphere informal",
    "sphere formal",
    "nature intangible",
    "status stopped",
    "status done",
    "since 2026-03",
    "until 2025-01-01",
    'measure "wait at the desk" from "45 min" to 10 by 2028',
    'measure "what trust counts" of trust',
    'note "said # in a meeting"  # a comment 🚀',
    'note """\n        The clock starts\n          at the door # here\n        """',
    'because "so"',
    "tags one, two",
    'serves calm because "why"  # goalgraph: ignore closed-loop, tangled-loop because "known" until 2099-01-01',
    "horizon 2030",
    "servs trust",
    "deadline 2028",
    "since sometime",
)
COMMENTS = (
    "# a comment of its own\n",
    '# goalgraph: ignore no-why because "the board decides" until 2099-03-31\n',
    "# goalgraph: ignore unmeasured\n",
    '# goalgraph: ignore no-such-rule because "?"\n',
    '# goalgraph: ignore dead-support, no-how because "over" until 2001-01-01\n',
)
ODD = (
    '"',
    '"""',
    "#",
    "\n",
    "\r\n",
    "\n\n",
    "    ",
    "\t",
    "\\",
    ",",
    "é",
    "🚀",
    "e\u0301",
    "serves ",
    "x",
    " ",
    "\u2028",
    "-",
    "strategy s",
)
_HEAD = re.compile(r"^(?=\S)", re.MULTILINE)
_NAME = re.compile(r"[^\W\d][\w.\-]*")


class Stroke(NamedTuple):
    """A stretch of a text that is replaced."""

    start: int
    end: int
    text: str


def statement(chance: Random, names: Sequence[str]) -> str:
    """An element, seldom with a mistake; titles say that no two are the same, and mostly they are not."""
    lines = "".join(f"    {_line(chance, names)}\n" for _ in range(chance.randrange(4)))
    title = f' "{chance.choice(TITLES)} {chance.randrange(50)}"' if chance.random() < 0.9 else ""
    comment = chance.choice(COMMENTS) if chance.random() < 0.15 else ""
    return f"{comment}{chance.choice(KINDS)} {chance.choice(names)}{title}\n{lines}"


def text(chance: Random, names: Sequence[str], count: int, *, strategy: bool = False) -> str:
    """A file of a map, now and then as Windows writes it."""
    head = ['strategy plan "A plan"\n    horizon 2030\n'] if strategy else []
    made = "\n".join([*head, *(statement(chance, names) for _ in range(count))])
    return made.replace("\n", "\r\n") if chance.random() < 0.15 else made


def stroke(chance: Random, text: str, names: Sequence[str]) -> Stroke:
    """An edit of a text."""
    made = chance.choice(_STROKES)(chance, text, names)
    # No editor comes between the two characters of a line end.
    start, end = (at - (text[at - 1 : at + 1] == "\r\n") for at in made[:2])
    return Stroke(start, max(start, end), made.text)


def _line(chance: Random, names: Sequence[str]) -> str:
    if chance.random() < 0.35:
        return chance.choice(ATTRIBUTES)
    targets = ", ".join(chance.choice(names) for _ in range(chance.choice((1, 1, 1, 2, 3))))
    return f"{chance.choice(RELATIONS)} {targets}{chance.choice(('', '', '', ' weakly', ' strongly'))}"


def _starts(text: str) -> list[int]:
    """Where statements start, and the end."""
    return [*(match.start() for match in _HEAD.finditer(text)), len(text)]


def _some(chance: Random, text: str) -> tuple[int, int]:
    """A statement, or what looks like one; an empty stretch where there is none."""
    starts = _starts(text)
    at = chance.randrange(len(starts))
    return starts[at], starts[min(at + 1, len(starts) - 1)]


def _anywhere(chance: Random, text: str) -> int:
    return chance.randint(0, len(text))


def _type(chance: Random, text: str, names: Sequence[str]) -> Stroke:
    at = _anywhere(chance, text)
    return Stroke(at, at, chance.choice((*ODD, *names)))


def _cut(chance: Random, text: str, _: Sequence[str]) -> Stroke:
    at = _anywhere(chance, text)
    return Stroke(at, min(at + chance.choice((1, 1, 2, 5, 40)), len(text)), chance.choice(("", "", *ODD)))


def _put_in(chance: Random, text: str, names: Sequence[str]) -> Stroke:
    at = chance.choice(_starts(text))
    return Stroke(at, at, statement(chance, names))


def _take_away(chance: Random, text: str, _: Sequence[str]) -> Stroke:
    return Stroke(*_some(chance, text), "")


def _replace(chance: Random, text: str, names: Sequence[str]) -> Stroke:
    return Stroke(*_some(chance, text), statement(chance, names))


def _say_twice(chance: Random, text: str, _: Sequence[str]) -> Stroke:
    start, end = _some(chance, text)
    return Stroke(start, start, text[start:end])


def _swap(chance: Random, text: str, _: Sequence[str]) -> Stroke:
    starts = _starts(text)
    at = chance.randrange(len(starts))
    first, second, end = (starts[min(at + more, len(starts) - 1)] for more in range(3))
    return Stroke(first, end, text[second:end] + text[first:second])


def _name_otherwise(chance: Random, text: str, names: Sequence[str]) -> Stroke:
    found = [match.span() for match in _NAME.finditer(text)] or [(0, 0)]
    return Stroke(*chance.choice(found), chance.choice(names))


def _say_more(chance: Random, text: str, names: Sequence[str]) -> Stroke:
    _, end = _some(chance, text)
    return Stroke(end, end, f"    {_line(chance, names)}\n")


def _take_line_away(chance: Random, text: str, _: Sequence[str]) -> Stroke:
    start = text.rfind("\n", 0, _anywhere(chance, text)) + 1
    end = text.find("\n", start) + 1
    return Stroke(start, end or len(text), "")


_STROKES = (
    _type,
    _type,
    _cut,
    _cut,
    _put_in,
    _take_away,
    _take_away,
    _replace,
    _say_twice,
    _swap,
    _name_otherwise,
    _name_otherwise,
    _say_more,
    _say_more,
    _take_line_away,
)
