"""The formal and the informal."""

import pytest

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


CHEESE = """
value cheese "Cheese"
objective wheels "Good wheels"
    serves cheese
means log "Cellar log"
    serves wheels
    sphere formal
means talk "Talk at the ramp"
    serves wheels
    sphere informal
"""
MEETING = CHEESE.replace('"Good wheels"', '"Good wheels"  # finding: unbridged')


def test_formal_and_informal_meet_without_a_bridge() -> None:
    (finding,) = assert_marked(MEETING)
    assert finding.message == 'formal and informal work meet at "Good wheels" (`wheels`), and no bridge joins them'
    assert [(label.text, label.place.text) for label in finding.violation.labels] == [
        ("`log` is formal", "formal"),
        ("`talk` is informal", "informal"),
    ]


def test_they_are_told_at_the_lowest_objective_and_not_again_above() -> None:
    assert_marked(
        MEETING.replace("    serves cheese\n", "    serves known\n")
        + """
objective known "Known in town"
    serves cheese
means fair "Stall at the fair"
    serves known
    sphere formal
means cousins "Cousins in town"
    serves known
    sphere informal
"""
    )


def test_the_same_two_are_told_once_wherever_they_meet() -> None:
    (finding,) = assert_marked(
        MEETING.replace("serves wheels", "serves wheels, butter")
        + 'objective butter "Good butter"\n    serves cheese\n'
    )
    assert finding.violation.elements == ("wheels", "butter")
    assert finding.violation.notes == ("the same two meet at `butter`",)


@pytest.mark.parametrize(
    "connection",
    [
        "bridge slate\n    joins log, talk\n",
        # A bridge that is among the supporters by a link of its own, whatever it joins.
        "bridge slate\n    joins cows, fair\n    serves wheels\nasset cows\n    nature tangible\n"
        "means fair\n    serves bread\n",
        # One that is for something else, and joins one of each.
        "bridge slate\n    joins log, talk, fair\n    serves bread\nmeans fair\n    serves bread\n",
        # One that joins those who answer for them.
        "bridge slate\n    joins cellar, farmers\n    serves bread\nunit cellar\nunit farmers\n"
        "means pasture\n    serves talk\n    sphere informal\n    owner farmers\n"
        "means thermometer\n    serves log\n    sphere formal\n    owner cool\nunit cool\n    owner cellar\n",
        # Something that lives in both.
        "means notes\n    serves wheels\n    sphere both\n",
        # Work of the one for the other.
        "means notes\n    serves log\n    sphere informal\n",
        "means notes\n    serves log\n    needs habit\nasset habit\n    nature intangible\n    sphere informal\n",
        # Something that both work for has brought them together.
        "means notes\n    serves wheels\n    needs log, talk\n",
    ],
)
def test_what_connects_them_keeps_it_silent(connection: str) -> None:
    assert_marked(
        CHEESE
        + 'objective bread "Bread"\n    serves cheese\n    needs flour\nasset flour\n    nature tangible\n'
        + connection
    )


@pytest.mark.parametrize(
    "connection",
    [
        # A bridge for something else, to one of them only.
        "bridge slate\n    joins log, fair\n    serves bread\nmeans fair\n    serves bread\n    sphere informal\n",
        # A bridge that is stopped.
        "bridge slate\n    joins log, talk\n    status stopped\n",
        # More of the one.
        "means notes\n    serves log\n    sphere formal\n",
    ],
)
def test_what_does_not_connect_them_changes_nothing(connection: str) -> None:
    assert_marked(
        MEETING
        + 'objective bread "Bread"\n    serves cheese\n    needs flour\nasset flour\n    nature tangible\n'
        + connection
    )


def test_an_objective_that_lives_in_both_connects_what_serves_it() -> None:
    assert_marked(CHEESE.replace("    serves cheese\n", "    serves cheese\n    sphere both\n"))


def test_what_is_stopped_lives_in_no_sphere() -> None:
    assert_marked(CHEESE + "    status stopped\n")


def test_on_a_loop_those_meet_who_come_from_outside_and_above_it_they_have_met() -> None:
    assert_marked(
        MEETING.replace("serves cheese", "serves fame")
        + """
objective curd "Good curd"
    serves wheels
    needs wheels  # finding: chicken-and-egg
objective fame "Known in three valleys"
    serves cheese
"""
    )


