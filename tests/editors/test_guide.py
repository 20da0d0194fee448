"""What docs/editors.md has one write into the files of editors that are not here can at least be read by them."""

import json
import tomllib
from pathlib import Path

import pytest
from pygments.lexers.lisp import EmacsLispLexer
from pygments.token import Comment, Literal, is_token_subtype

from tests.editors.neovim import GUIDE, Neovim, setup
from tests.helpers import blocks

COMMAND = ["goalgraph", "lsp"]


def test_every_block_has_a_test() -> None:
    known = {"lua neovim=0.11", "lua neovim=0.7", "toml", "elisp", "json", "sh"}
    assert {info for info, _, _ in blocks(GUIDE.read_text(encoding="utf-8"))} == known


@pytest.mark.parametrize("name", ["lua neovim=0.11", "lua neovim=0.7"])
def test_neovim_can_read_what_is_for_it_whichever_version_it_is_for(neovim: Neovim, tmp_path: Path, name: str) -> None:
    path = tmp_path / "other.lua"
    path.write_text(setup(name), encoding="utf-8")
    assert neovim({"map.strat": ""}, f"assert(loadfile([[{path}]])) return 'read'") == "read"


def test_helix_is_told_the_files_and_the_command() -> None:
    told = tomllib.loads(setup("toml"))
    (language,) = told["language"]
    (server,) = language["language-servers"]
    assert [told["language-server"][server]["command"], *told["language-server"][server]["args"]] == COMMAND
    assert language["file-types"] == ["strat"]
    assert language["indent"]["unit"] == "    "


def test_vs_code_is_told_the_files_and_the_command() -> None:
    told = json.loads(setup("json"))
    (language,) = told["glspc.server.languageId"]
    assert [told["glspc.server.command"], *told["glspc.server.commandArguments"]] == COMMAND
    assert told["files.associations"] == {"*.strat": language}
    assert f"[{language}]" in told


def test_what_is_for_emacs_closes_what_it_opens() -> None:
    text = setup("elisp")
    code = "".join(
        value
        for kind, value in EmacsLispLexer().get_tokens(text)
        if not is_token_subtype(kind, Literal)
        and not is_token_subtype(kind, Comment)  # a character or a string may be a parenthesis
    )
    depths = [code[: at + 1].count("(") - code[: at + 1].count(")") for at in range(len(code))]
    assert depths[-1] == 0
    assert min(depths) == 0
    assert '("goalgraph" "lsp")' in text
