"""Sorting what is on offer."""

from itertools import permutations
from textwrap import dedent

import pytest

from goalgraph.analysis import analyse
from goalgraph.source import Source
from tests.helpers import assert_marked

SOUND = """
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
"""


def test_a_concept_that_nothing_serves_is_asked_nothing() -> None:
    assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            keep pharmacy
            drop badges because "Nobody asks for them"
        """
    )


def test_all_that_is_done_for_a_recipe_is_told_in_one_finding() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            keep pharmacy
            drop badges because "Nobody asks for them"
        means course "Course"
            serves circle  # finding: recipe-as-end
        objective mastery "Masters of trust"
            serves circle
        means book "Book"
            serves course
        """
    )
    assert finding.violation.elements == ("circle", "course", "mastery")
    assert finding.violation.leads_in == ("course", "mastery", "book")


def test_a_kept_part_with_helpers_is_told_as_kept() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        means lounge "Lounge"
        means chairs "Chairs"
            serves lounge
        concept circle "Circle of trust"
            keep pharmacy, lounge  # finding: kept-without-purpose
            drop badges because "Nobody asks for them"
        """
    )
    assert finding.violation.leads_in == ("chairs",)


def test_a_part_that_two_concepts_keep_is_told_once() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        means lounge "Lounge"
        concept circle "Circle of trust"
            keep lounge  # finding: kept-without-purpose
            drop badges because "Nobody asks for them"
        concept square "Square of trust"
            keep lounge
            drop pins because "Nobody asks for them"
        """
    )
    assert [label.text for label in finding.violation.labels][1:] == ["kept by `square`, too"]


def test_a_kept_part_that_serves_something_else_that_is_for_nothing_is_listed_there() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        means house "House"  # finding: means-as-end
        means lounge "Lounge"
            serves house
        concept circle "Circle of trust"
            keep lounge
            drop badges because "Nobody asks for them"
        """
    )
    assert finding.violation.leads_in == ("lounge",)


def test_a_dropped_or_stopped_part_needs_no_purpose() -> None:
    assert_marked(
        SOUND
        + """
        means lounge "Lounge"
            status stopped
        concept circle "Circle of trust"
            keep lounge, pharmacy
            drop badges because "Nobody asks for them"
        """
    )


def test_a_kept_part_that_is_its_own_purpose_is_told_as_that() -> None:
    assert_marked(
        SOUND
        + """
        means lounge "Lounge"
            serves lounge  # finding: own-purpose
        concept circle "Circle of trust"
            keep lounge, pharmacy
            drop badges because "Nobody asks for them"
        """
    )


def test_a_kept_part_that_a_measure_counts_is_asked_nothing() -> None:
    assert_marked(
        """
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            measure "people tested" of lounge to 90
        means pharmacy "Test at the pharmacy"
            serves early
        means lounge "Lounge"
        concept circle "Circle of trust"
            keep lounge, pharmacy
            drop badges because "Nobody asks for them"
        """
    )


def test_a_concept_in_which_nothing_is_sorted_is_told() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"  # finding: unsorted
            note "Offered in spring"
        """
    )
    assert finding.violation.elements == ("circle",)
    assert finding.message == 'nothing of "Circle of trust" (`circle`) is kept, dropped or weighed'


def test_one_part_of_any_fate_is_a_beginning() -> None:
    assert_marked(
        SOUND
        + """
        concept kept "Circle of trust"
            keep pharmacy
        concept dropped "Square of trust"
            drop badges because "Nobody asks for them"
        concept weighed "Corner of trust"
            weigh badges  # finding: undecided
        concept stopped "Line of trust"
            keep lounge
        means lounge "Lounge"
            status stopped
        concept gone "Arc of trust"
            status stopped
        """
    )