def test_who_works_against_each_other_is_told_as_that_and_not_as_unbridged() -> None:
    assert_marked(CHEESE + "    hinders log  # finding: spheres-clash\n")


def test_direct_supporters_are_named_before_those_below_them() -> None:
    gauge = "means gauge\n    serves wheels\n    needs probes\nmeans probes\n    sphere formal\n"
    (finding,) = assert_marked(MEETING.replace("means log", gauge + "means log"))
    assert finding.violation.helps == ("name what connects them: a `bridge` that `joins log, talk`",)


ROUND = """
value home "Home again"
objective hour "Help within the hour"
    serves home
objective years "Years together"
    serves home
means hut "Evenings at the hut"
    serves years
    sphere informal
means roster "Roster"
    serves hour
    sphere formal
means radio "Radio"
    serves hour
    sphere formal
means exam "Exam"
    serves hour
    sphere formal
"""


TALKS = "bridge talks\n    joins roster, farmers\n"


def test_three_of_one_sphere_alone() -> None:
    text = ROUND.replace('"Help within the hour"', '"Help within the hour"  # finding: one-sphere')
    (finding,) = assert_marked(text)
    assert "from the formal sphere alone, as by `roster`, `radio`, `exam`" in finding.message
    turned = text.replace("informal", "x").replace("formal", "informal").replace(" x", " formal")
    (finding,) = assert_marked(turned)
    assert "from the informal sphere alone" in finding.message


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        # Two are few.
        ("    serves hour\n    sphere formal\nmeans exam", "    serves hour\nmeans exam"),
        # One of the other, or of both, at any depth.
        ("means exam", "means farmers\n    serves radio\n    sphere both\nmeans exam"),
        ("means exam", f"means farmers\n    serves radio\n    sphere informal\n{TALKS}means exam"),
        # A bridge to the other.
        ("means exam", "bridge leader\n    joins roster, hut\n    serves hour\nmeans exam"),
        # The map uses one sphere only.
        ("    sphere informal\n", ""),
        # The objective is further down, or lives in the other itself.
        (
            "    serves home\nobjective years",
            "    serves known\nobjective known  # finding: one-sphere\n    serves home\nobjective years",
        ),
        ("    serves home\nobjective years", "    serves home\n    sphere informal\nobjective years"),
        # What is stopped does not count.
        ('"Exam"\n', '"Exam"\n    status stopped\n'),
    ],
)
def test_what_is_no_work_of_one_sphere_alone(said: str, instead: str) -> None:
    assert said in ROUND
    assert_marked(ROUND.replace(said, instead, 1))


def test_a_bridge_of_their_own_does_not_bring_in_the_other_sphere() -> None:
    assert_marked(
        ROUND.replace('"Help within the hour"', '"Help within the hour"  # finding: one-sphere')
        + """
unit valley "Valley"
unit town "Town"
bridge drill "Drill together"
    joins valley, town
    serves hour
"""
    )


BRIDGE = """
value evening "A good evening"
objective cue "On cue"
    serves evening
means sheet "Cue sheet"
    serves cue
    sphere formal
means plan "Plan"
    serves cue
    sphere formal
unit stage "Stage"
unit wardrobe "Wardrobe"
    owner stage
"""


@pytest.mark.parametrize(
    ("bridge", "severity", "message"),
    [
        ("    serves cue\n", "error", '"K" (`k`) joins nothing'),
        ("    joins sheet\n", "error", '"K" (`k`) has one end only, `sheet`'),
        ("    joins sheet, old\n", "error", '"K" (`k`) has one end left, `sheet`: `old` is stopped'),
        (
            "    joins old, older\n    serves cue\n",
            "error",
            '"K" (`k`) joins nothing any more: `old`, `older` are stopped',
        ),
        ("    joins sheet, plan\n", "warning", '"K" (`k`) joins the formal to the formal: `sheet`, `plan`'),
    ],
)
def test_a_bridge_with_one_bank(bridge: str, severity: str, message: str) -> None:
    old = "means old\n    status stopped\nmeans older\n    status stopped\n"
    (finding,) = assert_marked(BRIDGE + 'bridge k "K"  # finding: lame-bridge\n' + bridge + old)
    assert (finding.message, finding.severity.word) == (message, severity)


