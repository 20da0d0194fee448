"""Means promoted to goals: by links, by words, by dates."""

import pytest

from tests.helpers import assert_marked


def test_an_inversion_that_the_cut_of_its_loop_leaves_is_told_on_its_own() -> None:
    findings = assert_marked("""
        value health "Health"
        objective visits "More visits"
            serves calls  # finding: end-serves-means, tangled-loop
            serves letters  # finding: end-serves-means
            serves posters  # finding: end-serves-means
        means calls "Calls"
            serves fame
        means letters "Letters"
            serves fame
        means posters "Posters"
            serves fame
        objective fame "More fame"
            serves visits weakly
            serves health
        """)
    (cut,) = [finding.violation.cut for finding in findings if finding.violation.cut]
    assert [arrow.wording for arrow in cut.arrows] == ["`fame serves visits`"]


def test_an_inversion_that_is_the_cut_of_its_loop_is_told_with_the_loop() -> None:
    assert_marked("""
        value health "Health"
        objective visits "More visits"
            serves calls, health  # finding: tangled-loop
        means calls "Calls"
            serves visits
        """)


def test_to_build_an_asset_that_is_for_something_else_is_innocent() -> None:
    assert_marked("""
        value health "Health"
        objective crew "A crew that knows every village"
            serves knowledge
        means rounds "Rounds on foot"
            serves crew
        asset knowledge "Knowledge of the villages"
            serves early
        objective early "Illness is seen early"
            serves health
        """)


def test_an_asset_with_no_way_but_through_the_end_that_serves_it() -> None:
    assert_marked("""
        value health "Health"
        objective crew "A crew that knows every village"
            serves health, knowledge  # finding: tangled-loop
        asset knowledge "Knowledge of the villages"
            serves crew
        """)


def test_needs_and_feeds_are_no_inversion() -> None:
    assert_marked("""
        value health "Health"
        objective early "Illness is seen early"
            serves health
            feeds rounds
        means rounds "Rounds on foot"
            serves early
        means archive "Archive"
            serves trust
            needs early
        objective trust "People trust the nurse"
            serves health
        """)


def test_a_value_that_serves_a_means() -> None:
    assert_marked("""
        value health "Health"
            serves rounds  # finding: end-serves-means
        value calm "Calm"
        objective early "Illness is seen early"
            serves calm
        means rounds "Rounds on foot"
            serves early
        means diet "Diet"
            serves meals
        objective meals "Meals that do good"
            serves health
        """)


def test_an_end_that_serves_its_equal_or_its_better_is_no_inversion() -> None:
    assert_marked("""
        value health "Health"
            serves calm
        value calm "Calm"
        objective early "Illness is seen early"
            serves health
        means rounds "Rounds on foot"
            serves early
        """)


def test_the_last_of_a_chain_of_means_is_told_and_the_rest_listed() -> None:
    (end,) = assert_marked("""
        means hall "Hall"  # finding: means-as-end
        means roof "Roof"
            serves hall
        means timber "Timber"
            serves roof
        asset forest "Forest"
            nature intangible
            serves timber
        """)
    assert end.violation.leads_in == ("roof", "timber", "forest")


def test_two_faced_goes_before_the_other_wordings_which_become_its_notes() -> None:
    (finding,) = assert_marked("""
        value custom "Customers who come back"
        objective goal "Customer Platform"  # finding: two-faced
            serves custom
            measure "adoption" of platform to 80%
        means platform "The customer platform!"
            serves goal
        """)
    assert any("counts as reached when its own means" in note for note in finding.violation.notes)
    assert any("says what is done, not what it is done for" in note for note in finding.violation.notes)


def test_named_after_its_means_goes_before_use_and_activity() -> None:
    (finding,) = assert_marked("""
        value custom "Customers who come back"
        objective goal "Roll out Argus"  # finding: named-after-its-means
            serves custom
            measure "users" of argus to 80%
        means argus "Argus"
            serves goal
        """)
    assert len(finding.violation.notes) == 2


def test_an_asset_bears_the_title_of_an_end_freely() -> None:
    assert_marked("""
        value trust "Trust"
        objective answers "Answers within a day"
            serves trust
        means desk "Desk"
            serves answers
        asset given "Trust"
            nature intangible
            serves desk
        """)


def test_an_objective_is_named_after_a_means_only_if_that_supports_it() -> None:
    assert_marked("""
        value custom "Customers who come back"
        objective goal "Everybody finds Argus"
            serves custom
        objective other "Nobody waits"
            serves custom
        means till "Till"
            serves goal
        means argus "Argus"
            serves other
        """)


def test_an_objective_is_named_after_whole_words_only() -> None:
    assert_marked("""
        value custom "Customers who come back"
        objective goal "Ports that never close, argusses included"
            serves custom
        means port "Port"
            serves goal
        means argus "Argus"
            serves goal
        """)


