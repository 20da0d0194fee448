"""Knowing why, and knowing how; and what the dead ends come to."""

from itertools import permutations

import pytest

from goalgraph.analysis import analyse
from goalgraph.config import Config
from goalgraph.finding import Severity
from goalgraph.source import Source, Span, Unreadable
from tests.helpers import assert_marked

UNOWNED = Config(severities={"unowned": Severity.WARNING})
UNMEASURED = Config(severities={"unmeasured": Severity.WARNING})


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


def test_what_is_done_for_a_unit_or_for_a_lower_end_is_a_how_for_all_above() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        objective known "Known to all"
            serves early
        unit ward "Ward"
            serves known
        means rounds "Rounds"
            serves school
        asset school "School"
            nature intangible
            serves ward
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


def test_who_owns_and_what_is_measured_is_not_asked_unless_it_is_wanted() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
        """)


def test_an_objective_or_means_without_owner_is_unowned_and_nothing_else_is() -> None:
    findings = assert_marked(
        """
        value sight "People keep their sight"
        unit ward "Ward"
        unit gone "Gone"
            status stopped
        objective early "Found early"  # finding: unowned
            serves sight
        objective late "Found late"
            serves sight
            owner ward
        means pharmacy "Test at the pharmacy"  # finding: unowned
            serves early, late
            owner gone
        means bus "Bus"
            status stopped
        asset nurses "Nurses"
            nature intangible
            serves early
        bridge round "Round table"
            joins pharmacy, nurses
        """,
        UNOWNED,
    )
    assert [finding.message for finding in findings] == [
        'nobody answers for "Found early" (`early`)',
        'nobody answers for "Test at the pharmacy" (`pharmacy`): its owner is stopped',
    ]
    assert [label.text for label in findings[1].violation.labels] == ["`gone` is stopped"]


def test_an_objective_without_measure_is_unmeasured() -> None:
    assert_marked(
        """
        value sight "People keep their sight"
        objective early "Found early"  # finding: unmeasured
            serves sight
            note "We shall see"
        objective late "Found late"
            serves sight
            measure "people treated"
        objective never "Never found"
            status stopped
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early, late
        """,
        UNMEASURED,
    )


@pytest.mark.parametrize("config", [UNOWNED, UNMEASURED])
@pytest.mark.parametrize(
    "lines",
    [
        "owner wrad  # finding: unknown-name",
        "measures days  # finding: syntax-error",
        "measure days  # finding: syntax-error",
        "status stoped  # finding: bad-value",
        'note "said  # finding: syntax-error',
    ],
)
def test_what_may_be_said_in_a_line_that_was_not_read_is_not_missed(lines: str, config: Config) -> None:
    assert_marked(
        f"""
        value sight "People keep their sight"
        unit ward "Ward"
        objective early "Found early"
            serves sight
            {lines}
        means pharmacy "Test at the pharmacy"
            serves early
            owner ward
        """,
        config,
    )


def test_of_a_name_declared_twice_the_second_statement_may_have_the_measure() -> None:
    assert_marked(
        """
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
        objective early "Found early"  # finding: declared-twice
            measure "people treated"
        """,
        UNMEASURED,
    )


def test_an_objective_that_only_stopped_work_would_support_is_told_where_the_work_is_missing() -> None:
    (finding,) = assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        objective known "Known to all"  # finding: dead-support
            serves early
            needs poster
        means bus "Test bus"
            serves known
            status stopped
        means poster "Poster"
            status stopped
        """)
    assert finding.violation.elements == ("known", "poster", "bus")
    assert finding.message == 'all that was to support "Known to all" (`known`) is stopped: `poster`, `bus`'
    assert [label.place.text for label in finding.violation.labels] == ["stopped", "stopped"]


