"""The formal and the informal."""

from tests.helpers import assert_marked

SOUND = """
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
"""


def test_a_tangible_asset_at_a_dead_end_is_asked_nothing() -> None:
    assert_marked(
        SOUND
        + """
        asset hall "Hall"
            nature tangible
        means heating "Heating"
            serves hall
        """
    )


def test_an_asset_whose_nature_is_not_said_is_asked_and_told_how_to_answer() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        asset hall "Hall"  # finding: idle-intangible
        means heating "Heating"
            serves hall
        """
    )
    assert "say `nature tangible`" in finding.violation.helps[0]
    assert finding.violation.leads_in == ("heating",)


def test_an_intangible_asset_that_something_needs_is_not_idle() -> None:
    assert_marked(
        """
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
            needs trust
        asset trust "Trust"
            nature intangible
        """
    )


def test_an_asset_that_a_measure_counts_is_not_idle() -> None:
    assert_marked(
        """
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            measure "pharmacists trained" of nurses to 90
        means pharmacy "Test at the pharmacy"
            serves early
        asset nurses "Nurses"
            nature intangible
        """
    )


def test_a_kept_asset_at_a_dead_end_is_told_as_kept() -> None:
    assert_marked(
        SOUND
        + """
        asset trust "Trust"
            nature intangible
        concept circle "Circle of trust"
            keep trust  # finding: kept-without-purpose
            drop badges because "Nobody asks for them"
        """
    )
