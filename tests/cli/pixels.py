"""Reading a picture in PNG, as a browser writes it: eight bits a colour, not interlaced."""

import struct
import zlib
from collections import Counter
from typing import NamedTuple

Colour = tuple[int, ...]


class Pixels(NamedTuple):
    """A picture: its size, and how many pixels have each colour."""

    width: int
    height: int
    colours: Counter[Colour]


def pixels(png: bytes) -> Pixels:
    """Reads a picture (Portable Network Graphics, second edition, sections 5 and 9)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", png[16:29])
    assert (depth, interlaced) == (8, 0)
    step = {2: 3, 6: 4}[kind]
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    raw = zlib.decompress(data)
    line = width * step
    assert len(raw) == (line + 1) * height
    colours: Counter[Colour] = Counter()
    before = bytearray(line)
    for start in range(0, len(raw), line + 1):
        before = _unfiltered(raw[start], raw[start + 1 : start + 1 + line], before, step)
        colours.update(zip(*(before[channel::step] for channel in range(step)), strict=True))
    return Pixels(width, height, colours)


def _unfiltered(kind: int, filtered: bytes, above: bytearray, step: int) -> bytearray:
    line = bytearray(filtered)
    for index in range(len(line)) if kind else ():
        left = line[index - step] if index >= step else 0
        corner = above[index - step] if index >= step else 0
        guess = (0, left, above[index], (left + above[index]) // 2, _paeth(left, above[index], corner))[kind]
        line[index] = (line[index] + guess) & 255
    return line


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda each: abs(guess - each))
