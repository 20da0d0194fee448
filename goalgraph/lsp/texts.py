"""What editors do to a text: changes in ranges, or the whole text anew."""

import re
from collections.abc import Iterable

from lsprotocol.types import (
    PositionEncodingKind,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
)

from goalgraph.lsp.units import BOM, Units
from goalgraph.source import Source

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Stands for half a character, where an editor has cut one in two; it has as many units as the half.
_HALF = {PositionEncodingKind.Utf8: "?", PositionEncodingKind.Utf16: "\ufffd"}


def whole(path: str, text: str) -> Source:
    """A text as an editor gives it. Half a surrogate pair can't be written to a file, and is replaced."""
    return _without_bom(Source(path, _LONE_SURROGATE.sub("\ufffd", text)))


def _without_bom(source: Source) -> Source:
    if source.bom or not source.text.startswith(BOM):
        return source
    return Source(source.path, source.text.removeprefix(BOM), bom=True, bom_counts=True)


def changed(source: Source, changes: Iterable[TextDocumentContentChangeEvent], units: Units) -> Source:
    """A text after changes, made one after the other."""
    for change in changes:
        if not isinstance(change, TextDocumentContentChangePartial):
            source = whole(source.path, change.text)
            continue
        first = change.range.start
        if source.bom_counts and first.line == 0 and first.character < units.count(BOM):
            source = Source(source.path, BOM + source.text)
        start, before = units.split(source, first)
        end, cut = units.split(source, change.range.end)
        half = _HALF.get(units.encoding, "\ufffd")  # type: ignore[call-overload]  # an encoding may be a plain string
        # What the editor has left of characters that it cut in two is kept, so that both count alike ever after.
        kept, left = half * before, 0
        if cut:
            left = units.count(source.text[end]) - cut
            end += 1
        text = kept + _LONE_SURROGATE.sub("\ufffd", change.text) + half * left
        source = _without_bom(source.replaced(start, max(start, end), text))
    return source
