"""Sorting what is on offer."""

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