def test_each_objective_left_alone_is_told_and_the_rest_lacks_its_how() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        objective known "Known to all"  # finding: dead-support
            serves early
        objective cheap "Cheap for all"  # finding: dead-support
            serves early
        objective kind "Kind to all"  # finding: no-how
            serves early
        objective near "Near to all"
            serves kind
        means bus "Test bus"
            serves known, cheap
            status stopped
        """)


@pytest.mark.parametrize(
    ("support", "slug"),
    [
        # Somebody is at work all the same, or something may be.
        ("means nurse\n    serves known\n", ""),
        ("asset lamp\n    nature tangible\n    feeds known  # finding: loose-feeds\n", ""),
        ("means nurse\n    severs known  # finding: syntax-error\n", ""),
        ("means nurse\n    serves knwon  # finding: unknown-name\n", ""),
        ("serving known  # finding: syntax-error\n", ""),
        # What supports it is not at work, but is not stopped either.
        ("objective near\n    serves known\n", "no-how"),
        ("unit ward\n    serves known\n", "no-how"),
        # Not only the means that leads there: an objective, or a bridge.
        ("objective near\n    serves known\n    status stopped\n", "dead-support"),
        ("bridge round\n    feeds known\n    joins bus, sight2\n    status stopped\nunit sight2\n", "dead-support"),
        # What hinders does not support.
        ("means nurse\n    hinders known\n    serves other\n", "dead-support"),
    ],
)
def test_only_stopped_elements_would_support_it(support: str, slug: str) -> None:
    mark = f"  # finding: {slug}" if slug else ""
    assert_marked(f"""value sight "People keep their sight"
objective known "Known to all"{mark}
    serves sight
objective other "Other"
    serves sight
means glasses "Glasses"
    serves other
means bus "Test bus"
    serves known
    status stopped
{support}""")


@pytest.mark.parametrize(
    "known",
    [
        # What leads to no value is told at its dead end, what serves a means as that; what is done needs nothing more.
        'objective known "Known to all"  # finding: unanchored\n',
        'objective known "Known to all"\n    serves glasses  # finding: end-serves-means\n',
        'objective known "Known to all"\n    serves other\n    status done\n',
        'objective known "Known to all"\n    serves other\n    status stopped\n',
        'objective known "Known to all"\n    serves other\n    status stoped  # finding: bad-value\n',
        'objective known "Known to all"\n    serves other\n    requires lamp  # finding: syntax-error\n',
        'objective known "Known to all"\n    serves other\n    needs lapm  # finding: unknown-name\n',
    ],
)
def test_an_objective_is_not_told_twice_for_one_cause(known: str) -> None:
    assert_marked(f"""value sight "People keep their sight"
{known}
objective other "Other"
    serves sight
means glasses "Glasses"
    serves other
    needs lamp
asset lamp "Lamp"
means bus "Test bus"
    serves known
    status stopped
""")


def test_a_value_that_only_stopped_work_would_serve_lacks_its_how() -> None:
    assert_marked("""
        value sight "People keep their sight"  # finding: no-how
        means bus "Test bus"
            serves sight
            status stopped
        """)


def test_in_a_map_without_values_a_topmost_objective_may_be_left_alone_too() -> None:
    assert_marked("""
        strategy plan "Plan"  # finding: no-value
        objective early "Found early"  # finding: dead-support
        means bus "Test bus"
            serves early
            status stopped
        """)


def test_what_is_left_alone_on_a_flywheel_lacks_its_how_as_one() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective helped "Helped"
            serves sight
        means m "M"
            serves helped
        objective known "Known to all"  # finding: no-how
            serves sight
            feeds cheap
        objective cheap "Cheap for all"
            serves known
        means bus "Test bus"
            serves known
            status stopped
        """)


