"""The list of what the server can do, in docs/editors.md."""

import pytest
from pygls.lsp.server import LanguageServer

from goalgraph.lsp.client import Client
from goalgraph.lsp.features import register
from goalgraph.lsp.session import Session
from tests.lsp.server.matrix import PAGE, answered, page, render


def test_the_list_on_the_page_is_the_one_that_the_server_gives() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == page(text), "run: make matrix"
    assert "| `textDocument/hover` |" in text


def test_every_method_is_listed() -> None:
    said = render(*answered())
    server = LanguageServer("goalgraph", "0")
    register(server, Session(Client(), []))
    assert [method for method in server.protocol.fm.features if f"`{method}`" not in said] == []


def test_what_the_server_can_not_do_is_not_listed() -> None:
    said, registered = answered()
    without = {key: value for key, value in said.items() if key != "inlayHintProvider"}
    without["hoverProvider"] = False
    without["renameProvider"] = True
    told = render(without, [])
    assert "textDocument/rename" in told
    for method in ("inlayHint", "hover", "prepareRename", "didChangeWatchedFiles"):
        assert method not in told
        assert method in render(said, registered)


def test_what_there_are_no_words_for_is_not_left_out_silently() -> None:
    with pytest.raises(ValueError, match="there are no words for monikerProvider"):
        render({"hoverProvider": True, "monikerProvider": True}, [])
