"""`goalgraph lsp` as a command; what it says to editors is tried in tests/lsp."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import goalgraph, python
from tests.helpers import unmeasured

WITHOUT = "import sys; sys.modules['pygls'] = None\nfrom goalgraph.__main__ import main\nmain()"


def test_where_pygls_is_missing_it_is_said_how_it_is_had(tmp_path: Path) -> None:
    done = python("-c", WITHOUT, "lsp", folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == "goalgraph: `lsp` needs the package pygls: `pip install 'goalgraph[lsp]'`\n"


@pytest.mark.parametrize("arguments", [["lsp", "--help"], ["--help"], ["rule"]])
def test_where_pygls_is_missing_nothing_else_is(tmp_path: Path, arguments: list[str]) -> None:
    done = python("-c", WITHOUT, *arguments, folder=tmp_path)
    assert (done.code, done.err) == (0, "")


def test_help_says_who_starts_it_and_where_more_is_told(tmp_path: Path) -> None:
    said = goalgraph("lsp", "--help", folder=tmp_path).out
    assert "Language Server Protocol" in said
    assert "docs/editors.md" in said


@pytest.mark.parametrize("argument", ["map.strat", "--stdio"])
def test_it_takes_no_argument_but_the_one_that_editors_give(tmp_path: Path, argument: str) -> None:
    """Clients made for VS Code add `--stdio` by themselves."""
    done = goalgraph("lsp", argument, folder=tmp_path)
    assert done.code == (1 if argument == "--stdio" else 2)
    assert ("unexpected extra argument" in done.err) == (argument != "--stdio")


def test_who_starts_it_by_hand_is_told_that_it_waits_and_an_interrupt_ends_it(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "goalgraph", "lsp"],
        cwd=tmp_path,
        env=unmeasured(),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr
        said = process.stderr.readline()
        process.send_signal(2)
        assert process.wait(30) in (130, -2)
        assert said == b"goalgraph: waiting for an editor to speak; ctrl-C ends it.\n"
        assert process.stderr.read() == b""
    os.close(ours)
    os.close(theirs)
