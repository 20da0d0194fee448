"""Drawing for terminals: source lines with carets, closed paths, text that can do no harm."""

import re

from goalgraph.finding import Step
from goalgraph.output.fitting import width, window, wrapped
from goalgraph.output.paper import FILE, Paper
from goalgraph.source import Span

# What a terminal obeys: control characters, and what turns the direction of text.
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_TAB = 4
_WIDEST = 160


def one_line(text: str) -> str:
    """Text on one line with nothing in it that a terminal would obey: control characters, turns of direction."""
    return OBEYED.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


def place_on(paper: Paper, place: Span) -> str:
    """A place as `path:line:column`, which leads to its file where the terminal can do that."""
    return paper.linked(one_line(place.where), place.path)


def excerpt(place: Span, label: str = "", paper: Paper = FILE, style: str = "drawing") -> list[str]:
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
    gutter = " " * len(str(number))
    if paper.width:
        shown, before, through = window(shown, before, through, paper.width - len(gutter) - 3)
    carets = "^" * max(through - before, 1) + (f" {label}" if label else "")
    bar = paper.styled("|", "drawing")
    return [
        f"{gutter} {bar}",
        f"{paper.styled(str(number), 'drawing')} {bar} {shown.rstrip()}",
        f"{gutter} {bar} {' ' * before}{paper.styled(carets.rstrip(), style)}",
    ]


# What is drawn at the left of a line, the text beside it, and the places that say it.
_Row = tuple[str, str, tuple[Span, ...]]


def closed_path(circle: tuple[Step, ...], paper: Paper = FILE, indent: str = "") -> list[str]:
    """A circle as a closed drawing, each link with the lines that say it; where it is too wide, one below another."""
    rows = _beside(circle)
    if paper.width and any(width(f"{indent}{_plain(row)}") > paper.width for row in rows):
        rows, indent = _below(circle, paper.width), ""
    return [
        f"{indent}{paper.styled(stem, 'drawing')}{text}{', '.join(place_on(paper, each) for each in places)}".rstrip()
        for stem, text, places in rows
    ]


def _plain(row: _Row) -> str:
    stem, text, places = row
    return stem + text + ", ".join(place.where for place in places)


def _beside(circle: tuple[Step, ...]) -> list[_Row]:
    """Each name with its title on a line, each link with its places."""
    room = max(max(width(step.name), width(step.reading) + 2) for step in circle)
    rows: list[_Row] = []
    for index, step in enumerate(circle):
        title = f'  "{one_line(step.title)}"' if step.title != step.name else ""
        name = step.name + " " * (room - width(step.name)) if title else step.name
        rows.append(("│   " if index else "┌─▶ ", name + title, ()))
        stem, reading = ("│     ", f"↓ {step.reading}") if index < len(circle) - 1 else ("└─────┘ ", step.reading)
        gap = " " * max(1, room + 7 - width(stem + reading))
        rows.append((stem, reading + gap, step.places))
    return rows


def _below(circle: tuple[Step, ...], columns: int) -> list[_Row]:
    """Titles and places on lines of their own."""
    rows: list[_Row] = []
    for index, step in enumerate(circle):
        rows.append(("│   " if index else "┌─▶ ", step.name, ()))
        if step.title != step.name:
            rows += [("│   ", line, ()) for line in wrapped(f'"{one_line(step.title)}"', columns - 4)]
        last = index == len(circle) - 1
        rows.append(("└─┘ " if last else "│  ", step.reading if last else f"↓ {step.reading}", ()))
        rows += [("    " if last else "│    ", "", (place,)) for place in step.places]
    return rows
