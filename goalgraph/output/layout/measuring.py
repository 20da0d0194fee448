"""How wide text is, asked of no font and so on the safe side; and breaking it into lines."""

from collections.abc import Iterator

from goalgraph.output.fitting import width

# How wide characters are in a wide font, as a share of its size, where they are not as wide as most.
_WIDTHS = {
    **dict.fromkeys("mwMW%@—…↻→×", 1.0),
    **dict.fromkeys("iljtfrI.,;:'’|!()[] ", 0.4),
    **dict.fromkeys("ÆŒЖМФШЩЫЮЂЉЊжмфшщыюљњ", 1.15),
    # A few letters are whole words, and a few dashes whole lines.
    "⸺": 2.1,
    "⸻": 3.2,
    "﷽": 9.0,
    "ﷺ": 2.0,
    "ﷻ": 2.0,
    "𒐫": 4.0,
    "꧅": 3.0,
    "ဪ": 2.5,
    # A page shows a sign instead of these, as they would turn its text round.
    **dict.fromkeys("\u061c\u200e\u200f", 1.0),
}
# What no line may begin with: it belongs to what stands before it.
_JOINER = "\u200d"


def long(text: str, size: float) -> float:
    """About how wide a text is in a font of this size, were it bold."""
    return sum(map(_wide, text)) * size


def _wide(character: str) -> float:
    if character in _WIDTHS:
        return _WIDTHS[character]
    columns = width(character)
    if columns != 1:
        return columns * 0.55
    if "\u2190" <= character < "\u2c00":
        return 1.4
    if "\u0600" <= character < "\u0e00" or character > "\ua000" or "\u1000" <= character < "\u2000":
        return 1.0
    return 0.76 if character.isupper() else 0.63


def fitted(line: str, room: float, size: float) -> str:
    """A line that is cut where it is wider than the room."""
    if len(line) <= room and long(line, size) <= room:
        return line
    kept, taken = 0, long("…", size)
    for character in line:
        taken += _wide(character) * size
        if taken > room or kept >= room:
            break
        kept += 1
    while 0 < kept < len(line) and _hangs_on(line, kept):
        kept -= 1
    return f"{line[:kept].rstrip()}…"


def lines(title: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """A title on so many lines at most, none wider than the room; what is left out is told by an ellipsis."""
    # Of a title that fills all lines no more can be shown, so no more of it is looked at.
    head = title[: int(room) * most]
    broken = [""]
    for space, piece in _pieces(head, room, size):
        joined = broken[-1] + space * bool(broken[-1]) + piece
        if long(joined, size) <= room:
            broken[-1] = joined
        elif not broken[-1]:
            broken[-1] = fitted(piece, room, size)
        elif len(broken) < most:
            broken.append(fitted(piece, room, size))
        else:
            broken[-1] = fitted(joined, room, size)
            return tuple(broken)
    if len(head) < len(title) and not broken[-1].endswith("…"):
        broken[-1] = fitted(f"{broken[-1]}{'m' * int(room)}", room, size)
    return tuple(broken)


def _pieces(title: str, room: float, size: float) -> Iterator[tuple[str, str]]:
    """What a line may break between, each with the space before it.

    Wide characters are pieces of their own, as their scripts have no spaces; a long word may break behind a hyphen.
    """
    for word in title.split():
        space, piece = " ", ""
        if word.isascii() and long(word, size) <= room:
            yield space, word
            continue
        for at, character in enumerate(word):
            if (
                piece
                and not _hangs_on(word, at)
                and (width(character) == 2 or width(piece[-1]) == 2 or piece[-1] in "-/_‐–")
            ):
                yield space, piece
                space, piece = "", ""
            piece += character
        yield space, piece


def _hangs_on(text: str, at: int) -> bool:
    """Whether a character can't be parted from the one before it, as combining marks can't."""
    return width(text[at]) == 0 or text[at - 1] == _JOINER or text[at] in "。、，．！？）」』"
