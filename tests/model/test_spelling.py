"""The nearest word by spelling."""

import difflib
from collections.abc import Callable

import pytest

from goalgraph.syntax.spelling import Speller, nearest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("retentoin", "retention"),
        ("retenton", "retention"),
        ("Retention", "retention"),
        ("staff-directry", "staff-directory"),
        ("directory-staff", "staff-directory"),
        ("fidelite", "fidélité"),
        ("顧客満", "顧客満足"),
        ("it", "it"),
    ],
)
def test_a_slip_leads_to_the_word_that_was_meant(word: str, meant: str) -> None:
    words = ["retention", "staff-directory", "portal", "fidélité", "顧客満足", "it"]
    assert nearest(word, words) == meant


@pytest.mark.parametrize("word", ["", "xyz", "zq", "q", "🚀"])
def test_nothing_is_offered_where_nothing_is_near(word: str) -> None:
    assert nearest(word, ["retention", "portal"]) is None


def test_nothing_is_near_among_no_words() -> None:
    assert nearest("portal", []) is None
    assert Speller([]).nearest("portal", limit=5) == []


def test_the_best_comes_first_and_no_more_than_asked_for() -> None:
    speller = Speller(["portals", "portal-2", "portal", "porter"])
    assert speller.nearest("portal", limit=3) == ["portal", "portals", "portal-2"]
    assert speller.nearest("portal") == ["portal"]


def test_words_of_one_likeness_come_in_alphabetical_order() -> None:
    for words in (["care-a", "care-b", "care-c"], ["care-c", "care-b", "care-a"]):
        assert Speller(words).nearest("care-x", limit=3) == ["care-a", "care-b", "care-c"]


def test_likeness_can_be_asked_for() -> None:
    assert nearest("informl", ["formal"], at_least=0.6) == "formal"
    assert nearest("informl", ["formal"], at_least=0.8) is None


def test_only_a_few_of_many_words_are_compared_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    ratio: Callable[[difflib.SequenceMatcher[str]], float] = difflib.SequenceMatcher.ratio
    compared: list[float] = []

    def counted(matcher: difflib.SequenceMatcher[str]) -> float:
        compared.append(ratio(matcher))
        return compared[-1]

    monkeypatch.setattr(difflib.SequenceMatcher, "ratio", counted)
    speller = Speller(f"element-{number}" for number in range(5_000))
    assert speller.nearest("element-4711x") == ["element-4711"]
    assert len(compared) <= 50
