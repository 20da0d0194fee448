"""Elements as sections name them."""

from goalgraph.output.html.addresses import addresses
from goalgraph.output.html.naming import Named, namings
from tests.output.sections import maps, plain, verdict_of

MAP = """
value v "People trust us"
objective won "Won"
    serves v
objective lost "Lost"
means a "A"
    serves won
means b "B"
    serves lost
means c "C"
means d "D"
    serves v
"""


def test_an_element_is_called_by_its_title_and_what_is_none_by_its_name() -> None:
    (naming,) = maps(MAP)
    assert naming.name("won") == Named("Won", "e-won")
    assert naming.name("word") == Named("word", "")
    assert naming.name("won", linked=False) == Named("Won", "")


def test_what_has_no_row_on_the_page_is_not_linked() -> None:
    verdict = verdict_of(MAP)
    (naming,) = namings(verdict, addresses(verdict).elements, {"e-a"})
    assert [naming.name(name).href for name in ("a", "b")] == ["e-a", ""]


def test_elements_in_a_row_are_counted_where_they_are_many() -> None:
    (naming,) = maps(MAP)
    assert plain(naming.row(["a"])) == "[A]"
    assert plain(naming.row(["a", "b"])) == "[A] and [B]"
    assert plain(naming.row(["a", "b", "c", "d"])) == "[A], [B], [C] and [D]"
    assert plain(naming.row(["a", "b", "c", "d", "v"])) == "[A], [B], [C] and 2 more"
    assert naming.row([]) == ()


def test_a_purpose_is_the_nearest_objective_and_the_value() -> None:
    (naming,) = maps(MAP)
    said = {name: naming.purpose(name) for name in "abcd"}
    assert {name: (plain(purpose.said), purpose.missed) for name, purpose in said.items()} == {
        "a": ("for [Won], and so for [People trust us]", False),
        "b": ("for [Lost], which reaches no value", True),
        "c": ("for no objective", True),
        "d": ("for [People trust us]", False),
    }


def test_what_was_not_read_may_lead_to_a_value() -> None:
    (naming,) = maps(f"{MAP}means e\n    serves gone\nmeans f\n    serves lost, gone\n")
    for name, said in {
        "a": "for [Won], and so for [People trust us]",
        "e": "it is unclear what for",
        "f": "for [Lost]; whether a value is reached is unclear",
    }.items():
        assert plain(naming.purpose(name).said) == said
        assert not naming.purpose(name).missed
    (naming,) = maps(MAP, hidden=True)
    assert not naming.purpose("c").missed


def test_where_no_value_is_named_none_is_missed() -> None:
    (naming,) = maps('objective o "O"\nmeans a\n    serves o\nmeans b\n')
    assert plain(naming.purpose("a").said) == "for [O]"
    assert not naming.purpose("a").missed
    assert naming.purpose("b").missed


def test_maps_have_titles_where_there_are_several() -> None:
    assert [naming.title for naming in maps(MAP)] == [""]
    assert [naming.title for naming in maps('strategy s "Plan"\n', MAP, "")] == ["Plan", "map1.strat", "map2.strat"]