def test_an_objective_is_named_after_a_concept_that_keeps_what_supports_it() -> None:
    assert_marked("""
        value custom "Customers who come back"
        objective goal "A lean shop floor"  # finding: named-after-its-means
            serves custom
        objective other "A lean office"
            serves custom
        means board "Board"
            serves goal
        means desk "Desk"
            serves other
        concept lean "Lean"
            keep board
            drop belts because "Nobody asks for them"
        """)


def test_a_value_is_named_after_any_means_of_the_map() -> None:
    assert_marked("""
        value custom "Argus for everybody"  # finding: named-after-its-means
        value calm "Calm"
        objective goal "Nobody waits"
            serves custom
        objective other "Nobody shouts"
            serves calm
        means till "Till"
            serves goal
        means argus "Argus"
            serves other
        """)


@pytest.mark.parametrize("title", ["Data", "Brand"])
def test_a_single_word_for_a_kind_of_thing_is_no_name(title: str) -> None:
    assert_marked(f"""
        strategy plan "The {title} 2028"
        value custom "{title} for everybody"
        objective goal "{title} that everybody trusts"
            serves custom
        means thing "{title}"
            serves goal
        """)


def test_a_single_word_that_nothing_ties_to_an_end_stands_in_its_title_by_chance() -> None:
    assert_marked("""
        strategy plan "Safety 2028"
        value custom "Safety for everybody"
        objective goal "Nobody is hurt"
            serves custom
        means helmets "Helmets"
            serves goal
        means safety "Safety"  # finding: no-why
        """)


def test_several_words_are_a_name_wherever_the_means_leads() -> None:
    assert_marked("""
        value custom "Harbour Connect for everybody"  # finding: named-after-its-means
        objective goal "Nobody waits"
            serves custom
        means till "Till"
            serves goal
        means connect "Harbour Connect"  # finding: no-why
        """)


def test_ends_that_share_a_title_with_a_means_are_told_once() -> None:
    (finding,) = assert_marked("""
        value open "Open shelves"  # finding: two-faced
        objective shelves "The open shelves"
            serves open
        means work "Open shelves"
            serves shelves
        means more "Open shelves"
            serves shelves
        """)
    assert finding.violation.elements == ("open", "work", "more", "shelves")
    assert [label.text for label in finding.violation.labels] == [
        "a means of the same title",
        "a means of the same title",
        "an objective of the same title",
    ]


def test_of_ends_that_share_a_title_one_that_leads_to_a_value_is_told() -> None:
    assert_marked("""
        objective idle "Open shelves"
            serves nowhere
        objective nowhere "Full shelves"  # finding: unanchored
        value readers "Readers who come back"
        objective shelves "Open shelves"  # finding: two-faced
            serves readers
        means work "Open shelves"
            serves shelves
        """)


USE = """
    value learning "Children learn gladly"
    objective pace "No child waits"
        serves learning
        measure {measure}
    objective other "No child is bored"
        serves learning
    means tablets "School tablets"
        serves pace
    means games "Games"
        serves other
    means helper "Helper"
        serves pace, other
    asset books "Books"
        serves pace
    concept digital "Digital school"
        keep tablets
        drop badges because "Nobody asks for them"
    """


@pytest.mark.parametrize(
    "measure",
    [
        '"log-ins" of tablets to 90%',
        '"children who use the school tablets" to 90%',
        '"adoption" of digital to 90%',
        '"roll-out of school tablets" to 90%',
    ],
)
def test_use_of_a_means_or_concept_that_supports_the_end_is_no_success(measure: str) -> None:
    assert_marked(USE.format(measure=f"{measure}  # finding: use-as-success"))


@pytest.mark.parametrize(
    "measure",
    [
        '"log-ins" of tablets to 90% because "A child without one is shut out"',
        '"log-ins" of books to 90%',
        '"books used" of books to 90%',
        '"log-ins" of games to 90%',
        '"use of games" to 90%',
        '"tasks solved" of tablets to 90%',
        '"log-ins" to 90%',
        '"use of schooltablets" to 90%',
    ],
)
def test_a_measure_that_does_not_count_the_use_of_its_own_means(measure: str) -> None:
    assert_marked(USE.format(measure=measure))


TITLED = """
    value custom "Customers who come back"
    objective goal "{title}"{mark}
        serves custom
    means till "Implement a new till"
        serves goal
    """


@pytest.mark.parametrize(
    "title",
    [
        "Deploy tills in all shops",
        "To deploy tills in all shops",
        "GO02. Deploy tills in all shops",
        "(Mid) Implement self-service",
        "1.3 Roll out tills",
        "The new tills are rolled out",
        "Mettre en place des caisses",
        "Déploiement des caisses",
        "A new platform for tills",
        "Standards, tools and habits",
        "Complete the tills",
    ],
)
def test_a_title_that_states_an_activity(title: str) -> None:
    assert_marked(TITLED.format(title=title, mark="  # finding: activity-as-objective"))


