"""Findings for an editor that asks for them: of one text, of all, and only what is new."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.server.editors import CLOSING, LOOP, MAIN, OTHER, SOUND, editing

pytestmark = pytest.mark.asyncio


async def test_what_the_editor_knows_is_not_sent_again(folder: Path) -> None:
    (folder / "loop.strat").write_text(LOOP, encoding="utf-8")
    async with editing(folder, folder, profile="vscode") as editor:
        uri = editor.open_file(folder / "loop.strat")
        first = await editor.pull(uri)
        assert (await editor.pull(uri, first.result_id)).kind == "unchanged"
        # Below the loop: nothing moves.
        editor.replace(uri, 2, LOOP + "# a remark\n")
        assert (await editor.pull(uri, first.result_id)).kind == "unchanged"
        editor.replace(uri, 3, "# a remark\n" + LOOP)
        moved = await editor.pull(uri, first.result_id)
        assert (moved.kind, moved.items[0].range.start.line) == ("full", 2)


async def test_of_the_workspace_every_file_is_told_open_or_not(folder: Path) -> None:
    (folder / "main.strat").write_text(MAIN, encoding="utf-8")
    (folder / "other.strat").write_text(OTHER, encoding="utf-8")
    main, other = (folder / "main.strat").as_uri(), (folder / "other.strat").as_uri()
    async with editing(folder, folder, profile="vscode") as editor:
        first = await editor.pull_all()
        assert {uri: (item.kind, item.items) for uri, item in first.items()} == {
            main: ("full", ()),
            other: ("full", ()),
        }
        known = [types.PreviousResultId(uri, item.result_id) for uri, item in first.items()]
        assert {item.kind for item in (await editor.pull_all(known)).values()} == {"unchanged"}
        editor.open_file(folder / "main.strat")
        editor.replace(main, 5, CLOSING)
        again = await editor.pull_all(known)
        assert [each.code for each in again[main].items] == ["no-how", "closed-loop"]
        assert (again[main].version, again[other].kind) == (5, "unchanged")


async def test_of_a_file_that_is_gone_nothing_is_left(folder: Path) -> None:
    path = folder / "loop.strat"
    path.write_text(LOOP, encoding="utf-8")
    async with editing(folder, folder, profile="vscode") as editor:
        first = await editor.pull_all()
        known = [types.PreviousResultId(uri, item.result_id) for uri, item in first.items()]
        assert [len(item.items) for item in first.values()] == [1]
        path.unlink()
        editor.watched((path, types.FileChangeType.Deleted))
        await editor.until(lambda: editor.client.diagnostic_refresh_count)
        assert [item.items for item in (await editor.pull_all(known)).values()] == [()]
        assert (await editor.pull(path.as_uri())).items == ()


async def test_a_configuration_that_can_not_be_used_is_pulled_too(folder: Path) -> None:
    settings = folder / "goalgraph.toml"
    settings.write_text("nonsense = 1\n", encoding="utf-8")
    (folder / "sound.strat").write_text(SOUND, encoding="utf-8")
    async with editing(folder, folder, profile="vscode") as editor:
        told = await editor.pull_all()
        assert {uri: len(item.items) for uri, item in told.items()} == {
            settings.as_uri(): 1,
            (folder / "sound.strat").as_uri(): 0,
        }
        assert len((await editor.pull(settings.as_uri())).items) == 1
