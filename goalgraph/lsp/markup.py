"""Words for hovers, as Markdown or as plain text. What comes from a map is hostile, and is shown as it reads.

Escapes are those of CommonMark 0.31, "Backslash escapes", and for addresses those of GitHub Flavored Markdown.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lsprotocol import types

from goalgraph.output.asked import shortened
from goalgraph.output.wording import clean

_MEANT = re.compile(r"[\\`*_\[\]~|$!#]")
# What would be made a link without being marked as one.
_ADDRESS = re.compile(r"(?<=\w)(?=://)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)


def plain(text: str, room: int = 72) -> str:
    """A text of the map on one line, not too long, with nothing in it that is obeyed."""
    return shortened(" ".join(str(clean(text)).split()), room)


def escaped(text: str) -> str:
    """A text on one line as Markdown that shows just this text."""
    safe = _MEANT.sub(r"\\\g<0>", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ADDRESS.sub(r"\\", safe)


class Markup(NamedTuple):
    """Writes Markdown, or plain text for editors that show no other."""

    markdown: bool

    def text(self, text: str, room: int = 72) -> str:
        """A text of the map."""
        return escaped(plain(text, room)) if self.markdown else plain(text, room)

    def strong(self, text: str) -> str:
        return f"**{text}**" if self.markdown else text

    def code(self, text: str) -> str:
        """A name, or what is typed; there is no backtick in it."""
        return f"`{plain(text)}`" if self.markdown else plain(text)

    def drawn(self, lines: Iterable[str], language: str = "text") -> str:
        """Lines that stay as they are; none begins with a backtick."""
        said = "\n".join(lines)
        return f"```{language}\n{said}\n```" if self.markdown else said

    def content(self, blocks: Iterable[str]) -> types.MarkupContent:
        """Blocks with blank lines between; empty ones are left out."""
        kind = types.MarkupKind.Markdown if self.markdown else types.MarkupKind.PlainText
        return types.MarkupContent(kind, "\n\n".join(block for block in blocks if block))
