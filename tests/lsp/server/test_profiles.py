"""What three editors are told of a loop: VS Code asks for it, Neovim and Emacs are told."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.server.editors import CLOSING, LOOP, MAIN, OTHER, PROFILES, SOUND, editing

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize("profile", PROFILES)
async def test_the_server_says_who_it_is_and_what_it_can(folder: Path, profile: str) -> None:
    async with editing(folder, folder, profile=profile) as editor:
        assert editor.answer.server_info
        assert editor.answer.server_info.name == "goalgraph"
        able = editor.able
        assert isinstance(able.text_document_sync, types.TextDocumentSyncOptions)
        assert able.text_document_sync.change is types.TextDocumentSyncKind.Incremental
        assert all((able.hover_provider, able.call_hierarchy_provider, able.code_lens_provider, able.rename_provider))
        assert bool(able.diagnostic_provider) == (profile == "vscode")


async def test_each_editor_counts_columns_as_it_likes_best(folder: Path) -> None:
    agreed = []
    for profile in PROFILES:
        async with editing(folder, folder, profile=profile) as editor:
            agreed.append(editor.able.position_encoding)
    assert agreed == ["utf-16", "utf-8", "utf-32"]


async def test_neovim_is_told_of_a_loop_with_every_link_as_a_related_place(folder: Path) -> None:
    (folder / "loop.strat").write_text(LOOP, encoding="utf-8")
    async with editing(folder, folder, profile="neovim") as editor:
        (told,) = await editor.told((folder / "loop.strat").as_uri(), "closed-loop")
        assert told.source == "goalgraph"
        assert told.severity is types.DiagnosticSeverity.Error
        assert "1. " not in told.message
        assert [(each.location.range.start.line, each.message) for each in told.related_information or ()] == [
            (1, '"Audits" (`audit`) serves `badge`'),
            (3, '"Badges" (`badge`) serves `audit`'),
        ]
        assert {each.location.uri for each in told.related_information or ()} == {(folder / "loop.strat").as_uri()}


async def test_emacs_is_told_of_the_links_in_the_message(folder: Path) -> None:
    (folder / "loop.strat").write_text(LOOP, encoding="utf-8")
    async with editing(folder, folder, profile="emacs") as editor:
        (told,) = await editor.told((folder / "loop.strat").as_uri(), "closed-loop")
        assert told.related_information is None
        assert told.code_description is None
        assert '1. "Audits" (`audit`) serves `badge` (loop.strat:2:5)' in told.message
        assert '2. "Badges" (`badge`) serves `audit` (loop.strat:4:5)' in told.message


async def test_vs_code_is_told_nothing_unasked_and_gets_the_page_of_the_rule(folder: Path) -> None:
    (folder / "loop.strat").write_text(LOOP, encoding="utf-8")
    async with editing(folder, folder, profile="vscode") as editor:
        uri = editor.open_file(folder / "loop.strat")
        (told,) = (await editor.pull(uri)).items
        assert told.code == "closed-loop"
        assert len(told.related_information) == 2
        assert told.code_description
        assert told.code_description.href.endswith("/closed_loop.md")
        editor.replace(uri, 2, SOUND)
        assert (await editor.pull(uri)).items == ()
        await editor.alive()
        assert editor.client.diagnostics == {}


@pytest.mark.parametrize("profile", ["neovim", "emacs"])
async def test_findings_follow_the_text_and_carry_its_version(folder: Path, profile: str) -> None:
    (folder / "loop.strat").write_text(LOOP, encoding="utf-8")
    async with editing(folder, folder, profile=profile) as editor:
        uri = editor.open_file(folder / "loop.strat")
        await editor.until(lambda: editor.versions.get(uri) == 1)
        editor.replace(uri, 7, SOUND)
        await editor.told(uri)
        assert editor.versions[uri] == 7
        # What is on disk counts again.
        editor.close(uri)
        await editor.told(uri, "closed-loop")
        assert editor.versions[uri] is None


async def test_an_editor_that_can_pull_but_not_be_asked_to_look_again_is_told(folder: Path) -> None:
    """Neovim 0.11: what an edit changes in other files would never come to it."""
    (folder / "loop.strat").write_text(LOOP, encoding="utf-8")
    async with editing(folder, folder, profile="neovim") as editor:
        said = editor.client.capabilities
        assert said
        assert said.text_document
        assert said.text_document.diagnostic
        assert editor.able.diagnostic_provider is None
        await editor.told((folder / "loop.strat").as_uri(), "closed-loop")


@pytest.mark.parametrize("profile", PROFILES)
async def test_an_edit_in_one_file_is_told_of_the_other(folder: Path, profile: str) -> None:
    (folder / "main.strat").write_text(MAIN, encoding="utf-8")
    (folder / "other.strat").write_text(OTHER, encoding="utf-8")
    async with editing(folder, folder, profile=profile) as editor:
        main, other = editor.open_file(folder / "main.strat"), editor.open_file(folder / "other.strat")
        renamed = OTHER.replace("audit", "audits")
        if profile == "vscode":
            assert (await editor.pull(main)).items == ()
            editor.replace(main, 2, MAIN.replace("means audit", "means audits"))
            await editor.until(lambda: editor.client.diagnostic_refresh_count)
            assert [each.code for each in (await editor.pull(other)).items] == ["unknown-name"]
        else:
            await editor.told(other)
            editor.replace(main, 2, MAIN.replace("means audit", "means audits"))
            await editor.told(other, "unknown-name")
        editor.replace(other, 2, renamed)
        if profile == "vscode":
            assert (await editor.pull(other)).items == ()
        else:
            await editor.told(other)


@pytest.mark.parametrize("profile", ["vscode", "neovim"])
async def test_what_is_shown_in_other_texts_is_asked_for_again_when_typing_rests(folder: Path, profile: str) -> None:
    (folder / "main.strat").write_text(MAIN, encoding="utf-8")
    (folder / "other.strat").write_text(OTHER, encoding="utf-8")
    async with editing(folder, folder, profile=profile) as editor:
        main = editor.open_file(folder / "main.strat")
        editor.open_file(folder / "other.strat")
        editor.replace(main, 2, CLOSING)
        # Only those that the editor can be asked for.
        wanted = {"vscode": ["hints", "lenses", "tokens"], "neovim": ["hints", "tokens"]}[profile]
        await editor.until(lambda: sorted(set(editor.asked_to_look_again)) == wanted)
