"""Who works together, and what works against itself."""

import pytest

from tests.helpers import assert_marked

BREWERY = """
        value beer "Beer worth the walk"
        unit cellar "Cellar"
        unit inns "Inns"
        objective fresh "Every keg is tapped within a month"
            serves beer
            owner cellar
        objective full "Every table is taken"
            serves beer
            owner inns
        means small-kegs "Small kegs"
            serves fresh
            owner cellar
"""


def test_two_units_that_have_nothing_in_common_are_told_once() -> None:
    (finding,) = assert_marked(
        BREWERY.replace('"Cellar"', '"Cellar"  # finding: silo')
        + """
        means quiz "Quiz on Mondays"
            serves full
            owner inns
        """
    )
    assert finding.message == "2 units work for objectives that no other unit works for: `cellar`, `inns`"
    assert finding.violation.notes == ("`cellar` alone works for `fresh`",)
    assert [label.text for label in finding.violation.labels] == ["`inns` alone works for `full`"]


@pytest.mark.parametrize(
    "shared",
    [
        # An objective of the one, and a means of the other.
        "means quiz\n    serves full, fresh\n    owner inns\n",
        # A means of both.
        "means quiz\n    serves full\n    owner inns, cellar\n",
        # What one needs of the other.
        "means quiz\n    serves full\n    needs small-kegs\n    owner inns\n",
        # An objective that serves another's.
        "objective known\n    serves full\n    owner cellar\nmeans quiz\n    serves known\n    owner cellar\n",
        # An objective of neither.
        "objective known\n    serves beer\nmeans quiz\n    serves known\n    owner inns\n"
        "means tours\n    serves known, full\n    owner cellar\n",
        # The unit itself is for it.
        "means quiz\n    serves full\n    owner inns\nunit boards\n    owner cellar\n    serves full\n",
        # A sub-unit shares.
        "unit hop\n    owner cellar\nmeans quiz\n    serves full\n    owner hop\n",
        # Two that turn together.
        "objective loud\n    serves beer\n    feeds low\n    owner inns\n"
        "objective low\n    feeds loud\n    owner cellar\nmeans quiz\n    serves full, loud\n    owner inns\n",
    ],
)
def test_what_units_have_in_common_is_no_silo(shared: str) -> None:
    assert_marked(_flat(BREWERY) + shared)


def _flat(text: str) -> str:
    return "\n".join(line.removeprefix("        ") for line in text.lstrip("\n").split("\n"))


def test_a_single_topmost_objective_is_of_no_account() -> None:
    (finding,) = assert_marked("""
        value beer "Beer worth the walk"
        objective alive "The brewery is there in ten years"
            serves beer
        unit cellar "Cellar"  # finding: silo
        unit inns "Inns"
        objective fresh "Every keg is tapped within a month"
            serves alive
        objective full "Every table is taken"
            serves alive
        means small-kegs "Small kegs"
            serves fresh
            owner cellar
        means quiz "Quiz"
            serves full
            owner inns
        """)
    assert finding.violation.elements == ("cellar", "inns")


def test_two_topmost_objectives_count() -> None:
    assert_marked("""
        value beer "Beer worth the walk"
        objective alive "The brewery is there in ten years"
            serves beer
        objective loved "People name it first"
            serves beer
        unit cellar "Cellar"
        unit inns "Inns"
        objective fresh "Every keg is tapped within a month"
            serves alive
        means small-kegs "Small kegs"
            serves fresh
            owner cellar
        means quiz "Quiz"
            serves alive, loved
            owner inns
        """)


def test_those_who_work_for_the_one_objective_alone_are_no_silos() -> None:
    assert_marked("""
        value beer "Beer worth the walk"
        objective alive "The brewery is there in ten years"
            serves beer
        unit cellar "Cellar"
        unit inns "Inns"
        means small-kegs "Small kegs"
            serves alive
            owner cellar
        means quiz "Quiz"
            serves alive
            owner inns
        """)


def test_a_map_with_one_unit_that_owns_something_has_no_silo() -> None:
    assert_marked(
        BREWERY.replace("owner inns", "owner cellar") + '\n        means quiz "Quiz"\n            serves full\n'
    )
    assert_marked(
        """
        value beer "Beer worth the walk"
        unit cellar "Cellar"
        objective fresh "Every keg is tapped within a month"
            serves beer
        means small-kegs "Small kegs"
            serves fresh
            owner cellar
        objective full "Every table is taken"
            serves beer
        means quiz "Quiz on Mondays"
            serves full
        """
    )


def test_a_unit_and_its_parts_are_no_other_units_to_each_other() -> None:
    assert_marked("""
        value beer "Beer worth the walk"
        unit cellar "Cellar"
        unit hop "Hop garden"
            owner cellar
        objective fresh "Every keg is tapped within a month"
            serves beer
            owner cellar
        objective own-hop "Hop of our own"
            serves beer
            owner hop
        means small-kegs "Small kegs"
            serves fresh
            owner cellar
        means poles "Poles"
            serves own-hop
            owner hop
        """)


def test_a_silo_within_a_silo_is_told_with_it() -> None:
    (finding,) = assert_marked("""
        value beer "Beer worth the walk"
        unit hop "Hop garden"
            owner cellar
        unit cellar "Cellar"  # finding: silo
        unit inns "Inns"
        objective fresh "Every keg is tapped within a month"
            serves beer
            owner cellar
        objective own-hop "Hop of our own"
            serves beer
            owner hop
        objective full "Every table is taken"
            serves beer
            owner inns
        means small-kegs "Small kegs"
            serves fresh
            owner cellar
        means poles "Poles"
            serves own-hop
            owner hop
        means quiz "Quiz"
            serves full
        """)
    assert finding.violation.elements == ("cellar",)
    assert finding.violation.notes == ("`cellar` alone works for `fresh`, `own-hop`",)


