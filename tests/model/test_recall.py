"""What stays the same when a map is read again: statements move, and what was made of them moves along."""

from goalgraph.model.problems import DeclaredTwice
from goalgraph.model.recall import Recall
from goalgraph.model.resolver import resolve
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.source import Source
from goalgraph.syntax.parser import parse

MAP = (
    'value trust "Trust"\nobjective calm "Calm"\n    serves trust\nmeans desk "Desk"\n    serves calm\n    since 2026\n'
)


def read(recall: Recall, *texts: str) -> StrategyMap:
    return resolve([parse(Source(f"{at}.strat", text)) for at, text in enumerate(texts)], recall=recall)


def test_an_element_stays_the_same_and_tells_its_new_place() -> None:
    recall = Recall()
    first = read(recall, MAP)
    second = read(recall, "# a comment\n\n" + MAP)
    for name in ("trust", "calm", "desk"):
        assert second.elements[name] is first.elements[name]
    assert second.elements["desk"].place.where == "0.strat:6:7"
    assert second.elements["desk"].written("since").where == "0.strat:8:11"
    assert [link.place.where for link in second.links] == ["0.strat:5:5", "0.strat:7:5"]


def test_only_the_statement_that_was_edited_is_made_anew() -> None:
    recall = Recall()
    first = read(recall, MAP)
    second = read(recall, MAP.replace('"Calm"', '"Calmer"'))
    assert [second.elements[name] is first.elements[name] for name in ("trust", "calm", "desk")] == [True, False, True]
    assert [new is old for new, old in zip(second.links, first.links, strict=True)] == [False, True]


def test_a_statement_is_linked_anew_when_what_it_names_comes_goes_or_changes_its_kind() -> None:
    recall = Recall()
    read(recall, MAP)
    without = read(recall, MAP.replace("objective calm", "objective quiet"))
    assert [link.target for link in without.links] == ["trust"]
    again = read(recall, MAP)
    assert [link.target for link in again.links] == ["trust", "calm"]
    refused = read(recall, MAP.replace('objective calm "Calm"', 'strategy calm "Calm"'))
    assert [link.target for link in refused.links] == []


def test_of_two_statements_with_one_text_each_keeps_its_own_place() -> None:
    recall = Recall()
    for _ in range(3):
        twice = read(recall, MAP, MAP)
        told = {each.name: each.places for each in twice.problems if isinstance(each, DeclaredTwice)}
        assert [place.where for place in told["desk"]] == ["0.strat:4:7", "1.strat:4:7"]


def test_which_of_two_counts_is_found_out_anew() -> None:
    recall = Recall()
    unit, means = 'unit calm "Calm"\n', 'means calm "Calm"\n'
    linked = 'concept recipe "Recipe"\n    keep calm\n'
    assert not read(recall, unit + means, linked).links
    assert [link.target for link in read(recall, means + unit, linked).links] == ["calm"]
    assert not read(recall, unit + means, linked).links


def test_what_is_gone_is_forgotten() -> None:
    recall = Recall()
    read(recall, MAP)
    read(recall, 'value trust "Trust"\n')
    assert [file.pieces for file in recall.files.values()] == [['value trust "Trust"\n']]
