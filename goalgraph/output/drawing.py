"""Drawing for terminals: source lines with carets, closed paths, text that can do no harm."""

import re

from goalgraph.finding import Step
from goalgraph.source import Span

# What a terminal obeys: control characters, and what turns the direction of text.
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_TAB = 4
_WIDEST = 160


def one_line(text: str) -> str:
    """Text on one line with nothing in it that a terminal would obey: control characters, turns of direction."""
    return OBEYED.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


def width(text: str) -> int:
    """How many columns a text takes in a terminal: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    import unicodedata

    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf")
        else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )  # fmt: skip


def excerpt(place: Span, label: str = "") -> list[str]:
    """A source line with its number and a caret under the place; long lines are cut around it."""
    number, column = place.source.position(place.start)
    text = place.source.line(number)
    start = column - 1
    end = min(start + max(place.end - place.start, 1), max(len(text), start + 1))
    if len(text) > _WIDEST:
        first = max(0, min(start - _WIDEST // 4, len(text) - _WIDEST))
        text = ("…" if first else "") + text[first : first + _WIDEST] + ("…" if first + _WIDEST < len(text) else "")
        shift = first - (1 if first else 0)
        start, end = start - shift, min(end - shift, len(text))
    before, through = (width(one_line(text[:stop].expandtabs(_TAB))) for stop in (start, end))
    shown = one_line(text.expandtabs(_TAB))
    carets = " " * before + "^" * max(through - before, 1)
    gutter = " " * len(str(number))
    return [
        f"{gutter} |",
        f"{number} | {shown.rstrip()}",
        f"{gutter} | {carets}{' ' + label if label else ''}".rstrip(),
    ]


def closed_path(circle: tuple[Step, ...]) -> list[str]:
    """A circle as a closed drawing, each link with the lines that say it."""
    names = [step.name for step in circle]
    arrows = [f"↓ {step.reading}" for step in circle]
    room = max(map(width, [*names, *arrows]))
    lines = []
    for index, step in enumerate(circle):
        name = step.name + " " * (room - width(step.name))
        title = f'  "{one_line(step.title)}"' if step.title != step.name else ""
        lines.append(f"{'┌─▶' if index == 0 else '│  '} {name}{title}".rstrip())
        where = ", ".join(place.where for place in step.places)
        if index < len(circle) - 1:
            arrow = arrows[index]
            lines.append(f"│     {arrow}{' ' * max(1, room - width(arrow) + 1)}{where}")
        else:
            corner = f"└─────┘ {step.reading}"
            lines.append(f"{corner}{' ' * max(1, room + 7 - width(corner))}{where}")
    return lines
