"""The words in code are the words of the grammar file, and the words of other notations lead to them."""

import re

import pytest

from goalgraph.syntax import vocabulary
from goalgraph.syntax.grammar import grammar_text

_WORD_TERMINAL = re.compile(r"^([A-Z]+): /(?:\(\?:)?([a-z|]+)\)?\(\?!", re.MULTILINE)


def _terminals() -> dict[str, tuple[str, ...]]:
    """The words of each terminal that stands for words of the language."""
    return {name: tuple(words.split("|")) for name, words in _WORD_TERMINAL.findall(grammar_text())}


def _rule(name: str) -> str:
    """What the grammar says of a rule, without the names of its alternatives."""
    match = re.search(rf"^{name}:(.*?)(?=\n\n|\n[a-z_]+:)", grammar_text(), re.MULTILINE | re.DOTALL)
    assert match is not None
    return re.sub(r"->\s*\w+", "", match[1])


def _words_in(text: str) -> list[str]:
    terminals = _terminals()
    return [word for terminal in re.findall(r"[A-Z]+", text) for word in terminals.get(terminal, ())]


def test_kinds() -> None:
    assert _terminals()["KIND"] == vocabulary.KINDS


def test_strengths() -> None:
    assert _terminals()["STRENGTH"] == vocabulary.STRENGTHS


def test_clauses() -> None:
    assert _words_in(_rule("clause")) == list(vocabulary.CLAUSES)


def test_properties() -> None:
    assert sorted(_words_in(_rule("property"))) == sorted(vocabulary.PROPERTIES)
    assert len(set(vocabulary.PROPERTIES)) == len(vocabulary.PROPERTIES)


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("strength?", vocabulary.WEIGHED_LINKS),
        ("_names because? EOL", vocabulary.PLAIN_LINKS),
        ("clause*", ("measure",)),
        (") WORD EOL", vocabulary.WORD_ATTRIBUTES),
        (") _string EOL", vocabulary.STRING_ATTRIBUTES),
        ("TAGS", ("tags",)),
    ],
)
def test_each_group_of_properties_has_its_form(mark: str, words: tuple[str, ...]) -> None:
    (line,) = [
        line
        for line in _rule("property").split("\n")
        if mark in line and ("strength?" in line) == (mark == "strength?")
    ]
    assert _words_in(line) == list(words)


def test_every_word_of_the_grammar_is_known() -> None:
    known = {*vocabulary.KINDS, *vocabulary.PROPERTIES, *vocabulary.STRENGTHS, *vocabulary.CLAUSES}
    assert {word for words in _terminals().values() for word in words} == known


def test_every_usual_word_leads_to_a_word_of_the_language() -> None:
    assert set(vocabulary.USUAL_KINDS.values()) <= set(vocabulary.KINDS)
    assert set(vocabulary.USUAL_PROPERTIES.values()) <= set(vocabulary.PROPERTIES)


def test_no_usual_word_is_a_word_of_the_language_in_the_same_place() -> None:
    assert vocabulary.USUAL_KINDS.keys().isdisjoint(vocabulary.KINDS)
    assert vocabulary.USUAL_PROPERTIES.keys().isdisjoint(vocabulary.PROPERTIES)
    assert set(vocabulary.DATES_ELSEWHERE).isdisjoint(vocabulary.PROPERTIES)
    assert vocabulary.USUAL_PROPERTIES.keys().isdisjoint(vocabulary.DATES_ELSEWHERE)


@pytest.mark.parametrize(
    ("own", "usual"),
    [
        ("objective", "goal outcome pillar theme"),
        ("means", "initiative project task tool programme practice"),
        ("value", "vision mission purpose"),
        ("asset", "capability data brand culture"),
        ("concept", "trend framework recipe methodology"),
        ("unit", "team department actor"),
    ],
)
def test_the_usual_kinds_of_the_language_page(own: str, usual: str) -> None:
    assert {vocabulary.USUAL_KINDS[word] for word in usual.split()} == {own}


@pytest.mark.parametrize(
    ("own", "usual"),
    [
        ("serves", "supports contributes-to enables"),
        ("needs", "requires depends-on"),
        ("hinders", "blocks conflicts-with"),
        ("measure", "kpi metric target"),
        ("owner", "who team"),
    ],
)
def test_the_usual_properties_of_the_language_page(own: str, usual: str) -> None:
    assert {vocabulary.USUAL_PROPERTIES[word] for word in usual.split()} == {own}


def test_dates_of_other_notations_lead_to_a_measure() -> None:
    assert {"due", "deadline"} <= set(vocabulary.DATES_ELSEWHERE)
