"""Places as editors count them: lines from 0, columns in the code units that were agreed on.

See "Position" in the Language Server Protocol 3.17. Offsets count code points, as everywhere else here.

The protocol has a lone carriage return end a line. Here it does not: nor does it in the language, nor in Neovim and
Emacs, where one stands among line feeds. Of an editor that counts a line there edits go astray.
"""

from typing import NamedTuple

from lsprotocol.types import Position, PositionEncodingKind, Range

from goalgraph.source import Source, Span

BOM = "\ufeff"


class Units(NamedTuple):
    """The code units in which an editor counts columns."""

    encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16

    def count(self, text: str) -> int:
        """How many units a text on one line has."""
        if text.isascii() or self.encoding == PositionEncodingKind.Utf32:
            return len(text)
        if self.encoding == PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2

    def before(self, source: Source, line: int) -> int:
        """How many units stand before the text of a line, counted from 0: on the first perhaps a byte-order mark."""
        return self.count(BOM) if source.bom_counts and not line else 0

    def position(self, source: Source, offset: int) -> Position:
        """Where an offset of a source is."""
        line, column = source.position(offset)
        start = offset - column + 1
        return Position(line - 1, self.before(source, line - 1) + self.count(source.text[start:offset]))

    def range(self, span: Span) -> Range:
        """Where a stretch is."""
        return Range(self.position(span.source, span.start), self.position(span.source, span.end))

    def split(self, source: Source, position: Position) -> tuple[int, int]:
        """The offset of a position, and how many units of the character there lie before it.

        The second is 0 unless the position is inside a character. A position past the end of its line is the end of
        the line, one past the last line the end of the text.
        """
        starts = source.line_starts
        if position.line >= len(starts):
            return len(source.text), 0
        start = starts[position.line]
        line = source.line(position.line + 1)
        left = max(position.character - self.before(source, position.line), 0)
        if line.isascii() or self.encoding == PositionEncodingKind.Utf32:
            return start + min(left, len(line)), 0
        for index, character in enumerate(line):
            width = self.count(character)
            if left < width:
                return start + index, left
            left -= width
        return start + len(line), 0

    def offset(self, source: Source, position: Position) -> int:
        """The offset of a position; inside a character, where that begins."""
        return self.split(source, position)[0]