def test_a_recipe_that_something_serves_is_not_told_as_unsorted_too() -> None:
    assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
        means course "Course"
            serves circle  # finding: recipe-as-end
        means title "Circle of Trust"
            serves early
        """
    )


def test_a_served_concept_that_a_measure_counts_is_unsorted_all_the_same() -> None:
    assert_marked(
        """
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            measure "houses of the circle" of circle to 90
        means pharmacy "Test at the pharmacy"
            serves early
        concept circle "Circle of trust"  # finding: unsorted
        means course "Course"
            serves circle
        """
    )


def test_a_means_that_bears_the_title_of_an_empty_concept_is_shown_with_it() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"  # finding: unsorted
        means course "The circle of trust!"
            serves early
        """
    )
    assert [label.text for label in finding.violation.labels] == ["a means of the same title"]


def test_a_means_that_bears_the_title_of_a_sorted_concept_is_told_once() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            keep pharmacy
            drop badges because "Nobody asks for them"
        means course "The circle of trust!"  # finding: unsorted
            serves early
        means round "Circle of trust"
            serves early
        """
    )
    assert finding.violation.elements == ("course", "round", "circle")


def test_a_means_of_two_concepts_of_one_title_is_told_once() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            keep pharmacy
            drop badges because "Nobody asks for them"
        concept ring "Circle of trust"
            drop pins because "Nobody asks for them"
        means course "Circle of trust"  # finding: unsorted
            serves early
        """
    )
    assert finding.violation.elements == ("course", "circle", "ring")


SAME_TITLE = """
        means course "Circle of trust"{mark}
            serves early
        means lamp "Lamp"
            serves early
        concept circle "Circle of trust"
            {sorted_as}
"""


@pytest.mark.parametrize(
    ("sorted_as", "mark"),
    [
        ("keep course", "  # finding: unsorted"),
        ("keep course, lamp", ""),
        ('keep course\n            drop pins because "No"', ""),
        ("weigh course  # finding: undecided", ""),
        ('drop course because "No"  # finding: dropped-but-used', ""),
        ("keep lamp", "  # finding: unsorted"),
    ],
)
def test_a_means_of_the_same_title_that_is_one_part_among_others_is_sorted(sorted_as: str, mark: str) -> None:
    assert_marked(SOUND + SAME_TITLE.format(sorted_as=sorted_as, mark=mark))


def test_a_title_that_an_end_bears_too_is_told_of_the_end() -> None:
    assert_marked(
        """
        value sight "People keep their sight"
        objective early "Circle of trust"  # finding: two-faced
            serves sight
        means course "Circle of trust"
            serves early
        means pharmacy "Test at the pharmacy"
            serves early
        concept circle "Circle of trust"
            keep pharmacy
            drop badges because "Nobody asks for them"
        """
    )


def test_a_means_that_leads_to_no_value_is_told_as_that_alone() -> None:
    assert_marked(
        SOUND
        + """
        means course "Circle of trust"  # finding: no-why
        concept circle "Circle of trust"
            keep pharmacy
            drop badges because "Nobody asks for them"
        """
    )


@pytest.mark.parametrize(
    "line",
    [
        "keep phramacy  # finding: unknown-name",
        "keeps pharmacy  # finding: syntax-error",
        "keep early  # finding: wrong-kind",
        "status stoped  # finding: bad-value",
    ],
)
def test_a_concept_that_may_be_sorted_by_a_line_that_was_not_read_is_not_judged(line: str) -> None:
    assert_marked(
        SOUND
        + f"""
        concept circle "Circle of trust"
            {line}
        """
    )
    assert_marked(
        SOUND
        + f"""
        means course "Square of trust"
            serves early
        concept square "Square of trust"
            drop badges because "Nobody asks for them"
            {line}
        """
    )


def test_parts_that_are_weighed_are_listed_once_a_concept() -> None:
    first, second = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            keep pharmacy
            weigh badges  # finding: undecided
            weigh pins, lounge
        means lounge "Lounge"
            serves early
        concept square "Square of trust"
            weigh badges because "The trial ends in May"  # finding: undecided
        """
    )
    assert first.message == '`badges`, `pins`, `lounge` of "Circle of trust" (`circle`) are not decided yet'
    assert first.violation.elements == ("circle",)
    assert second.message == '`badges` of "Square of trust" (`square`) is not decided yet'
    assert {first.severity.word, second.severity.word} == {"info"}


def test_what_is_stopped_is_decided() -> None:
    assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            weigh lounge
        means lounge "Lounge"
            status stopped
        """
    )