def test_a_line_that_was_not_read_may_say_what_an_end_needs() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            requires lamp  # finding: syntax-error
        objective late "Found late"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves late
            needs lamp
        asset lamp "Lamp"
        """)


LATE = """
        strategy plan "Plan"
            horizon 2030
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            {objective}
        means bus "Test bus"
            {means}
        """


@pytest.mark.parametrize(
    ("objective", "means"),
    [
        ('measure "days" by 2028-06', "serves early\n            since 2028-07-01  # finding: too-late"),
        ('measure "days" by 2028-06', "serves early\n            since 2028-06-30"),
        ('measure "days" by 2028-06', "serves early\n            until 2028-07-01  # finding: too-late"),
        ('measure "days" by 2028-06', "serves early\n            until 2028-Q2"),
        ('measure "days" by 2028-06', "serves early weakly\n            until 2028  # finding: too-late"),
        (
            'measure "days" by 2028-06',
            "feeds early  # finding: loose-feeds\n            until 2029  # finding: too-late",
        ),
        ('measure "days" by 2028-06\n            needs bus', "until 2029  # finding: too-late"),
        # The latest `by`, whatever else is said; else `until`, else the horizon.
        ('measure "days" by 2028-06\n            measure "nights" by 2029', "serves early\n            until 2029"),
        ('measure "days" by 2028\n            until 2029', "serves early\n            until 2029  # finding: too-late"),
        ('measure "days"\n            until 2028', "serves early\n            until 2029  # finding: too-late"),
        ('measure "days"', "serves early\n            until 2031-01  # finding: too-late"),
        ('note "days"', "serves early\n            until 2030-12-31"),
        # It begins too late, and ends too late: that is told once.
        ("until 2028", "serves early\n            since 2029  # finding: too-late\n            until 2029-06"),
        # What is over on either side is history.
        ("until 2028", "serves early\n            until 2029\n            status done"),
        ("until 2028\n            status done", "serves early\n            until 2029"),
        ("until 2028", "serves early\n            until 2029\n            status stopped"),
    ],
)
def test_a_means_may_come_after_its_objective_is_due(objective: str, means: str) -> None:
    config = Config(severities={"no-how": Severity.OFF, "dead-support": Severity.OFF})
    assert_marked(LATE.format(objective=objective, means=means), config)


def test_a_means_is_late_only_if_all_that_it_supports_directly_is_due_before() -> None:
    (finding,) = assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves treated
            until 2028
        objective treated "Treated in time"
            serves sight
            until 2033
        objective known "Known to all"
            serves sight
            measure "people who know" by 2029-03
        objective cheap "Cheap for all"
            serves sight
            until 2032
        means bus "Test bus"
            serves early, known, sight
            until 2030  # finding: too-late
        means pharmacy "Test at the pharmacy"
            serves early, cheap
            until 2030
        means nurse "Nurse"
            serves bus
            until 2035
        """)
    assert finding.message == (
        '"Test bus" (`bus`) ends in 2030, after every objective that it supports is due, '
        'the last of them "Known to all" (`known`) (2029-03-31)'
    )
    assert [label.text for label in finding.violation.labels] == [
        "`early` is due on 2028-12-31",
        "`known` is due on 2029-03-31",
    ]


def test_the_horizon_is_shown_once_for_all_objectives_that_are_due_with_it() -> None:
    (finding,) = assert_marked("""
        strategy plan "Plan"
            horizon 2030
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        objective known "Known to all"
            serves sight
        means bus "Test bus"
            serves early, known
            since 2031  # finding: too-late
        """)
    assert [label.text for label in finding.violation.labels] == ["`early`, `known` are due on 2030-12-31"]


@pytest.mark.parametrize(
    ("horizon", "objective", "means"),
    [
        # Nothing says when the other is due.
        ("", "serves sight", ""),
        # A line that was not read, or not understood, may say it.
        ("horizon 2030", "serves sight\n            until 2034-Q5  # finding: bad-value", ""),
        ("horizon 2030", 'serves sight\n            measure "days" by  # finding: syntax-error', ""),
        ("horizon 2030-13  # finding: bad-value", "serves sight", ""),
        ("horizon 2030", "serves sight\n            due 2034  # finding: syntax-error", ""),
        ("horizon 2030", "serves sight", "serves elary  # finding: unknown-name"),
        ("horizon 2030", "serves sight", "supports other  # finding: syntax-error"),
        ("horizon 2030", "serves sight", "status dnoe  # finding: bad-value"),
        ("horizon 2030", "serves sight", "needs, lamp  # finding: syntax-error"),
    ],
)
def test_a_means_is_not_late_for_what_may_be_due_later(horizon: str, objective: str, means: str) -> None:
    assert_marked(f"""
        strategy plan "Plan"
            {horizon}
        value sight "People keep their sight"
        objective early "Found early"
            {objective}
        objective other "Other"
            serves sight
            until 2028
        means glasses "Glasses"
            serves other
        means bus "Test bus"
            serves early, other
            until 2031
            {means}
        """)


