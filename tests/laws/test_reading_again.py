"""What is worked out anew after a change, in part, is what it would be if all were."""

from hypothesis import given
from hypothesis import strategies as st

from goalgraph.graph.reach import (
    Turned,
    components,
    components_again,
    difference,
    reachable,
    reachable_again,
    turned_again,
    turned_round,
)
from goalgraph.source import Source
from goalgraph.syntax.comparing import same_ends
from goalgraph.syntax.parser import parse, parse_again
from goalgraph.syntax.spelling import Speller

NAMES = "abcdefgh"
few = st.text("ab", max_size=9)
texts = st.lists(
    st.sampled_from(("value a", "# x", "    note 1", "", " ", "means b", '"""', "\r", "  # y", "é", "\u2028z")),
    max_size=9,
).map("\n".join)
arrows = st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda ends: ends[0] != ends[1]))


def steps_of(ends: set[tuple[str, str]]) -> dict[str, list[str]]:
    return {name: sorted(target for source, target in ends if source == name) for name in NAMES}


@given(few, few, few, few)
def test_same_ends_are_as_long_as_they_can_be(start: str, one: str, other: str, end: str) -> None:
    one, other = f"{start}{one}{end}", f"{start}{other}{end}"
    first, last = same_ends(one, other)
    assert same_ends(list(one), list(other)) == (first, last)
    most = min(len(one), len(other))
    assert one[:first] == other[:first]
    assert first == most or one[first] != other[first]
    assert one[len(one) - last :] == other[len(other) - last :]
    assert first + last == most or one[-1 - last] != other[-1 - last]


@given(texts, texts, st.data())
def test_a_file_that_is_parsed_again_is_what_it_is_when_it_is_new(before: str, added: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    now = Source("map.strat", before[:start] + added + before[end:])
    again, new = parse_again(now, parse(Source("map.strat", before))), parse(now)
    assert (again.pieces, again.starts, again.unread) == (new.pieces, new.starts, new.unread)


@given(arrows, arrows)
def test_components_are_found_again(before: set[tuple[str, str]], now: set[tuple[str, str]]) -> None:
    turned = Turned(frozenset(before - now), frozenset(now - before))
    assert difference(steps_of(before), steps_of(now), NAMES) == turned
    again = components_again(components(steps_of(before)), steps_of(now), turned)
    assert sorted(map(sorted, again)) == sorted(map(sorted, components(steps_of(now))))


@given(arrows, arrows, st.sets(st.sampled_from(NAMES)))
def test_what_leads_to_a_goal_is_found_again(
    before: set[tuple[str, str]], now: set[tuple[str, str]], goals: set[str]
) -> None:
    turned = Turned(frozenset(before - now), frozenset(now - before))
    backwards = turned_again(turned_round(steps_of(before)), turned)
    assert {name: set(sources) for name, sources in backwards.items()} == {
        name: set(sources) for name, sources in turned_round(steps_of(now)).items()
    }
    found = reachable(turned_round(steps_of(before)), goals)
    assert reachable_again(found, steps_of(now), backwards, goals, turned) == reachable(backwards, goals)


@given(st.sets(st.text("ab1-", min_size=1, max_size=5)), st.sets(st.text("ab1-", min_size=1, max_size=5)), few)
def test_what_was_learnt_and_forgotten_leaves_no_trace(known: set[str], forgotten: set[str], word: str) -> None:
    speller = Speller(sorted(known | forgotten, reverse=True))
    for each in forgotten:
        speller.forget(each)
    assert speller.nearest(word, 9, 0.3) == Speller(sorted(known - forgotten)).nearest(word, 9, 0.3)