@pytest.mark.parametrize(
    "bridge",
    [
        # The other sphere, both, or none that is said.
        "    joins sheet, whispers\nmeans whispers\n    serves cue\n    sphere informal\n",
        "    joins sheet, whispers\nmeans whispers\n    serves cue\n    sphere both\n",
        "    joins sheet, whispers\nmeans whispers\n    serves cue\n",
        "    joins sheet, stage\n    serves cue\n",
        # Different parts of the organisation, one within the other as well.
        "    joins dress, lights\nmeans dress\n    serves cue\n    sphere formal\n    owner wardrobe\n"
        "means lights\n    serves cue\n    sphere formal\n    owner stage\n",
        # Units, be they of one sphere.
        "    joins light, sound\n    serves cue\nunit light\n    sphere formal\nunit sound\n    sphere formal\n",
        "    status stopped\n",
    ],
)
def test_a_bridge_with_two_banks(bridge: str) -> None:
    assert_marked(BRIDGE + 'bridge k "K"\n' + bridge)


def test_one_owner_is_no_difference() -> None:
    owned = BRIDGE.replace("    serves cue\n    sphere", "    serves cue\n    owner stage\n    sphere")
    assert_marked(owned + 'bridge k "K"  # finding: lame-bridge\n    joins sheet, plan\n')


def test_a_bridge_for_nothing_is_told_as_that() -> None:
    assert_marked(BRIDGE + 'bridge k "K"  # finding: no-why\n')


PAPER = """
value informed "A town that knows"
objective asked "Asked at first hand"
    serves informed
means archive "Archive"
    serves asked
means lunch "Lunch"
    serves asked
bridge a "A"{mark}
    joins archive, lunch
    nature technical
bridge b "B"
    joins archive, lunch
    nature technical
"""


@pytest.mark.parametrize("nature", ["technical", "organizational"])
def test_three_bridges_of_one_nature_are_told_once(nature: str) -> None:
    third = f'bridge c "C"\n    joins archive, lunch\n    nature {nature}\n'
    text = PAPER.format(mark="  # finding: one-kind-of-bridge").replace("technical", nature)
    (finding,) = assert_marked(text + third)
    assert finding.message == f"all 3 bridges of this map are {nature}: `a`, `b`, `c`"


@pytest.mark.parametrize(
    "third",
    [
        "",
        'bridge c "C"\n    joins archive, lunch\n    nature organizational\n',
        'bridge c "C"\n    joins archive, lunch\n    nature organizational\n    nature technical\n',
        'bridge c "C"\n    joins archive, lunch\n',
        'bridge c "C"\n    joins archive, lunch\n    nature technical\n    status stopped\n',
        'bridge c "C"\n    joins archive, lunch\n    nature technical\n    nature social  # finding: bad-value\n',
        'bridge c "C"\n    joins archive, lunch\n    nature technical\n'
        "brigde d  # finding: syntax-error\n    joins lunch\n",
    ],
)
def test_bridges_of_which_not_all_are_known_to_be_alike(third: str) -> None:
    assert_marked(PAPER.format(mark="") + third)


HANGAR = """
value safe "Safe"
objective repeat "No fault twice"
    serves safe
objective ears "Ears"
    serves safe
means elbow "At the elbow"
    serves ears
    sphere informal
    owner young
    hinders signing{mark}
means signing "Signing"
    serves repeat
    sphere formal
    owner hangar
unit hangar "Hangar"
    owner firm
unit young "Young ones"
unit firm "Firm"
bridge card "Card"
    serves safe because "That is seen by all"
    joins {ends}
"""
SHARED = "means both\n    serves ears, repeat\n    owner hangar, young\n"


def test_the_informal_works_against_the_formal() -> None:
    (finding,) = assert_marked(HANGAR.format(mark="  # finding: spheres-clash", ends="elbow, young") + SHARED)
    assert finding.violation.elements == ("elbow", "signing")


def test_both_ways_are_one_clash() -> None:
    mutual = HANGAR.replace('"Signing"\n', '"Signing"\n    hinders elbow\n')
    (finding,) = assert_marked(mutual.format(mark="  # finding: spheres-clash", ends="elbow, young") + SHARED)
    assert finding.violation.labels[0].text == "`signing hinders elbow`, too"


