"""Structure for its own sake."""

from tests.helpers import assert_marked

SOUND = """
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
            owner ward
"""


def test_a_unit_that_nothing_is_done_for_is_asked_nothing() -> None:
    assert_marked(
        SOUND
        + """
        unit ward "Ward"
            owner clinic
        unit clinic "Clinic"
        """
    )


def test_a_unit_is_told_once_with_what_serves_it_and_what_it_needs() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        unit ward "Ward"
            needs form  # finding: organisation-as-end
        means form "Form"
        means report "Report"
            serves ward
        """
    )
    assert [label.text for label in finding.violation.labels] == ["`report serves ward`, too", "`ward` is a unit"]
    assert finding.violation.leads_in == ("form", "report")


def test_a_unit_that_serves_an_objective_passes_purpose_on() -> None:
    assert_marked(
        SOUND
        + """
        unit ward "Ward"
            serves early
        means report "Report"
            serves ward
        """
    )


def test_a_unit_that_only_serves_another_unit_is_told_there() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        unit ward "Ward"
            serves clinic  # finding: organisation-as-end
        unit clinic "Clinic"
        means report "Report"
            serves ward
        """
    )
    assert finding.violation.elements == ("clinic",)
    assert finding.violation.leads_in == ("ward", "report")


def test_an_objective_that_serves_a_unit_is_told_with_the_unit() -> None:
    assert_marked(
        SOUND
        + """
        unit ward "Ward"
        objective staffed "All posts are filled"
            serves ward  # finding: organisation-as-end
        means fair "Fair for nurses"
            serves staffed
        """
    )