@pytest.mark.parametrize(
    "title",
    [
        "Nobody waits",
        "Improve the deployment of staff",
        "Reduce queues",
        "Réduire les files d'attente",
        "Shorter queues at every platform",
        "Users trust our prices",
        "Rules say who answers, permit monitoring and name a judge",
        "Repairs come quickly; shops keep tools",
        "Complete and correct orders",
        "Preserve old software",
        "Few nurses lack equipment",
    ],
)
def test_a_title_that_states_a_result(title: str) -> None:
    assert_marked(TITLED.format(title=title, mark=""))


def test_a_value_may_not_state_an_activity_either() -> None:
    assert_marked("""
        value custom "Deploy tills"  # finding: activity-as-objective
        objective goal "Nobody waits"
            serves custom
        means till "Till"
            serves goal
        """)


SINCE = """
    value air "Clean air"
    objective walk "More people walk"
        serves air
        since 2027-04-01{mark}
    means paths "Paths"
        serves walk
        since {since}
    """


@pytest.mark.parametrize(
    ("since", "mark"),
    [
        ("2027-01-01", "  # finding: strategy-after-the-fact"),  # 90 days
        ("2027-01-02", ""),  # 89 days
        ("2027-01", "  # finding: strategy-after-the-fact"),  # the first day is meant
        ("2027-05", ""),
    ],
)
def test_ninety_days_make_a_strategy_after_the_fact(since: str, mark: str) -> None:
    assert_marked(SINCE.format(since=since, mark=mark))


def test_all_means_that_are_older_are_told_at_the_earliest_objective() -> None:
    (finding,) = assert_marked("""
        value air "Clean air"
        objective ride "More people ride"
            serves air
            since 2028-01-01
        objective walk "More people walk"
            serves air
            since 2027-01-01  # finding: strategy-after-the-fact
        means paths "Paths"
            serves walk, ride
            since 2025
        means lamps "Lamps"
            serves walk
            since 2026
        means racks "Racks"
            serves ride
            since 2027-12
        """)
    assert set(finding.violation.elements) == {"walk", "paths", "lamps"}


def test_one_older_objective_is_enough_to_answer_for_a_means() -> None:
    assert_marked("""
        value air "Clean air"
        objective ride "More people ride"
            serves air
            since 2024
        objective walk "More people walk"
            serves air
            since 2027-01-01
        means paths "Paths"
            serves walk, ride
            since 2025
        """)


def test_objectives_without_a_date_and_values_do_not_count() -> None:
    assert_marked("""
        value air "Clean air"
            since 2027
        objective walk "More people walk"
            serves air
        means paths "Paths"
            serves walk
            since 2020
        """)


def test_an_objective_without_a_date_does_not_answer_for_a_means() -> None:
    assert_marked("""
        value air "Clean air"
        objective ride "More people ride"
            serves air
        objective walk "More people walk"
            serves air
            since 2027  # finding: strategy-after-the-fact
        means paths "Paths"
            serves walk, ride
            since 2020
        """)


def test_a_day_that_half_of_the_objectives_share_is_a_planning_round() -> None:
    assert_marked("""
        value air "Clean air"
        objective ride "More people ride"
            serves air
            since 2027
        objective walk "More people walk"
            serves air
            since 2027
        objective sit "More benches are taken"
            serves air
            since 2027-03
        objective plant "More trees live"
            serves air
            since 2027-06
        means paths "Paths"
            serves walk, ride, sit, plant
            since 2020
        """)


def test_a_day_that_fewer_than_half_of_the_objectives_share_is_none() -> None:
    assert_marked("""
        value air "Clean air"
        objective ride "More people ride"
            serves air
            since 2027
        objective walk "More people walk"
            serves air
            since 2027  # finding: strategy-after-the-fact
        objective sit "More benches are taken"
            serves air
            since 2027-03
        objective plant "More trees live"
            serves air
            since 2027-06
        objective count "More birds nest"
            serves air
            since 2027-09
        means paths "Paths"
            serves walk
            since 2020
        means care "Care"
            serves ride, sit, plant, count
        """)


def test_only_means_are_after_the_fact_and_far_off_ones_too() -> None:
    assert_marked("""
        value air "Clean air"
        objective walk "More people walk"
            serves air
            since 2027  # finding: strategy-after-the-fact
        means paths "Paths"
            serves walk
        means survey "Survey"
            serves paths
            since 2020
        asset park "Park"
            nature tangible
            serves walk
            since 1900
        """)
