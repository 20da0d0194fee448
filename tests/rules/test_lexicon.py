"""The words by which titles are judged, and what is remembered of titles that were judged before."""

from goalgraph import analyse
from goalgraph.config import Config, WordChanges
from goalgraph.rules.inversion.lexicon import lexicon
from goalgraph.source import Source

MAP = """\
value health "Health"
objective open "Deploy nurses"
    serves health
objective known "Nurses know every village"
    serves health
    measure "logins per month" of portal
means portal "Portal"
    serves open, known
"""
WITHOUT = WordChanges(fewer=(("activities", "deploy"), ("use", "logins")))


def _rules(words: WordChanges) -> list[str]:
    return [finding.rule for finding in analyse([Source("a.strat", MAP)], Config(words=words)).findings]


def test_a_map_judged_again_by_other_words_is_judged_by_these() -> None:
    told = [_rules(words) for words in (WordChanges(), WITHOUT) * 2]
    assert told == [["activity-as-objective", "use-as-success"], []] * 2


def test_one_title_is_judged_by_each_lexicon_for_itself() -> None:
    changes = (WordChanges(), WITHOUT, WordChanges(more=(("activities", "deploy nurses"),)))
    said = [lexicon(each).activity_in("Deploy nurses") for each in changes * 2]
    assert said == ["deploy", None, "deploy nurses"] * 2


def test_one_measure_is_judged_by_each_lexicon_for_itself() -> None:
    said = [lexicon(each).use_in("logins per month") for each in (WordChanges(), WITHOUT) * 2]
    assert said == ["logins", None] * 2


def test_one_title_may_be_an_activity_as_an_objective_and_none_as_a_value() -> None:
    words = lexicon()
    said = [words.activity_in("Work for all", names_value=each) for each in (False, True) * 2]
    assert said == ["work", None] * 2


def test_what_is_remembered_of_texts_is_bounded() -> None:
    words = lexicon()
    assert all(each.cache_parameters()["maxsize"] for each in (words.use_in, words.activity_in))