def test_a_means_is_late_for_objectives_alone_and_not_for_those_on_a_loop_with_it() -> None:
    assert_marked("""
        value sight "People keep their sight"
        asset lore "Lore"
            nature intangible
            serves early
            until 2028
        objective early "Found early"
            serves sight
        objective round "Round"
            serves bus, sight  # finding: tangled-loop
            until 2028
        means bus "Test bus"
            serves round, lore
            until 2031
        means glasses "Glasses"
            serves lore
            serves sight because "Who has glasses sees"
            until 2031
        """)


def test_a_means_that_leads_to_no_value_is_not_told_twice() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective known "Known to all"
            serves sight
        means glasses "Glasses"
            serves known
        objective early "Found early"  # finding: unanchored
            until 2028
        means bus "Test bus"
            serves early
            until 2031
        """)


def test_a_file_that_was_not_read_may_say_what_is_missing() -> None:
    text = """
value sight "People keep their sight"
objective early "Found early"
    serves sight
    until 2028
objective known "Known to all"
    serves sight
means glasses "Glasses"
    serves early
    until 2029
means bus "Test bus"
    serves known
    status stopped
concept circle "Circle of trust"
"""
    source, other = Source("map.strat", text), Source("other.strat", "")
    told = [finding.rule for finding in analyse([source]).findings]
    assert told == ["dead-support", "too-late", "unsorted"]
    blind: list[Source | Unreadable] = [source, Unreadable(Span(other, 0, 0), "not UTF-8", "save it as UTF-8")]
    assert [finding.rule for finding in analyse(blind).findings] == ["unreadable-file"]


def test_the_order_of_statements_changes_nothing_that_is_told_of_purpose() -> None:
    statements = [
        'value sight "People keep their sight"\n',
        'objective early "Found early"\n    serves sight\n    until 2028\n',
        'objective known "Known to all"\n    serves sight\n    until 2028\n',
        'objective cheap "Cheap for all"\n    serves early\n',
        'means bus "Test bus"\n    serves early, known\n    until 2029\n',
        'means poster "Poster"\n    serves cheap\n    status stopped\n',
    ]
    identities = {
        tuple(sorted(finding.identity for finding in analyse([Source("map.strat", "".join(order))]).findings))
        for order in permutations(statements)
    }
    (told,) = identities
    assert [slug for slug, *_ in told] == ["dead-support", "too-late"]


def test_in_a_map_without_objectives_means_straight_to_values_are_told_once() -> None:
    (finding,) = assert_marked(
        """
        value trust "Trust"
        means desk "Desk"
            serves trust  # finding: straight-to-value
        means wiki "Wiki"
            serves trust
        means argued "Argued"
            serves trust because "It is seen in every letter we get"
        """
    )
    assert finding.message == '"Desk" (`desk`) serves "Trust" (`trust`) with no objective between: this map names none'
    assert finding.violation.elements == ("desk", "wiki")


def test_an_objective_that_a_value_serves_is_told_once_and_can_be_turned_round() -> None:
    (finding,) = assert_marked(
        """
        value trust "Trust"
            serves calm
        objective calm "Calls are answered"  # finding: unanchored
        means desk "Desk"
            serves calm
        """
    )
    assert finding.violation.helps[0].startswith("turn `trust serves calm` round, or say")
    assert [fix.title for fix in finding.violation.fixes] == ["turn it round: `calm serves trust`"]