THREE = """
        means lamp "Lamp"
            serves early
        asset nurses "Nurses"
            nature intangible
            serves early
        concept circle "Circle of trust"{mark}
            keep pharmacy, lamp
            {rest}
"""


@pytest.mark.parametrize(
    ("rest", "mark"),
    [
        ("keep nurses", "  # finding: whole-recipe"),
        ('note "Nothing more"', ""),
        ('keep nurses\n            drop pins because "No"', ""),
        ("keep nurses\n            weigh pins  # finding: undecided", ""),
        ("keep nurses\n            keep lounge", ""),
        ("keep nurses, pulpit  # finding: unknown-name", ""),
        ("keep nurses\n            dorp pins  # finding: syntax-error", ""),
        ("keep nurses\n            keep lamp  # finding: repeated-link", "  # finding: whole-recipe"),
        ("keep lamp  # finding: repeated-link", ""),
    ],
)
def test_a_recipe_of_three_parts_or_more_all_kept_is_whole(rest: str, mark: str) -> None:
    stopped = """
        means lounge "Lounge"
            status stopped
    """
    assert_marked(SOUND + THREE.format(rest=rest, mark=mark) + stopped)


def test_a_whole_recipe_shows_the_means_that_bears_its_title() -> None:
    (finding,) = assert_marked(
        SOUND
        + THREE.format(rest="keep nurses", mark="  # finding: whole-recipe")
        + """
        means course "Circle of trust"
            serves early
        """
    )
    assert finding.violation.labels[-1].text == "a means of the same title"
    assert finding.violation.notes == ("kept: `pharmacy`, `lamp`, `nurses`",)


def test_each_line_that_drops_without_a_reason_is_told_once() -> None:
    first, second = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            keep pharmacy
            drop badges, ward, pins  # finding: dropped-without-reason
            drop lounge because "Nobody asks for it"
            drop likes  # finding: dropped-without-reason
        unit ward "Ward"
        """
    )
    assert first.identity == ("dropped-without-reason", ("circle", "ward"), "badges pins")
    assert [label.place.text for label in first.violation.labels] == ["ward", "pins"]
    assert second.message == '"Circle of trust" (`circle`) drops `likes` without saying why'


def test_a_part_that_was_stopped_is_not_asked_why_it_was_dropped() -> None:
    assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            drop lounge
        means lounge "Lounge"
            status stopped
            note "Too dear"
        """
    )


def test_a_dropped_part_that_is_at_work_is_told_once_with_all_its_uses() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            drop lounge because "Too dear"  # finding: dropped-but-used
        concept square "Square of trust"
            drop lounge because "Too far"
        means lounge "Lounge"
            serves early, late
        objective late "Found late, and treated"
            serves sight
        means eyes "Eye nurse"
            serves late
            needs lounge
        """
    )
    assert finding.violation.elements == ("lounge", "circle", "square")
    assert finding.message == (
        '"Lounge" (`lounge`) is dropped from "Circle of trust" (`circle`), and yet `lounge serves early`'
    )
    assert finding.violation.notes == ("it is for 2 more: `late`, `eyes`",)


def test_a_dropped_part_that_something_needs_is_told() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            drop lounge because "Too dear"  # finding: dropped-but-used
        means lounge "Lounge"
        means eyes "Eye nurse"
            serves early
            needs lounge
        """
    )
    assert finding.message.endswith("and yet `eyes needs lounge`")


