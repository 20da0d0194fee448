"""What the documents show is true: maps are read and judged, commands are run, links lead somewhere.

Fenced blocks say by their first line what they are:

- `strat`: a whole map. The marks in it equal the findings it gives; without marks it is clean.
- `strat fragment`: part of a map, read but not judged.
- `strat excerpt=FILE`: lines of that file.
- `strat write=FILE`, `strat append=FILE`, or the same with another word in place of `strat`: put into the folder in
  which the commands of the document are run, and judged by what these show. Those of docs/ci.md are recipes, and each
  is run by tests/recipes/.
- `console`: commands after `$`, each followed by all that it prints. One folder a document, from top to bottom.
- `console excerpt`: the same, but of what a command prints only some paragraphs are shown.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from pygments.token import Error

from goalgraph import Source, analyse, parse
from goalgraph.output import rules_page
from goalgraph.syntax import vocabulary
from goalgraph.syntax.highlighting import StratLexer
from tests.helpers import blocks, marks

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "grammar" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES = [*DOCUMENTS, ROOT / "CHANGELOG.md", *sorted((ROOT / "examples").rglob("*.md"))]
PAGES += sorted((ROOT / "goalgraph").rglob("*.md"))
_LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]*))?\)")
_COMMAND = re.compile(r"^\$ (.*\n)", re.MULTILINE)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks_of(path: Path) -> list[tuple[str, str, int]]:
    return blocks(path.read_text(encoding="utf-8"))


STRAT = [
    pytest.param(info.removeprefix("strat").strip(), text, id=f"{name_of(path)}:{line}")
    for path in DOCUMENTS
    for info, text, line in blocks_of(path)
    if info.split(" ")[0] == "strat"
]
JUDGED = [block for block in STRAT if not block.values[0]]
FRAGMENTS = [str(block.values[1]) for block in STRAT if block.values[0] == "fragment"]
EXCERPTS = [block for block in STRAT if str(block.values[0]).startswith("excerpt=")]
WITH_COMMANDS = [path for path in DOCUMENTS if any(info.startswith("console") for info, _, _ in blocks_of(path))]


def is_read_whole(text: str) -> bool:
    document = parse(Source("map.strat", text))
    return not document.unread and not any(placed.statement.unread for placed in document.placed)


@pytest.mark.parametrize(("role", "text"), JUDGED)
def test_a_map_gives_the_findings_it_states(role: str, text: str) -> None:  # noqa: ARG001  # empty
    stated = marks(text)
    assert is_read_whole(text) != ("syntax-error" in {slug for _, slug in stated})
    findings = [
        (finding.place.source.position(finding.place.start)[0], finding.rule)
        for finding in analyse([Source("map.strat", text)]).findings
    ]
    assert set(findings) == stated


def test_fragments_are_read_whole() -> None:
    assert [text for text in FRAGMENTS if not is_read_whole(text)] == []


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_maps_are_labelled_as_such_and_the_lexer_finds_fault_with_them_where_they_can_not_be_read(path: Path) -> None:
    for info, text, line in blocks_of(path):
        if info.split(" ")[0] in StratLexer.aliases:
            whole = f"means a\n{text}" if text.startswith(" ") else text  # what is to be put under an element
            has_fault = any(kind is Error for kind, _ in StratLexer().get_tokens(whole))
            assert has_fault != is_read_whole(whole), f"line {line}"
        elif info:
            assert not (parse(Source("map.strat", text)).placed and is_read_whole(text)), f"line {line} is a map"
        else:
            pytest.fail(f"line {line}: what stands in the block is not said")


@pytest.mark.parametrize(("role", "text"), EXCERPTS)
def test_an_excerpt_stands_in_its_file(role: str, text: str) -> None:
    assert text in (ROOT / role.removeprefix("excerpt=")).read_text(encoding="utf-8")


def test_every_map_has_a_part_to_play() -> None:
    roles = [str(block.values[0]) for block in STRAT]
    assert [role for role in roles if not re.fullmatch(r"|fragment|(?:excerpt|write|append)=\S+", role)] == []


@pytest.mark.parametrize("path", WITH_COMMANDS, ids=name_of)
def test_commands_print_what_is_shown(path: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()  # no map above this folder is looked for
    copytree(ROOT / "examples", tmp_path / "examples")
    for info, text, line in blocks_of(path):
        language, _, role = info.partition(" ")
        action, _, file = role.partition("=")
        if action in ("write", "append"):
            target = tmp_path / file
            target.parent.mkdir(parents=True, exist_ok=True)
            before = target.read_text(encoding="utf-8") if action == "append" else ""
            target.write_text(before + text, encoding="utf-8")
        elif language == "console":
            _, *parts = _COMMAND.split(text)
            for command, output in zip(parts[::2], parts[1::2], strict=True):
                printed = run(command.strip(), tmp_path)
                if role == "excerpt":
                    paragraphs = printed.strip("\n").split("\n\n")
                    assert [each for each in output.strip("\n").split("\n\n") if each not in paragraphs] == []
                else:
                    assert printed.strip("\n") == output.strip("\n"), f"line {line}: {command}"


def run(command: str, folder: Path) -> str:
    """What a command prints to a terminal, without colours."""
    beside = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{beside}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1", "COLUMNS": "80"}
    for name in ("FORCE_COLOR", "MAKEFLAGS", "MAKELEVEL"):  # `make test` tells its own to a make in a document
        environment.pop(name, None)
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    return done.stdout


def test_the_page_of_rules_is_the_one_made_of_the_catalogue() -> None:
    command = "python -c \"from goalgraph.output.rules_page import render; print(render(), end='')\" > docs/rules.md"
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == rules_page.render(), f"run: {command}"


def test_the_readme_fits_on_one_screen() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 90


@pytest.mark.parametrize("word", [*vocabulary.USUAL_KINDS.items(), *vocabulary.USUAL_PROPERTIES.items()])
def test_the_reference_knows_the_words_of_other_notations(word: tuple[str, str]) -> None:
    usual, own = word
    text = (ROOT / "grammar" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+) \| `([a-z]+)` \|$", text, flags=re.MULTILINE)
    assert own in [ours for words, ours in rows if f"`{usual}`" in words.split(", ")]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_lead_to_files_and_headings_that_are_there(path: Path) -> None:
    missing = [
        f"{file}#{heading}"
        for file, heading in _LINK.findall(without_blocks(path))
        if not (path.parent / file).exists()
        or (heading and heading not in headings(path.parent / file if file else path))
    ]
    assert missing == []


def without_blocks(path: Path) -> str:
    return re.sub(r"^(`{3,}).*?^\1[ \t]*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def headings(path: Path) -> set[str]:
    """What the headings of a document are called in links to them."""
    titles = re.findall(r"^#+ (.*)$", without_blocks(path), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
