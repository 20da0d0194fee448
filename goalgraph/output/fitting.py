"""How wide text is in a terminal, and making it fit."""

from collections.abc import Iterator

_FEWEST = 8


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


def wrapped(text: str, columns: int, first: str = "", then: str = "") -> list[str]:
    """Text in lines of so many columns, the first begun by one margin and the others by another.

    A word that is too long for a line stays whole, as names and paths do, unless it is of a script that has no spaces.
    """
    lines, line, empty = [], first, True
    for word in _words(text, max(columns - width(then), _FEWEST)):
        if not empty and width(line) + 1 + width(word) > columns:
            lines.append(line)
            line, empty = then, True
        line += word if empty else f" {word}"
        empty = False
    return [*lines, line]


def _words(text: str, room: int) -> Iterator[str]:
    for word in text.split():
        if word.isascii() or width(word) <= room:
            yield word
            continue
        piece, taken = "", 0
        for character in word:
            if taken + width(character) > room:
                yield piece
                piece, taken = "", 0
            piece += character
            taken += width(character)
        yield piece


def window(text: str, start: int, end: int, columns: int) -> tuple[str, int, int]:
    """As much of a line as fits, around the stretch between two columns; and where that stretch is then."""
    whole = width(text)
    columns = max(columns, _FEWEST)
    if whole <= columns:
        return text, start, end
    room = columns - 2  # for what tells that something is left out
    first = max(0, min(start - room // 4, whole - room))
    last = first + room
    kept, at = "", 0
    for character in text:
        after = at + width(character)
        if first <= at and after <= last and (after > at or at > first):
            kept += character
        elif at < last and after > first and after > at:
            kept += " "  # half of a wide character
        at = after
    before = "…" if first else ""
    shift = first - len(before)
    return f"{before}{kept}{'…' if last < whole else ''}", start - shift, min(end, last) - shift