def test_a_circle_of_owners_is_one_line_of_units() -> None:
    (finding,) = assert_marked("""
        value beer "Beer worth the walk"
        unit cellar "Cellar"  # finding: silo
            owner hop
        unit hop "Hop garden"
            owner cellar
        unit inns "Inns"
        objective fresh "Every keg is tapped within a month"
            serves beer
            owner cellar
        objective full "Every table is taken"
            serves beer
            owner inns
        means small-kegs "Small kegs"
            serves fresh
            owner cellar
        means poles "Poles"
            serves fresh
            owner hop
        means quiz "Quiz"
            serves full
        """)
    assert finding.violation.elements == ("cellar", "hop")


@pytest.mark.parametrize(
    "spoiled",
    [
        'means quiz "Quiz"\n    serves full\n    onwer inns  # finding: syntax-error\n',
        'means quiz "Quiz"\n    serves full\n    owner innz  # finding: unknown-name\n',
        'means quiz "Quiz"\n    serves full, frehs  # finding: unknown-name\n    owner inns\n',
        'means quiz "Quiz"\n    serves full\n    owner inns\nobjektive x  # finding: syntax-error\n    serves beer\n',
    ],
)
def test_a_silo_is_not_told_while_something_is_not_read(spoiled: str) -> None:
    assert_marked(_flat(BREWERY) + spoiled)


SLOPES = """
        value valley "A valley to live in"
        objective winter-work "Wages in winter"
            serves valley
"""


def test_the_way_is_shown_link_by_link() -> None:
    (finding,) = assert_marked(
        SLOPES
        + """
        means slopes "Slopes"
            serves winter-work
            needs cannons
        means cannons "Snow cannons"
            hinders valley because "The brook is dry"  # finding: at-odds
        """
    )
    assert finding.message == '"Snow cannons" (`cannons`) works for "A valley to live in" (`valley`) and against it'
    assert [(label.text, label.place.line) for label in finding.violation.labels] == [
        ("`cannons` is needed by `slopes`", 7),
        ("`slopes` serves `winter-work`", 6),
        ("`winter-work` serves `valley`", 3),
    ]


def test_what_serves_and_hinders_an_end_at_once_is_at_odds() -> None:
    assert_marked(
        SLOPES
        + """
        means slopes "Slopes"
            serves winter-work
            hinders winter-work  # finding: at-odds
        """
    )


def test_a_bridge_is_at_odds_with_what_its_ends_support() -> None:
    (finding,) = assert_marked(
        SLOPES
        + """
        means slopes "Slopes"
            serves winter-work
        means inns "Inns"
            serves winter-work
        bridge talks "Talks"
            joins slopes, inns
            hinders winter-work  # finding: at-odds
        """
    )
    assert [label.text for label in finding.violation.labels] == ["`talks` joins what supports `winter-work`"]


@pytest.mark.parametrize(
    "hindrance",
    [
        # Another end, and one that is no end.
        "means slopes\n    serves winter-work\n    hinders brook\nobjective brook\n    serves valley\n    needs reeds\n"
        "asset reeds\n    nature tangible\n",
        "means slopes\n    serves winter-work\n    hinders reeds\nmeans reeds\n    serves winter-work\n",
        "means slopes\n    serves reeds\n    hinders reeds\nmeans reeds\n    serves winter-work\n",
        # What is stopped takes no part.
        "means slopes\n    serves winter-work\n"
        "means cannons\n    serves winter-work\n    hinders valley\n    status stopped\n",
        # A link to itself is no path.
        "means slopes\n    serves winter-work\n"
        "objective brook\n    serves winter-work\n    hinders brook\n    needs slopes\n",
        # What is above.
        "means slopes\n    serves winter-work\nobjective brook\n    serves valley\n    needs slopes\n"
        "objective fish\n    serves brook\n    needs slopes\nmeans dam\n    serves brook\n    hinders fish\n",
    ],
)
def test_hindering_something_else_is_no_odds(hindrance: str) -> None:
    assert_marked(_flat(SLOPES) + hindrance)


def test_a_path_through_a_loop_is_no_support() -> None:
    assert_marked(
        SLOPES
        + """
        objective guests "Guests"
            serves beds  # finding: tangled-loop
            serves winter-work
        objective beds "Beds"
            serves guests
        means slopes "Slopes"
            serves guests
            hinders valley
            hinders beds
        """
    )


def test_a_path_through_a_flywheel_is_support() -> None:
    assert_marked(
        SLOPES
        + """
        objective guests "Guests"
            feeds beds
            serves winter-work
        objective beds "Beds"
            serves guests
        means slopes "Slopes"
            serves guests
            hinders valley  # finding: at-odds
        """
    )


def test_the_order_of_statements_changes_nothing() -> None:
    parts = [
        'value v "V"\n',
        'objective o "O"\n    serves v\n',
        'objective p "P"\n    serves v\n',
        'means m "M"\n    serves o\n    hinders v  # finding: at-odds\n    owner a\n',
        'means n "N"\n    serves p\n    owner b\n',
        'unit a "A"  # finding: silo\n',
        'unit b "B"\n',
    ]
    one = assert_marked("".join(parts))
    parts[5:] = ['unit b "B"  # finding: silo\n', 'unit a "A"\n']
    other = assert_marked("".join(reversed(parts[:5])) + "".join(parts[5:]))
    assert {finding.identity for finding in one} == {finding.identity for finding in other}
