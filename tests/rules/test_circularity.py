"""Loops and flywheels: one finding each, by the first rule that fits."""

from tests.helpers import assert_marked


def test_two_rings_that_share_an_element_are_one_loop() -> None:
    (loop,) = assert_marked("""
        means sorting "Sorting"
            serves washing  # finding: closed-loop
        means washing "Washing"
            serves sorting, drying
        means drying "Drying"
            serves washing
        """)
    assert set(loop.violation.loop) == {"sorting", "washing", "drying"}
    assert len(loop.violation.circle) == 2
    assert "1 more element is tangled in this loop" in loop.violation.notes


def test_two_rings_apart_are_two_loops() -> None:
    assert_marked("""
        means sorting "Sorting"
            serves washing  # finding: closed-loop
        means washing "Washing"
            serves sorting
        means cooking "Cooking"
            serves baking  # finding: closed-loop
        means baking "Baking"
            serves cooking
        """)


def test_of_two_rings_the_shorter_is_shown() -> None:
    (loop,) = assert_marked("""
        means spring "Spring"
            serves summer
        means summer "Summer"
            serves autumn
        means autumn "Autumn"
            serves spring, rest  # finding: closed-loop
        means rest "Rest"
            serves autumn
        """)
    assert [step.name for step in loop.violation.circle] == ["autumn", "rest"]


def test_a_link_to_itself_beside_a_ring_is_told_apart_from_the_ring() -> None:
    _, loop = assert_marked("""
        means sorting "Sorting"
            serves sorting  # finding: own-purpose
            serves washing  # finding: closed-loop
        means washing "Washing"
            serves sorting
        """)
    assert [step.name for step in loop.violation.circle] == ["sorting", "washing"]


def test_a_ring_that_nothing_leads_to_is_found_beside_a_sound_map() -> None:
    assert_marked("""
        value rest "Guests sleep well"
        objective quiet "No noise after ten"
            serves rest
        means carpets "Carpets"
            serves quiet
        means audit "Audit"
            serves badge  # finding: closed-loop
        means badge "Badge"
            serves audit
        """)


def test_what_stands_behind_a_ring_is_listed_and_gives_no_finding_of_its_own() -> None:
    (loop,) = assert_marked("""
        means seminar "Seminar"
            serves course
        means course "Course"
            serves audit
        means audit "Audit"
            serves badge  # finding: closed-loop
        means badge "Badge"
            serves audit
        """)
    assert loop.violation.leads_in == ("seminar", "course")
    assert set(loop.violation.loop) == {"audit", "badge"}


def test_a_ring_of_objectives_in_a_map_without_values() -> None:
    assert_marked("""
        strategy plan "Plan"  # finding: no-value
        objective rank "A better rank"
            serves funds  # finding: closed-loop
        objective funds "More funds"
            serves rank
        """)


def test_a_ring_that_reaches_the_topmost_objective_of_a_map_without_values_is_tangled() -> None:
    assert_marked("""
        strategy plan "Plan"  # finding: no-value
        objective reach "Readers everywhere"
        objective rank "A better rank"
            serves funds, reach  # finding: tangled-loop
        objective funds "More funds"
            serves rank
        means reporters "Reporters"
            serves reach
        """)


def test_needs_and_serves_that_say_the_same_are_no_loop() -> None:
    assert_marked("""
        value rest "Guests sleep well"
        objective quiet "No noise after ten"
            serves rest
            needs carpets
        means carpets "Carpets"
            serves quiet
        """)


