"""What titles have in common: the same words, or one within the other."""

import re

import pytest

from goalgraph.graph.titles import ARTICLES, TitleIndex, all_words_of, words_of

ASCII = [chr(code) for code in range(128)]


@pytest.mark.parametrize("char", ASCII, ids=[f"{code:02x}" for code in range(128)])
def test_ascii_has_the_words_that_it_has_beside_another_script(char: str) -> None:
    text = f"The{char}Big {char}B{char} plan2"
    assert all_words_of(text) == all_words_of(f"{text} é")[:-1] == tuple(re.findall(r"[a-z0-9]+", text.lower()))


def test_words_are_compared_without_articles() -> None:
    assert words_of("The Häuser, a plan") == ("häuser", "plan")
    assert words_of(" ".join(sorted(ARTICLES))) == ()


def test_a_half_of_a_character_is_no_mistake() -> None:
    assert words_of("A \ud800 plan") == ("plan",)


def test_what_is_remembered_of_titles_is_bounded() -> None:
    assert words_of.cache_parameters()["maxsize"]


def test_titles_within_a_text_are_told_by_where_they_begin_and_then_by_place() -> None:
    titles = ["plan", "new plan", "new", "plan", "big new plan"]
    names = [f"{title} {at}" for at, title in enumerate(titles)]
    order = {name: at for at, name in enumerate(names)}
    index = TitleIndex((words_of(title), name) for title, name in zip(titles, names, strict=True))
    found = [name for _, name in index.within(words_of("A new plan, a plan anew"), order)]
    assert found == ["new plan 1", "new 2", "plan 0", "plan 3"]
    assert not list(index.within(words_of("Nothing that is in it"), order))


def test_a_title_less_and_one_more_change_no_other() -> None:
    first = TitleIndex([(("new", "plan"), "a"), (("plan",), "b"), (("plan",), "c")])
    second = first.changed([(("plan",), "b"), (("new", "plan"), "a")], [(("plan", "b"), "d")])
    order = {name: at for at, name in enumerate("abcd")}
    text = ("new", "plan", "b")
    assert [name for _, name in second.within(text, order)] == ["c", "d"]
    assert [name for _, name in first.within(text, order)] == ["a", "b", "c"]
