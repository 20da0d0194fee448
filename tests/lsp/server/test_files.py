"""What becomes of files, folders and configurations while an editor is open."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from tests.lsp.server.editors import CLOSING, LOOP, MAIN, OTHER, PROFILES, SOUND, Editor, editing

pytestmark = pytest.mark.asyncio

CREATED, CHANGED, DELETED = types.FileChangeType.Created, types.FileChangeType.Changed, types.FileChangeType.Deleted


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


async def loops(editor: Editor) -> list[tuple[str, set[str]]]:
    """Where loops are told, and the files through which they go."""
    return [
        (uri, {each.location.uri for each in told.related_information})
        for uri, item in (await editor.pull_all()).items()
        for told in item.items
        if told.code == "closed-loop"
    ]


@pytest.mark.parametrize("profile", PROFILES)
async def test_files_are_watched_where_the_editor_lets_itself_be_asked(folder: Path, profile: str) -> None:
    async with editing(folder, folder, profile=profile) as editor:
        await editor.alive()
        options: list[Any] = [each.register_options for each in editor.registered]
        globs = [each["globPattern"] for option in options for each in option["watchers"]]
        watched = ["**/*.strat", "**/goalgraph.toml", "**/pyproject.toml", "**/.gitignore"]
        assert globs == ([] if profile == "neovim" else watched)


async def test_a_file_that_is_made_changed_and_deleted_on_disk(folder: Path) -> None:
    main, path = write(folder / "main.strat", MAIN.replace("means audit", "means audits")), folder / "other.strat"
    async with editing(folder, folder) as editor:
        editor.open_file(folder / "main.strat")
        await editor.told(main)
        other = write(path, OTHER)
        editor.watched((path, CREATED))
        await editor.told(other, "unknown-name")
        write(path, OTHER.replace("audit", "audits"))
        editor.watched((path, CHANGED))
        await editor.told(other)
        write(path, LOOP)
        editor.watched((path, CHANGED))
        await editor.told(other, "closed-loop")
        path.unlink()
        editor.watched((path, DELETED))
        await editor.told(other)


async def test_what_the_editor_shows_counts_whatever_becomes_of_its_file(folder: Path) -> None:
    path = folder / "other.strat"
    main, other = write(folder / "main.strat", MAIN), write(path, OTHER)
    async with editing(folder, folder) as editor:
        editor.open_file(path)
        write(path, "means elsewhere\n    serves nobody\n")
        editor.watched((path, CHANGED))
        editor.open_file(folder / "main.strat")
        editor.replace(main, 2, CLOSING)
        await editor.told(main, "closed-loop", "no-how")
        path.unlink()
        editor.watched((path, DELETED))
        editor.replace(main, 3, CLOSING + "# still\n")
        await editor.until(lambda: editor.versions[main] == 3)
        await editor.told(main, "closed-loop", "no-how")
        editor.close(other)
        await editor.told(main, "unknown-name")
        # That it was once open and not there is forgotten.
        write(path, OTHER)
        editor.watched((path, CREATED))
        await editor.told(main, "closed-loop", "no-how")
        path.unlink()
        editor.watched((path, DELETED))
        await editor.told(main, "unknown-name")


async def test_a_text_is_part_of_its_map_before_it_is_saved(folder: Path) -> None:
    main = write(folder / "main.strat", CLOSING)
    async with editing(folder, folder) as editor:
        await editor.told(main, "unknown-name")
        new = editor.open((folder / "new.strat").as_uri(), OTHER)
        await editor.told(main, "closed-loop", "no-how")
        editor.close(new)
        await editor.told(main, "unknown-name")


async def renamed(editor: Editor, old: Path, new: Path) -> None:
    """Renames a file or folder in the editor."""
    params = types.RenameFilesParams([types.FileRename(old.as_uri(), new.as_uri())])
    assert await editor.ask(types.WORKSPACE_WILL_RENAME_FILES, params) is None
    old.rename(new)
    editor.client.workspace_did_rename_files(params)


async def test_the_map_follows_a_file_that_is_renamed(folder: Path) -> None:
    main, other = write(folder / "main.strat", CLOSING), write(folder / "other.strat", OTHER)
    async with editing(folder, folder, profile="vscode") as editor:
        assert editor.able.workspace
        operations = editor.able.workspace.file_operations
        assert operations
        assert operations.will_rename
        assert operations.did_rename
        assert [uri for uri, _ in await loops(editor)] == [main]
        assert [places for _, places in await loops(editor)] == [{main, other}]
        await renamed(editor, folder / "other.strat", folder / "desk.strat")
        desk = (folder / "desk.strat").as_uri()
        # It is told where it begins, and that is the first file by name.
        assert await loops(editor) == [(desk, {main, desk})]


async def test_the_map_follows_a_folder_that_is_renamed(folder: Path) -> None:
    write(folder / "main.strat", CLOSING)
    other = write(folder / "teams" / "other.strat", OTHER)
    async with editing(folder, folder, profile="vscode") as editor:
        assert other in await editor.pull_all()
        await renamed(editor, folder / "teams", folder / "groups")
        told = await editor.pull_all()
        assert list(told) == [(folder / "groups" / "other.strat").as_uri(), (folder / "main.strat").as_uri()]
        # And one that becomes a map of its own.
        write(folder / "groups" / "own.strat", 'strategy own "Own"\n')
        editor.watched((folder / "groups" / "own.strat", CREATED))
        told = await editor.pull_all()
        main = told[(folder / "main.strat").as_uri()].items
        assert [each.code for each in main] == ["unknown-name"]


async def test_a_folder_that_comes_and_one_that_goes_while_the_server_runs(folder: Path, tmp_path: Path) -> None:
    second = tmp_path / "second"
    (second / ".git").mkdir(parents=True)
    one, two = write(folder / "loop.strat", LOOP), write(second / "loop.strat", LOOP)
    async with editing(folder, folder) as editor:
        await editor.told(one, "closed-loop")
        assert two not in editor.client.diagnostics
        shown = [types.WorkspaceFolder(each.as_uri(), each.name) for each in (folder, second)]
        change = types.WorkspaceFoldersChangeEvent(added=[shown[1]], removed=[])
        editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(change))
        await editor.told(two, "closed-loop")
        change = types.WorkspaceFoldersChangeEvent(added=[], removed=[shown[0]])
        editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(change))
        await editor.told(one)
        editor.open_file(second / "loop.strat")
        editor.replace(two, 2, SOUND)
        await editor.told(two)


async def test_a_map_that_lies_in_two_folders_is_judged_once(folder: Path) -> None:
    main, other = write(folder / "main.strat", CLOSING), write(folder / "teams" / "other.strat", OTHER)
    async with editing(folder, folder, folder / "teams") as editor:
        (_, loop) = await editor.told(main, "closed-loop", "no-how")
        assert {each.location.uri for each in loop.related_information or ()} == {main, other}
        editor.open_file(folder / "teams" / "other.strat")
        editor.replace(other, 2, OTHER.replace("desk", "desks"))
        await editor.told(main, "no-how", "unknown-name")
        await editor.told(other)


async def test_without_any_folder_the_maps_of_open_texts_are_judged(folder: Path) -> None:
    main, other = write(folder / "main.strat", CLOSING), write(folder / "teams" / "other.strat", OTHER)
    async with editing(folder) as editor:
        editor.open_file(folder / "main.strat")
        await editor.told(main, "closed-loop", "no-how")
        editor.open_file(folder / "teams" / "other.strat")
        editor.replace(other, 2, OTHER.replace("desk", "desks"))
        await editor.told(main, "no-how", "unknown-name")


async def test_a_configuration_that_can_not_be_used_is_told_and_the_maps_are_judged_all_the_same(folder: Path) -> None:
    loop, settings = write(folder / "loop.strat", LOOP), folder / "goalgraph.toml"
    uri = write(settings, '[severity]\nclosed-loop = "off"\n"nonsense" = 1\n')
    async with editing(folder, folder) as editor:
        await editor.told(loop, "closed-loop")
        await editor.until(lambda: uri in editor.client.diagnostics)
        (told,) = editor.client.diagnostics[uri]
        assert told.severity is types.DiagnosticSeverity.Error
        # An editor may show that file, too: it is no map.
        editor.open(uri, "means nonsense", version=1)
        assert await editor.ask(
            types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        ) in (None, [])
        assert len(editor.client.diagnostics[uri]) == 1
        write(settings, "")
        editor.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
        await editor.told(uri)
        await editor.told(loop, "closed-loop")


async def test_a_configuration_that_can_not_be_used_takes_none_of_the_others_away(folder: Path) -> None:
    quiet, loud = write(folder / "quiet" / "loop.strat", LOOP), write(folder / "loud" / "loop.strat", LOOP)
    write(folder / "quiet" / "goalgraph.toml", '[rules]\nclosed-loop = "off"\n')
    bad = [write(folder / name / "goalgraph.toml", "[rules\n") for name in ("loud", "louder")]
    write(folder / "louder" / "value.strat", 'value v "Sound"\n')
    async with editing(folder, folder) as editor:
        await editor.told(loud, "closed-loop")
        await editor.until(lambda: all(uri in editor.client.diagnostics for uri in bad))
        editor.open_file(folder / "quiet" / "loop.strat")
        await editor.told(quiet)


async def test_progress_is_shown_while_the_workspace_is_read_first(folder: Path) -> None:
    for number in range(3):
        write(folder / str(number) / "map.strat", 'strategy ours "Ours"\n')
    async with editing(folder, folder) as editor:
        reports = editor.client.progress_reports
        await editor.until(lambda: len(reports.get("goalgraph", ())) == 5)
        kinds = [type(each) for each in reports["goalgraph"]]
        assert kinds == [types.WorkDoneProgressBegin, *[types.WorkDoneProgressReport] * 3, types.WorkDoneProgressEnd]


async def test_what_is_shown_of_texts_is_asked_for_again_when_other_files_change_on_disk(folder: Path) -> None:
    write(folder / "main.strat", MAIN)
    other = folder / "other.strat"
    async with editing(folder, folder, profile="vscode") as editor:
        editor.open_file(folder / "main.strat")
        await editor.alive()
        editor.asked_to_look_again.clear()
        write(other, OTHER)
        editor.watched((other, CREATED))
        await editor.until(lambda: sorted(set(editor.asked_to_look_again)) == ["hints", "lenses", "tokens"])
