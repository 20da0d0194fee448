"""How concepts are sorted, and which means bear their titles."""

from goalgraph.graph.sorting import Namesakes, namesakes, sortings
from goalgraph.model.links import Link
from tests.graph.maps import graph_of

MAP = """
    means a "Rounds"
    means b
        status stopped
    means c "The rounds"
    concept one "Rounds!"
        weigh word, c
        drop other because "No"
        keep a, b
    concept two "Two"
        drop b
    concept gone "Gone"
        status stopped
        keep a
    concept none "None"
"""


def _names(links: tuple[Link, ...]) -> list[str]:
    return [link.target for link in links]


def test_parts_are_kept_dropped_and_weighed_and_what_is_stopped_stands_apart() -> None:
    found = sortings(graph_of(MAP))
    one = found["one"]
    assert list(found) == ["one", "two", "none"]
    assert [_names(links) for links in one[1:]] == [["a"], ["other"], ["word", "c"], ["b"]]
    assert one.parts == ("word", "c", "other", "a", "b")
    assert [_names(links) for links in found["two"][1:]] == [[], [], [], ["b"]]
    assert found["none"].parts == ()


def test_all_is_kept_where_nothing_is_dropped_weighed_or_stopped() -> None:
    found = sortings(
        graph_of(
            "means a\nmeans b\nconcept all\n    keep a, b\n" + "concept none\nconcept some\n    keep a\n    drop b\n"
        )
    )
    assert {name: sorting.keeps_all for name, sorting in found.items()} == {"all": True, "none": False, "some": False}


def test_namesakes_are_the_means_that_no_concept_of_the_title_has_taken_apart() -> None:
    assert namesakes(graph_of(MAP)) == {}
    text = 'means a "T"\nmeans b "t"\nconcept c "The T"\n    drop x, b\nconcept d "T"\nmeans e "U"\n'
    both = Namesakes(("c", "d"), ("a",))
    assert namesakes(graph_of(text)) == {"c": both, "d": both}
    assert namesakes(graph_of(text + 'value v "T"\n')) == {}
