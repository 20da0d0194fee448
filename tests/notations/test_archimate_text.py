"""The text that is written: names, titles, notes, order, and that it is what `goalgraph fmt` would print."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalgraph.notations.archimate import read_archimate
from goalgraph.notations.archimate.names import Names
from goalgraph.source import Source
from goalgraph.syntax.parser import parse
from goalgraph.syntax.printer import print_document
from goalgraph.syntax.vocabulary import KINDS, PROPERTIES, STRENGTHS
from tests.notations.conftest import Build

# Whatever XML 1.0 can hold.
XML_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=60).map(
    lambda text: re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
)


def _heads(text: str) -> list[tuple[str, str | None]]:
    """The names and titles of a map that is read without a mistake and stays as it is under `fmt`."""
    document = parse(Source("x.strat", text))
    assert not document.unread
    assert not any(statement.unread for statement in document.statements)
    assert print_document(document) == text
    heads = [statement.head for statement in document.statements if statement.head]
    return [(head.name.text, head.title.value if head.title else None) for head in heads]


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(titles=st.lists(XML_TEXT | st.sampled_from(["Calm", "calm", "Calm 2", ""]), max_size=8), model=XML_TEXT)
def test_any_titles_give_a_map(build: Build, titles: list[str], model: str) -> None:
    elements = [(f"e{number}", "Goal", title) for number, title in enumerate(titles)]
    relations = [(f"e{number}", "Influence", "e0") for number in range(len(titles))]
    imported = read_archimate(build(elements, relations, model), "m")
    heads = _heads(imported.text)
    names = [name for name, _ in heads]
    assert len(set(names)) == len(names) == len(titles) + 1
    assert imported.links == len(titles)


@given(title=st.text(), type_words=st.sampled_from(["goal", "course of action"]))
def test_names_are_never_long(title: str, type_words: str) -> None:
    assert 0 < len(Names().make(title, type_words)) <= 40


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Cut costs by 5%", "cut-costs-by-5"),
        ("Fidélité des clients", "fidélité-des-clients"),
        ("Client's needs", "clients-needs"),
        ("顧客満足", "顧客満足"),
        ("हिन्दी", "हिन्दी"),
        ("2030 targets", "goal-2030-targets"),
        ("٣ أهداف", "goal-٣-أهداف"),
        ("<<Risk>> Fire!", "risk-fire"),
        ("under_score", "under-score"),
        ("", "goal"),
        ("***", "goal"),
        ("Improve the structural integrity of the house", "improve-the-structural-integrity"),
        ("x" * 60, "x" * 40),
        ("\u0301", "goal"),
    ],
)
def test_names_are_readable(title: str, name: str) -> None:
    assert Names().make(title, "goal") == name


def test_names_are_unique() -> None:
    names = Names()
    assert [names.make(title, "goal") for title in ("A", "a 2", "A", "A", "A 2")] == ["a", "a-2", "a-3", "a-4", "a-2-2"]


@pytest.mark.parametrize("word", [*KINDS, *PROPERTIES, *STRENGTHS])
def test_words_of_the_language_are_names_too(archi: Build, word: str) -> None:
    data = archi([("a", "Goal", word), ("b", "CourseOfAction", "B")], [("b", "Realization", "a")])
    assert (word, word) in _heads(read_archimate(data, "m").text)


def test_titles_are_one_line(archi: Build) -> None:
    data = archi([("a", "Goal", 'Two\n\tlines \u00a0and\u200b a \u202espoof\u0085 "quoted" \\')])
    assert _heads(read_archimate(data, "m").text)[1][1] == 'Two lines and a spoof "quoted" \\'


def test_kinds_stand_in_order_and_within_a_kind_as_in_the_model(archi: Build) -> None:
    types = ["Stakeholder", "Resource", "Goal", "Capability", "Outcome", "Value"]
    text = read_archimate(archi([(each, each, each) for each in types]), "m").text
    tags = [line.split()[1] for line in text.splitlines() if line.startswith("    tags")]
    assert tags == ["Value", "Goal", "Outcome", "Capability", "Resource", "Stakeholder"]


def test_a_long_link_line_is_broken(archi: Build) -> None:
    goals = [(f"g{number}", "Goal", f"The goal that is number {number}") for number in range(9)]
    data = archi([*goals, ("m", "CourseOfAction", "M")], [("m", "Realization", goal[0]) for goal in goals])
    text = read_archimate(data, "m").text
    _heads(text)
    assert text.count("    serves ") == 3
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize(
    ("documentation", "note"),
    [
        ("Why\n  it is so.", "Why it is so."),
        ("First, e.g. this. " + "Then that. " * 30, "First, e.g. this."),
        ("word " * 60, None),
        ("Calm", None),
        (" \n", None),
    ],
)
def test_short_documentation_becomes_a_note(exchange: Build, documentation: str, note: str | None) -> None:
    element = f"</name><documentation>{documentation}</documentation></element>".encode()
    imported = read_archimate(exchange([("a", "Goal", "Calm")]).replace(b"</name></element>", element), "m")
    _heads(imported.text)
    assert ("note" in imported.text) == (note is not None)
    assert note is None or f'    note "{note}"\n' in imported.text
    assert bool(imported.left_out) == (len(documentation) > 200)
