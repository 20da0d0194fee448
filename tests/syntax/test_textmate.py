"""The TextMate grammar has the words of the language, colours what it says it does, and agrees with the lexer."""

import json
import random
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pygments.token import Comment, Error, Keyword, Literal, Name, Number, Punctuation, String

from goalgraph.syntax import vocabulary
from goalgraph.syntax.grammar import grammar_folder
from goalgraph.syntax.highlighting import StratLexer
from tests.helpers import blocks
from tests.syntax.test_highlighting import PIECES

ROOT = Path(__file__).parents[2]
GRAMMAR = grammar_folder() / "strat.tmLanguage.json"
ASSERTIONS = sorted((Path(__file__).parent / "textmate").glob("*.strat"))
TOKENS = Path(__file__).parent / "textmate" / "tokens.js"
NODE_MODULES = ROOT / "tests" / "tools" / "node_modules"
TESTER = NODE_MODULES / ".bin" / "vscode-tmgrammar-test"

needs_tester = pytest.mark.skipif(
    not (TESTER.exists() and shutil.which("node")),
    reason="The TextMate grammar is NOT CHECKED: vscode-tmgrammar-test is not in tests/tools; `make test` installs it",
)

BECAUSE = ("because",)
WORDS: dict[str, list[tuple[str, ...]]] = {
    "statement": [vocabulary.KINDS],
    "weighed-link": [vocabulary.WEIGHED_LINKS, vocabulary.STRENGTHS, BECAUSE],
    "plain-link": [vocabulary.PLAIN_LINKS, BECAUSE],
    "tags": [("tags",)],
    "measure": [("measure",)],
    "clause": [vocabulary.CLAUSES],
    "word-attribute": [vocabulary.WORD_ATTRIBUTES],
    "string-attribute": [vocabulary.STRING_ATTRIBUTES],
    "ignore": [("goalgraph",), ("ignore",), BECAUSE, ("until",)],
}

SCOPES = {
    Keyword.Declaration: "keyword.declaration",
    Keyword: "keyword.other",
    Keyword.Constant: "constant.language",
    Name.Class: "entity.name",
    Name: "variable.other",
    Number: "constant.numeric",
    Literal.Date: "constant.numeric",
    String.Double: "string.quoted",
    Comment.Single: "comment.line",
    Punctuation: "punctuation.separator",
    Error: "invalid.illegal",
}  # fmt: skip


def rules() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(GRAMMAR.read_text(encoding="utf-8"))["repository"]
    return found


def expressions(rule: object) -> list[str]:
    """The regular expressions of a rule and of those inside it, in order."""
    if isinstance(rule, list):
        return [each for inner in rule for each in expressions(inner)]
    if not isinstance(rule, dict):
        return []
    found = [rule[key] for key in ("match", "begin", "while", "end") if key in rule]
    return found + [each for inner in rule.values() for each in expressions(inner)]


def test_each_word_is_in_the_rule_where_it_belongs_and_no_other_word_is() -> None:
    found = {
        name: [tuple(words.split("|")) for text in expressions(rule) for words in re.findall(r"\(([a-z|]+)\)", text)]
        for name, rule in rules().items()
    }
    assert {name: words for name, words in found.items() if words} == WORDS


def test_no_word_hides_outside_the_lists() -> None:
    texts = [re.sub(r"\([a-z|]+\)", "", text) for text in expressions(rules())]
    assert [text for text in texts if re.search(r"[a-z]{3}", text)] == []


def test_every_rule_is_reached_and_every_rule_that_is_named_is_there() -> None:
    grammar = GRAMMAR.read_text(encoding="utf-8")
    assert set(re.findall(r'"#([a-z-]+)"', grammar)) == set(rules())


def test_every_scope_is_asserted_and_none_that_is_asserted_is_misspelt() -> None:
    lines = [line for path in ASSERTIONS for line in path.read_text(encoding="utf-8").splitlines()]
    asserted = {
        scope
        for line in lines
        if re.match(r"#\s*(?:\^|<[~-])", line)
        for scope in re.findall(r"[a-z][a-z.-]+\.strat", line)
    }
    given = set(re.findall(r"[a-z][a-z.-]+\.strat", GRAMMAR.read_text(encoding="utf-8"))) - {"source.strat"}
    assert asserted == given


@needs_tester
def test_what_each_stretch_is_coloured_as() -> None:
    done = subprocess.run(
        [TESTER, "--grammar", GRAMMAR, *ASSERTIONS], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("run successfuly") == len(ASSERTIONS) >= 5, done.stdout


@needs_tester
def test_the_tester_tells_what_is_not_as_it_is_asserted(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.strat"
    wrong.write_text('# SYNTAX TEST "source.strat"\nmeans a\n# <----- entity.name.type.strat\n')
    done = subprocess.run([TESTER, "--grammar", GRAMMAR, wrong], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "entity.name.type.strat" in done.stdout


def by_textmate(texts: list[str]) -> list[list[tuple[str, str]]]:
    """What every character of each text is coloured as, white space left out."""
    done = subprocess.run(
        ["node", TOKENS, GRAMMAR, NODE_MODULES], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return [
        [
            (character, ".".join(scopes[1].split(".")[:2]) if len(scopes) > 1 else "")
            for line in lines
            for said, scopes in line
            for character in said
            if not character.isspace()
        ]
        for lines in json.loads(done.stdout)
    ]


def by_pygments(text: str) -> list[tuple[str, str]]:
    return [
        (character, SCOPES[kind])
        for _, kind, said in StratLexer().get_tokens_unprocessed(text)
        for character in said
        if not character.isspace()
    ]


def assert_agreement(texts: list[str]) -> None:
    for text, told in zip(texts, by_textmate(texts), strict=True):
        assert told == by_pygments(text), text


@needs_tester
def test_lexer_and_grammar_agree_on_all_maps_and_documents() -> None:
    maps = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("*.strat")) + ASSERTIONS]
    documents = [ROOT / "README.md", *(path for top in ("grammar", "docs", "goalgraph") for path in markdown(top))]
    shown = [
        text
        for path in documents
        for info, text, _ in blocks(path.read_text(encoding="utf-8"))
        if info.startswith("strat")
    ]
    assert len(maps) > 25
    assert len(shown) > 50
    assert_agreement(maps + shown)


def markdown(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.md"))


@needs_tester
def test_lexer_and_grammar_agree_on_whatever_is_half_typed() -> None:
    drawn = random.Random(0)
    assert_agreement(["".join(drawn.choices(PIECES, k=drawn.randrange(40))) for _ in range(2000)])


@needs_tester
@pytest.mark.parametrize(
    "line",
    ["means a " + "(" * 5000, "    serves " + "a, " * 5000, "    serves " + "a " * 5000, " " * 15000 + "x", '"' * 9001,
     '    note "' + "\\" * 9000, "    measure " + "of of " * 2000, "# goalgraph: ignore " + "a, " * 5000 + "!"],
    ids=lambda line: repr(line[:24]),
)  # fmt: skip
def test_lexer_and_grammar_agree_on_very_long_lines(line: str) -> None:
    assert_agreement([f'{line}\nmeans b "B"\n'])
