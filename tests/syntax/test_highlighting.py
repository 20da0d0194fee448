"""The lexer gives every character back, and takes words for those of the language where the grammar does."""

import subprocess
import sys
from textwrap import dedent

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pygments.token import Comment, Error, Keyword, Name, String, Whitespace

from goalgraph.source import Source
from goalgraph.syntax import vocabulary
from goalgraph.syntax.highlighting import StratLexer
from goalgraph.syntax.parser import parse
from tests.laws.maps import Map, maps, text_of
from tests.output.verdicts import ROOT

PIECES = (
    *vocabulary.KINDS, *vocabulary.PROPERTIES, *vocabulary.STRENGTHS, *vocabulary.CLAUSES, "name", "формат", "é.è-ê",
    '"', '"""', '"a title"', "\\", '\\"', "\n", "\r\n", "\r", "\n    ", "\t", " ", "#", ",", "2027-06", "95%", "€40k",
    "\0", "\u2028", "👍", "\ufeff", "{", "'",
)  # fmt: skip
half_typed = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def lexed(text: str) -> list[tuple[object, str]]:
    return [(kind, value) for _, kind, value in StratLexer().get_tokens_unprocessed(dedent(text))]


def said(text: str) -> list[tuple[object, str]]:
    return [(kind, value) for kind, value in lexed(text) if kind is not Whitespace]


@given(st.one_of(st.text(), half_typed))
@example('means a """\\')
@example('"\\\n')
@example('means a """\n\\\nmeans b')
def test_every_character_comes_out_again_in_order(text: str) -> None:
    assert "".join(value for _, value in lexed_as_it_is(text)) == text


def lexed_as_it_is(text: str) -> list[tuple[object, str]]:
    told = list(StratLexer().get_tokens_unprocessed(text))
    assert [at for at, _, _ in told] == [sum(len(value) for _, _, value in told[:index]) for index in range(len(told))]
    return [(kind, value) for _, kind, value in told]


@given(maps())
def test_nothing_is_wrong_in_a_map_without_a_mistake(drawn: Map) -> None:
    assert Error not in {kind for kind, _ in lexed(text_of(drawn))}


def test_nothing_is_wrong_in_the_examples() -> None:
    for path in sorted(ROOT.glob("examples/**/*.strat")):
        text = path.read_text(encoding="utf-8")
        if not any(statement.unread for statement in parse(Source(path.name, text)).statements):
            assert Error not in {kind for kind, _ in lexed(text)}, path


@pytest.mark.parametrize("word", vocabulary.KINDS)
def test_every_kind(word: str) -> None:
    assert said(f'{word} {word} "Title"') == [
        (Keyword.Declaration, word),
        (Name.Class, word),
        (String.Double, '"Title"'),
    ]


@pytest.mark.parametrize("word", vocabulary.PROPERTIES)
def test_every_property(word: str) -> None:
    assert said(f"means a\n    {word} ")[2:] == [(Keyword, word)]
    assert said(f"means a\n    {word}x ")[2] == (Error, f"{word}x")
    assert said(f"means {word}")[1] == (Name.Class, word)


@pytest.mark.parametrize("word", vocabulary.STRENGTHS)
@pytest.mark.parametrize("link", vocabulary.WEIGHED_LINKS)
def test_every_strength(link: str, word: str) -> None:
    told = said(f'means a\n    {link} {word}, {word} {word} because "so"')[2:]
    assert [kind for kind, value in told if value == word] == [Name, Name, Keyword]
    assert told[-2:] == [(Keyword, "because"), (String.Double, '"so"')]


@pytest.mark.parametrize("link", vocabulary.PLAIN_LINKS)
def test_links_without_strength(link: str) -> None:
    assert said(f'means a\n    {link} b because "so"')[-2:] == [(Keyword, "because"), (String.Double, '"so"')]
    assert said(f"means a\n    {link} b strongly")[-1] == (Error, "strongly")


@pytest.mark.parametrize("word", vocabulary.CLAUSES)
def test_every_clause(word: str) -> None:
    assert (Keyword, word) in said(f'objective o\n    measure "what is {word}" {word} 3')
    assert said(f'objective o\n    measure "what is {word}" of {word}')[-1] == (Name, word)


def test_values() -> None:
    told = said(
        'objective o\n    since 2026-Q1\n    sphere informal\n    measure "x" of o from "12 days" to €40k by 2027'
    )
    assert [(str(kind).removeprefix("Token."), value) for kind, value in told[3:]] == [
        ("Literal.Date", "2026-Q1"),
        ("Keyword", "sphere"),
        ("Keyword.Constant", "informal"),
        ("Keyword", "measure"),
        ("Literal.String.Double", '"x"'),
        ("Keyword", "of"),
        ("Name", "o"),
        ("Keyword", "from"),
        ("Literal.String.Double", '"12 days"'),
        ("Keyword", "to"),
        ("Literal.Number", "€40k"),
        ("Keyword", "by"),
        ("Literal.Number", "2027"),
    ]


def test_comments_are_none_in_texts() -> None:
    text = 'means a "A # b" # c\n    note """ d\n# e\n    """ # f\n'
    assert [value for kind, value in lexed(text) if kind is Comment.Single] == ["# c", "# f"]


def test_what_is_not_closed_spoils_no_other_statement() -> None:
    text = 'means a "A\n    note """ this\n    and that\nmeans b "B"\n'
    assert said(text)[-3:] == [(Keyword.Declaration, "means"), (Name.Class, "b"), (String.Double, '"B"')]


def test_pygments_knows_it_by_name_and_by_file() -> None:
    program = (
        "from pygments.lexers import get_lexer_by_name as named, get_lexer_for_filename as of_file;"
        "print(named('strat').name, named('goalgraph').name, of_file('plan.strat').name, sep='|')"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert told == "|".join([StratLexer.name] * 3) + "\n"
