"""Knowing why, and knowing how; and what the dead ends come to."""

from tests.helpers import assert_marked


def test_what_a_measure_counts_needs_no_why() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            measure "people tested" of bus to 900
        means pharmacy "Test at the pharmacy"
            serves early
        means bus "Test bus"
        """)


def test_a_part_of_what_a_measure_counts_needs_no_why_either() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            measure "people tested" of bus to 900
        means pharmacy "Test at the pharmacy"
            serves early
        means bus "Test bus"
        means drivers "Drivers"
            serves bus
        """)


def test_a_bridge_is_for_whatever_all_its_ends_support() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
        means chat "Chat of the nurses"
            serves early
        bridge mentor "Mentor"
            joins pharmacy, chat
        """)


def test_a_bridge_between_things_that_have_nothing_in_common_has_no_why() -> None:
    assert_marked("""
        value sight "People keep their sight"
        value calm "Calm"
        objective early "Found early"
            serves sight
        objective quiet "Quiet nights"
            serves calm
        means pharmacy "Test at the pharmacy"
            serves early
        means chat "Chat of the nurses"
            serves quiet
        bridge mentor "Mentor"  # finding: no-why
            joins pharmacy, chat
        """)


def test_a_stopped_means_is_asked_nothing() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
        means bus "Test bus"
            status stopped
            since 2020
        """)


def test_what_serves_only_what_is_stopped_has_no_why() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
        means drivers "Drivers"  # finding: no-why
            serves bus
        means bus "Test bus"
            status stopped
            serves early
        """)


def test_a_stopped_value_is_no_value() -> None:
    assert_marked("""
        value sight "People keep their sight"
            status stopped
        objective early "Found early"  # finding: no-value
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
        """)


def test_without_a_value_the_topmost_objectives_stand_in_for_it() -> None:
    assert_marked("""
        objective early "Found early"  # finding: no-value
            serves treated
        objective treated "Treated in time"
        objective quiet "Quiet nights"
        means pharmacy "Test at the pharmacy"
            serves early
        means walls "Thick walls"
            serves quiet
        means bus "Test bus"  # finding: no-why
        """)


def test_no_value_is_told_at_the_strategy_and_once() -> None:
    assert_marked("""
        objective early "Found early"
        means pharmacy "Test at the pharmacy"
            serves early
        strategy plan "Plan"  # finding: no-value
        """)


def test_a_map_without_objectives_needs_no_value() -> None:
    assert_marked("""
        strategy plan "Plan"
        unit ward "Ward"
        asset bus "Bus"
            nature tangible
        """)


def test_an_unanchored_objective_is_told_once_with_all_that_leads_there() -> None:
    (finding,) = assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
        objective fame "More fame"  # finding: unanchored
        objective rank "A better rank"
            serves fame
        means posters "Posters"
            serves rank
        """)
    assert finding.violation.leads_in == ("rank", "posters")


def test_an_unanchored_objective_is_not_asked_for_its_how() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
        objective fame "More fame"  # finding: unanchored
        """)


def test_no_how_is_told_at_the_highest_end_and_its_leaves_are_listed() -> None:
    (finding,) = assert_marked("""
        value sight "People keep their sight"  # finding: no-how
        objective early "Found early"
            serves sight
        objective known "Known to all"
            serves early
        objective cheap "Cheap for all"
            serves early
        """)
    assert finding.violation.elements == ("sight", "known", "cheap")


def test_no_how_stops_below_the_end_for_which_something_is_done() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        objective known "Known to all"  # finding: no-how
            serves early
        objective taught "Taught at school"
            serves known
        means pharmacy "Test at the pharmacy"
            serves early
        """)


def test_a_unit_alone_is_no_how_and_an_asset_or_bridge_is() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        objective known "Known to all"
            serves sight
        objective cheap "Cheap for all"  # finding: no-how
            serves sight
        asset nurses "Nurses"
            nature intangible
            serves early
        bridge round "Round table"
            serves known
            joins ward, office
        unit ward "Ward"
            serves cheap
        unit office "Office"
        """)


def test_what_an_end_needs_is_a_how() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            needs lamp
        asset lamp "Slit lamp"
            nature tangible
        """)


def test_a_reason_on_the_link_or_the_means_answers_for_straight_to_value() -> None:
    assert_marked("""
        value sight "People keep their sight"
        means glasses "Glasses for all"
            serves sight because "Who has glasses sees"
        means lamps "Lamps for all"
            because "Who has light sees"
            serves sight
        asset nurses "Nurses"
            nature intangible
            serves sight
        """)


def test_a_value_that_needs_a_means_is_not_served_straight() -> None:
    assert_marked("""
        value sight "People keep their sight"
            needs glasses
        means glasses "Glasses for all"
        """)


def test_straight_to_two_values_is_told_once() -> None:
    (finding,) = assert_marked("""
        value sight "People keep their sight"
        value calm "Calm"
        bridge round "Round table"
            serves sight  # finding: straight-to-value
            serves calm
            joins ward, office
        unit ward "Ward"
        unit office "Office"
        """)
    assert finding.violation.elements == ("round", "sight", "calm")


def test_an_unknown_name_makes_nothing_else_be_told() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves earyl  # finding: unknown-name
        means nurse "Nurse"
            serves pharmacy
        """)


def test_an_unknown_name_on_an_objective_makes_nothing_else_be_told() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sihgt  # finding: unknown-name
        means pharmacy "Test at the pharmacy"
            serves early
        """)


def test_an_unread_line_makes_nothing_else_be_told() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            supports early  # finding: syntax-error
        means nurse "Nurse"
            serves pharmacy
        """)


def test_an_unread_statement_makes_nothing_else_be_told() -> None:
    assert_marked("""
        value sight "People keep their sight"
        goal early "Found early"  # finding: syntax-error
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
        """)


def test_ends_that_a_flywheel_holds_together_lack_a_how_as_one() -> None:
    assert_marked("""
        value v "Trust"
        objective helped "Helped"
            serves v
        means m "M"
            serves helped
        objective a "A"  # finding: no-how
            serves v
            feeds b
        objective b "B"
            serves a
        objective c "C"
            serves b
        """)


def test_a_means_with_a_result_between_may_serve_the_value_as_well() -> None:
    assert_marked("""
        value v "Trust"
        objective o "O"
            serves v
        means m "M"
            serves o, v
        """)