def test_a_dropped_bridge_is_used_where_what_it_joins_has_something_in_common() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            drop round because "Too dear"  # finding: dropped-but-used
        means eyes "Eye nurse"
            serves early
        bridge round "Round table"
            joins pharmacy, eyes
        """
    )
    assert finding.message.endswith("and yet `round joins pharmacy`")
    assert [label.text for label in finding.violation.labels] == ["`round joins pharmacy`", "`round joins eyes`"]
    assert not finding.violation.notes


@pytest.mark.parametrize(
    "part",
    [
        # Nothing but a word, or nothing but itself, or nothing that goes on.
        "",
        'means lounge "Lounge"\n    serves lounge  # finding: own-purpose\n',
        'means lounge "Lounge"\n    status stopped\n    serves early\n',
        'means lounge "Lounge"  # finding: no-why\n    serves bus\nmeans bus "Bus"\n    status stopped\n',
        # What leads to no value is told at its dead end.
        'means lounge "Lounge"\n    serves bus\nmeans bus "Bus"  # finding: means-as-end\n',
        # To work against something, or to be owned, is no use.
        'objective lounge "Lounge"  # finding: unanchored\n    hinders early\n',
        # What another bundle keeps is in use from there.
        'means lounge "Lounge"\n    serves early\nconcept square "Square"\n    keep lounge, pharmacy\n',
        # It may have been stopped by a line that was not read.
        'means lounge "Lounge"\n    serves early\n    status stoped  # finding: bad-value\n',
        'means lounge "Lounge"\n    serves early\nconcept square "Square"\n    kept lounge  # finding: syntax-error\n',
    ],
)
def test_a_dropped_part_that_is_not_used_is_asked_nothing(part: str) -> None:
    concept = '\nconcept circle "Circle of trust"\n    drop lounge because "Too dear"\n'
    assert_marked(dedent(SOUND) + part + concept)


def test_of_dropped_parts_that_use_each_other_the_one_is_told_that_is_used_outside() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            keep pharmacy
            drop chairs because "Too dear"
            drop lounge because "Too dear"  # finding: dropped-but-used
        means lounge "Lounge"
            serves early
            needs chairs
        means chairs "Chairs"
        """
    )
    assert finding.violation.elements == ("lounge", "circle")


def test_a_part_that_one_concept_keeps_and_drops_is_told() -> None:
    assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            keep pharmacy
            drop pharmacy because "Too dear"  # finding: dropped-but-used
        """
    )


def test_the_order_of_statements_changes_nothing_that_is_told_of_concepts() -> None:
    statements = [
        'value sight "People keep their sight"\n',
        'objective early "Found early"\n    serves sight\n',
        'means pharmacy "Test at the pharmacy"\n    serves early\n',
        'concept circle "Circle of trust"\n    drop pharmacy, fax\n    weigh a, b\n',
        'concept square "Square of trust"\n    drop pharmacy, fax\n',
        'concept dot "Test at the pharmacy"\n',
    ]
    identities = {
        tuple(sorted(finding.identity for finding in analyse([Source("map.strat", "".join(order))]).findings))
        for order in permutations(statements)
    }
    (told,) = identities
    assert [slug for slug, *_ in told] == [
        "dropped-but-used",
        "dropped-without-reason",
        "dropped-without-reason",
        "undecided",
        "unsorted",
    ]


def test_a_bundle_of_a_thousand_parts_is_told_in_a_few_places() -> None:
    parts = [f"m{number}" for number in range(1000)]
    text = dedent(SOUND) + f'concept circle "Circle of trust"\n    keep {", ".join(parts)}\n'
    text += "".join(f"means {part}\n    serves early\n" for part in parts)
    (finding,) = analyse([Source("map.strat", text)]).findings
    assert finding.rule == "whole-recipe"
    assert len(list(finding.places())) == 21
    assert len(finding.message) + sum(map(len, finding.violation.notes)) < 300


def test_of_a_dropped_part_that_is_used_no_reason_is_asked_yet() -> None:
    text = """
        value sight "People keep their sight"
        objective early "Glaucoma is found early"
            serves sight
        means test "Eye test"
            serves early
        means form "Form with thirty fields"
            serves early
        concept trend "Paperless shop"
            keep test
            drop form  # finding: dropped-but-used
            drop fax  # finding: dropped-without-reason
        """
    assert_marked(text)
