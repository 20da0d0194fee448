"""The section that says what of each concept is kept, dropped and weighed."""

from goalgraph.output.html.concepts import SortedConcept, keep_and_drop
from tests.output.sections import maps, plain, section

MAP = """
value v "People trust us"
objective o "Answers in a day"
    serves v
means finder "Finder"
    serves o
means tags "Tags"
means stream "Stream"
    serves finder
means old "Old wiki"
    status stopped
concept suite "The suite"
    keep finder, tags
    drop stream because "Nobody asked"
    drop badges
    weigh blogs because "Two want them"
    keep old
concept untouched "Untouched"
"""


def sorted_here(text: str, *, hidden: bool = False) -> list[SortedConcept]:
    return [concept for found in keep_and_drop(maps(text, hidden=hidden)) for concept in found.concepts]


def told(concept: SortedConcept) -> dict[str, list[tuple[str, str, str]]]:
    return {
        column.title: [(part.part.title, plain(part.said), plain(part.amiss)) for part in column.parts]
        for column in concept.columns
    }


def test_each_part_stands_in_its_list_with_its_purpose_or_reason() -> None:
    suite, _ = sorted_here(MAP)
    assert told(suite) == {
        "Keep": [
            ("Finder", "for [Answers in a day], and so for [People trust us]", ""),
            ("Tags", "", "for no objective"),
            ("Old wiki", "stopped", ""),
        ],
        "Drop": [
            ("Stream", "Nobody asked", "used all the same: for [Finder]"),
            ("badges", "no reason given", ""),
        ],
        "Weigh": [("blogs", "Two want them", "")],
    }


def test_declared_parts_are_linked_and_others_are_words() -> None:
    html = section("keep-and-drop", MAP)
    assert '<li><a href="#e-finder">Finder</a> <small>for <a href="#e-o">' in html
    assert "<li>badges <small>no reason given</small></li>" in html
    assert '<a href="#e-suite">The suite</a>' in html
    assert '<small class="not">for no objective</small>' in html


def test_a_concept_that_is_not_sorted_says_so() -> None:
    _, untouched = sorted_here(MAP)
    assert untouched.columns == ()
    assert untouched.unsorted == "Not sorted: nothing of it is kept, dropped or weighed."
    assert untouched.unsorted in section("keep-and-drop", MAP)


def test_what_was_not_read_may_have_sorted_it() -> None:
    said = "Nothing of it that could be read is kept, dropped or weighed."
    assert sorted_here(f"{MAP}    kep finder\n")[1].unsorted == said
    assert sorted_here(MAP, hidden=True)[1].unsorted == said


def test_where_one_list_is_empty_it_says_so() -> None:
    html = section("keep-and-drop", "means a\nconcept c\n    keep a\n")
    assert html.count('<li class="nothing">nothing</li>') == 2


def test_a_part_that_is_said_twice_stands_once() -> None:
    (concept,) = sorted_here("means a\nconcept c\n    keep a\n    keep a\n")
    assert [column.count for column in concept.columns] == [1, 0, 0]


def test_of_very_many_parts_and_concepts_the_rest_is_counted() -> None:
    words = ", ".join(f"w{number}" for number in range(45))
    html = section("keep-and-drop", "".join(f"concept c{number}\n    weigh {words}\n" for number in range(60)))
    assert html.count("and 15 more</li>") == 40
    assert "and 20 more concepts" in html


def test_without_a_concept_there_is_nothing_to_say() -> None:
    assert section("keep-and-drop", "means a\n") == ""
    assert section("keep-and-drop", "concept c\n    status stopped\n") == ""


def test_of_several_maps_each_has_its_part() -> None:
    html = section("keep-and-drop", 'strategy s "Plan"\nconcept c "C"\n', "means a\n", "concept d\n")
    assert "<h3>Plan</h3>" in html
    assert '<h4 class="concept"><a href="#e-c">C</a></h4>' in html
    assert '<h3 class="concept">' in section("keep-and-drop", "concept c\n")