@pytest.mark.parametrize("ends", ["elbow, signing", "elbow, hangar", "young, firm", "young, signing, ears"])
def test_a_bridge_between_them_or_those_who_answer_for_them_settles_it(ends: str) -> None:
    assert_marked(HANGAR.format(mark="", ends=ends) + SHARED)


@pytest.mark.parametrize(
    ("said", "instead"),
    [("sphere informal", "sphere both"), ("    sphere formal\n", ""), ("sphere formal", "sphere informal")],
)
def test_what_is_not_of_two_spheres_does_not_clash(said: str, instead: str) -> None:
    assert_marked(HANGAR.replace(said, instead).format(mark="", ends="elbow, young") + SHARED)


def test_what_hinders_the_end_it_supports_is_told_as_that() -> None:
    assert_marked("""
        value safe "Safe"
        objective repeat "No fault twice"
            serves safe
            sphere formal
        means elbow "At the elbow"
            serves repeat
            sphere informal
            hinders repeat  # finding: at-odds
        """)


@pytest.mark.parametrize(
    "text",
    [
        # A sphere that does not exist may be any.
        CHEESE.replace("sphere informal", "sphere informel  # finding: bad-value"),
        CHEESE + 'means c "C"\n    serves wheels\n    sphere wild  # finding: bad-value\n',
        CHEESE + 'means c "C"\n    serves log\n    sphere  # finding: syntax-error\n',
        ROUND.replace('"Exam"\n', '"Exam"\n    sphere formal\n    sphere both  # finding: bad-value\n').replace(
            "bad-value\n    serves hour\n    sphere formal\n", "bad-value\n    serves hour\n"
        ),
        # What joins, serves or owns may be what was not read.
        CHEESE + 'bridge slate "Slate"\n    joins log, tlak  # finding: unknown-name\n',
        CHEESE + 'bridge slate "Slate"\n    jions log, talk  # finding: syntax-error\n    serves wheels\n',
        CHEESE + "bridge  # finding: syntax-error\n    joins log, talk\n",
        CHEESE + 'means c "C"\n    servs wheels  # finding: syntax-error\n',
        ROUND + 'means c "C"\n    servs hour  # finding: syntax-error\n    sphere informal\n',
        BRIDGE + 'bridge k "K"\n    joins sheet, plna  # finding: unknown-name\n',
        BRIDGE + 'bridge k "K"\n    joins sheet, plan\n    jion stage  # finding: syntax-error\n',
        BRIDGE.replace('"Plan"\n', '"Plan"\n    owner wardrob  # finding: unknown-name\n')
        + 'bridge k "K"\n    joins sheet, plan\n',
        BRIDGE + 'bridge k "K"\n    joins sheet\nbridge k "K"  # finding: declared-twice\n    serves cue\n',
        HANGAR.format(mark="", ends="elbow, sining  # finding: unknown-name") + SHARED,
        HANGAR.replace("owner hangar\nunit", "ower hangar  # finding: syntax-error\nunit").format(
            mark="", ends="elbow, young"
        )
        + SHARED,
    ],
)
def test_what_was_not_read_makes_nothing_else_be_told(text: str) -> None:
    assert_marked(text)


def test_the_order_of_statements_changes_nothing() -> None:
    text = (
        MEETING
        + """
objective butter "Good butter"
    serves cheese
    needs log, talk
objective bread "Bread"
    serves cheese
bridge k "K"  # finding: lame-bridge
    joins cows
    serves bread
asset cows
    nature tangible
    sphere informal
means dogs
    sphere formal
    hinders cows  # finding: spheres-clash
    serves bread
"""
    )
    one = assert_marked(text)
    statements = text.strip().replace("\n    ", "\t").split("\n")
    turned = "\n".join(reversed(statements)).replace("\t", "\n    ").replace("  # finding: unbridged", "")
    other = assert_marked(turned.replace('"Good butter"', '"Good butter"  # finding: unbridged'))
    assert {finding.identity for finding in one} == {finding.identity for finding in other}


def test_a_bridge_that_turns_for_nothing_is_told_as_that() -> None:
    assert_marked(
        BRIDGE
        + """
bridge k "K"
    serves talk  # finding: idle-flywheel
means talk "Talk"
    feeds k
"""
    )
