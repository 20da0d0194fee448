"""Columns in the units that were agreed on: bytes, UTF-16 code units, characters."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.server.editors import capabilities, editing

pytestmark = pytest.mark.asyncio

# One character outside the basic plane, one letter with a combining accent, one with two bytes.
BEFORE = "means \u00e9-\U0001f600e\u0301"
LINE = 'means a "\U0001f600 e\u0301" @'
UNITS = {
    types.PositionEncodingKind.Utf8: len(LINE.encode()) - 1,
    types.PositionEncodingKind.Utf16: len(LINE.encode("utf-16-le")) // 2 - 1,
    types.PositionEncodingKind.Utf32: len(LINE) - 1,
}


def can_count(encoding: types.PositionEncodingKind) -> types.ClientCapabilities:
    said = capabilities("neovim")
    assert said.general
    said.general.position_encodings = [encoding]
    return said


@pytest.mark.parametrize("encoding", UNITS, ids=str)
async def test_a_place_behind_astral_and_combining_characters_is_where_the_editor_counts_it(
    folder: Path, encoding: types.PositionEncodingKind
) -> None:
    async with editing(folder, folder, can=can_count(encoding)) as editor:
        assert editor.able.position_encoding == encoding
        uri = editor.open((folder / "map.strat").as_uri(), LINE + "\n")
        (told,) = await editor.told(uri, "syntax-error")
        at = UNITS[encoding]
        assert told.range == types.Range(types.Position(0, at), types.Position(0, at + 1))
        # An edit at that place takes away what is wrong there.
        editor.change(uri, 2, types.TextDocumentContentChangePartial(told.range, ""))
        await editor.told(uri, "no-why")


async def test_who_says_nothing_of_units_counts_in_utf_16(folder: Path) -> None:
    said = capabilities("neovim")
    said.general = None
    async with editing(folder, folder, can=said) as editor:
        assert editor.able.position_encoding == types.PositionEncodingKind.Utf16
        uri = editor.open((folder / "map.strat").as_uri(), LINE)
        (told,) = await editor.told(uri, "syntax-error")
        assert told.range.start.character == UNITS[types.PositionEncodingKind.Utf16]


async def test_an_edit_in_the_middle_of_a_surrogate_pair_leaves_both_counting_alike(folder: Path) -> None:
    async with editing(folder, folder, can=can_count(types.PositionEncodingKind.Utf16)) as editor:
        uri = editor.open((folder / "map.strat").as_uri(), LINE + "\n")
        await editor.told(uri, "syntax-error")
        inside = types.Position(0, len('means a "') + 1)
        editor.change(uri, 2, types.TextDocumentContentChangePartial(types.Range(inside, inside), "x"))
        await editor.until(lambda: editor.versions[uri] == 2)
        (told,) = await editor.told(uri, "syntax-error")
        assert told.range.start.character == UNITS[types.PositionEncodingKind.Utf16] + 1