def test_a_flywheel_that_reaches_a_value_is_no_fault() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            feeds screening
        means screening "Screening"
            serves early
        """)


def test_a_flywheel_whose_members_all_feed_is_idle_without_a_value() -> None:
    (wheel,) = assert_marked("""
        means posts "Posts"
            feeds replies  # finding: idle-flywheel
        means replies "Replies"
            feeds posts
        means contest "Contest"
            serves posts
        """)
    assert wheel.violation.leads_in == ("contest",)


def test_a_loop_within_an_idle_flywheel_is_told_beside_it() -> None:
    assert_marked("""
        means posts "Posts"
            serves replies  # finding: tangled-loop, idle-flywheel
        means replies "Replies"
            serves posts
            feeds contest
        means contest "Contest"
            serves posts
        """)


def test_a_loop_in_which_a_value_stands_is_tangled_and_its_inversion_is_the_cut() -> None:
    (loop,) = assert_marked("""
        value health "Health"
            serves visits  # finding: tangled-loop
        objective visits "More visits"
            serves health
        means calls "Calls"
            serves visits
        """)
    assert loop.violation.cut
    assert [arrow.wording for arrow in loop.violation.cut.arrows] == ["`health serves visits`"]
    assert '"Health" (`health`) stands on the loop itself' in loop.violation.notes


def test_a_thin_thread_to_a_value_is_noted() -> None:
    (loop,) = assert_marked("""
        value health "Health"
        objective visits "More visits"
            serves fame  # finding: tangled-loop
        objective fame "More fame"
            serves visits, health weakly
        means calls "Calls"
            serves visits
        """)
    assert any("by one thin thread" in note and "weakly" in note for note in loop.violation.notes)


def test_chicken_and_egg_of_three() -> None:
    assert_marked("""
        value health "Health"
        objective visits "More visits"
            serves fame  # finding: chicken-and-egg
            needs funds
        objective fame "More fame"
            serves funds
        objective funds "More funds"
            serves health
        means calls "Calls"
            serves visits
        """)


def test_chicken_and_egg_at_a_dead_end_is_a_closed_loop() -> None:
    assert_marked("""
        means catalogue "Catalogue"
            serves stewards  # finding: closed-loop
            needs stewards
        means stewards "Stewards"
        """)


def test_a_circle_of_needs_makes_a_dead_end_a_deadlock() -> None:
    assert_marked("""
        means catalogue "Catalogue"
            needs stewards
        means stewards "Stewards"
            needs catalogue  # finding: deadlock
        """)


def test_the_circle_of_needs_is_shown_though_a_shorter_circle_is_there() -> None:
    (loop,) = assert_marked("""
        value health "Health"
        objective visits "More visits"
            serves health
        means site "Site"
            serves visits, texts
            needs texts
        means texts "Texts"
            needs pictures
        means pictures "Pictures"
            needs site  # finding: deadlock
        """)
    assert len(loop.violation.circle) == 3
    assert {step.reading for step in loop.violation.circle} == {"is needed by"}


def test_what_is_stopped_stands_on_no_loop() -> None:
    assert_marked("""
        means audit "Audit"  # finding: no-why
            serves badge
        means badge "Badge"
            status stopped
            serves audit, badge
        """)


def test_own_purpose_tells_a_dead_end_whole() -> None:
    (own,) = assert_marked("""
        means badge "Badge"
            needs badge  # finding: own-purpose
        means course "Course"
            serves badge
        """)
    assert own.violation.leads_in == ("course",)


def test_own_purpose_of_something_that_has_a_purpose_as_well() -> None:
    (own,) = assert_marked("""
        value rest "Guests sleep well"
        objective quiet "No noise after ten"
            serves rest, quiet  # finding: own-purpose
            feeds quiet
        means carpets "Carpets"
            serves quiet
        """)
    assert len(own.violation.labels) == 1


def test_the_wording_of_a_loop_s_members_is_noted_with_the_loop() -> None:
    _, loop = assert_marked("""
        strategy plan "Plan"  # finding: no-value
        objective success "Make the portal a success"
            serves adoption
        objective adoption "All are at home in the portal"
            serves success  # finding: closed-loop
            measure "log-ins" of portal to 80%
        means portal "Portal"
            serves adoption
        """)
    notes = " ".join(loop.violation.notes)
    assert '"Make the portal a success" (`success`) is named after its means' in notes
    assert '"All are at home in the portal" (`adoption`) is named after its means' in notes


def test_a_loop_is_read_from_its_highest_kind() -> None:
    _, loop = assert_marked("""
        strategy plan "Plan"  # finding: no-value
        means reporters "Reporters"
            serves reach
        objective reach "Readers everywhere"
            serves reporters  # finding: closed-loop
        """)
    assert [step.name for step in loop.violation.circle] == ["reach", "reporters"]


def test_every_link_of_a_loop_is_a_place_of_its_finding() -> None:
    (loop,) = assert_marked("""
        value v "Trust"
        objective a "A"
            serves v
            serves b  # finding: tangled-loop
        objective b "B"
            serves a
        means c "C"
            serves a
            needs d
        means d "D"
            needs b
        """)
    assert {place.line for place in loop.places()} == {4, 6, 8, 9, 11}


def test_of_two_circles_of_needs_the_shorter_is_shown() -> None:
    (loop,) = assert_marked("""
        value v "Trust"
        means a "A"
            serves v because "it is asked for"
            serves c
            needs b
        means b "B"
            needs a  # finding: deadlock
        means c "C"
            serves a
            needs d
        means d "D"
            needs e
        means e "E"
            needs c
        """)
    assert {step.name for step in loop.violation.circle} == {"a", "b"}


def test_a_bridge_hangs_from_a_loop_where_one_of_its_ends_does() -> None:
    (loop,) = assert_marked("""
        value v "Trust"
        objective o "O"
            serves v
        objective x "X"
            serves o
            serves y strongly
        objective y "Y"
            serves x weakly  # finding: tangled-loop
        means m1 "M1"
            serves y
        means m2 "M2"
            serves y
        bridge k "K"
            joins m1, m2
        """)
    assert set(loop.violation.leads_in) == {"m1", "m2", "k"}
    assert loop.violation.cut is not None
    assert set(loop.violation.cut.stranded) == {"y", "m1", "m2", "k"}


def test_an_idle_flywheel_is_shown_by_a_circle_through_its_feedback() -> None:
    findings = assert_marked("""
        value v "Trust"
        means other "Other"
            serves v because "it is asked for"
        means a "A"
            serves b  # finding: idle-flywheel, tangled-loop
        means b "B"
            serves a
            feeds c
        means c "C"
            serves a
        """)
    (flywheel,) = (finding for finding in findings if finding.rule == "idle-flywheel")
    assert "feeds" in {step.reading for step in flywheel.violation.circle}
