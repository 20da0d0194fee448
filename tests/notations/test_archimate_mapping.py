"""What becomes of elements, relations, scopes and junctions."""

import pytest

from goalgraph.notations.archimate import NotReadable, junctions, kinds, read_archimate
from tests.notations.conftest import Build
from tests.notations.models import links_in

PLAN = [
    ("g", "Goal", "Goal"),
    ("d", "Driver", "Driver"),
    ("v", "Value", "Value"),
    ("q", "Requirement", "Req"),
    ("p", "CourseOfAction", "Move"),
    ("s", "Stakeholder", "Board"),
    ("t", "Stakeholder", "Staff"),
    ("a", "ApplicationComponent", "App"),
    ("b", "ApplicationComponent", "Base"),
    ("x", "Assessment", "Assessed"),
]


@pytest.mark.parametrize(
    ("relation", "link"),
    [
        (("q", "Realization", "g"), "req serves goal"),
        (("q", "Influence", "g"), "req serves goal"),
        (("q", "Serving", "g"), "req serves goal"),
        (("q", "Specialization", "g"), "req serves goal"),
        (("g", "Composition", "q"), "req serves goal"),
        (("g", "Aggregation", "q"), "req serves goal"),
        (("s", "Assignment", "q"), "req owner board"),
        (("s", "Assignment", "t"), "staff owner board"),
        (("s", "Composition", "t"), "staff owner board"),
        (("s", "Aggregation", "t"), "staff owner board"),
        (("s", "Serving", "t"), "board serves staff"),
        (("g", "Aggregation", "s"), "board serves goal"),
        (("a", "Assignment", "q"), "app serves req"),
        (("s", "Association", "d"), "board serves driver"),
        (("q", "Association", "g"), "req serves goal"),
        (("g", "Association", "q"), "req serves goal"),
        (("g", "Association", "a"), "app serves goal"),
        (("v", "Association", "s"), "board serves value"),
        (("g", "Influence", "g"), "goal serves goal"),
        (("d", "Influence", "g"), "goal serves driver"),
        (("v", "Influence", "q", "++"), "req serves value"),
        (("d", "Influence", "s", "+"), "board serves driver"),
        (("d", "Influence", "v"), "driver serves value"),
        (("g", "Influence", "d"), "goal serves driver"),
        (("d", "Influence", "g", "-"), "driver hinders goal"),
        (("q", "Influence", "g", "+"), "req serves goal"),
        (("q", "Influence", "g", "-"), "req hinders goal"),
        (("q", "Influence", "g", "--"), "req hinders goal"),
        (("q", "Influence", "g", "-2"), "req hinders goal"),
        (("q", "Influence", "g", "protects (--)"), "req hinders goal"),
        (("q", "Influence", "g", "Negative"), "req hinders goal"),
        (("q", "Influence", "g", "long-term"), "req serves goal"),
    ],
)
def test_a_relation_and_its_link(build: Build, relation: tuple[str, ...], link: str) -> None:
    assert links_in(read_archimate(build(PLAN, [relation]), "m")) == {link}


@pytest.mark.parametrize(
    ("relation", "reason"),
    [
        (("q", "Access", "g"), "Access relations"),
        (("q", "Flow", "g"), "Flow relations"),
        (("q", "Triggering", "g"), "Triggering relations"),
        (("q", "Wiring", "g"), "Wiring relations"),
        (("q", "Association", "p"), "Association relations that say nothing of purpose"),
        (("s", "Association", "g"), "Association relations that say nothing of purpose"),
        (("d", "Association", "v"), "Association relations that say nothing of purpose"),
        (("x", "Influence", "g"), "relations of elements left out"),
        (("a", "Serving", "b"), "relations between two core elements"),
        (("q", "Realization", "gone"), "relations with nothing at an end"),
        (("q", "Realization", "r0"), "relations with a relation at an end"),
        (("q", "Influence", "g", "++/--"), "Influence relations said to work for and against"),
        (("d", "Influence", "g", "+/-"), "Influence relations said to work for and against"),
    ],
)
def test_a_relation_that_is_left_out(build: Build, relation: tuple[str, ...], reason: str) -> None:
    imported = read_archimate(build(PLAN, [relation]), "m")
    assert (reason, 1) in imported.left_out
    assert imported.links == 0


def test_a_driver_that_influences_a_goal_by_a_junction_and_the_goal_that_influences_it(build: Build) -> None:
    relations = [("d", "Influence", "j"), ("j", "Influence", "g"), ("g", "Influence", "d", "++")]
    imported = read_archimate(build([*PLAN, ("j", "Junction", "")], relations), "m")
    assert "    serves driver strongly\n" in imported.text
    assert links_in(imported) == {"goal serves driver"}


def test_what_is_left_out_is_told_most_first(build: Build) -> None:
    imported = read_archimate(build([*PLAN, ("y", "Gap", "Gap")], [("q", "Flow", "g")]), "m")
    assert imported.left_out == (
        ("core elements linked to no motivation, strategy or implementation", 2),
        ("Assessment elements", 1),
        ("Driver elements that no link ties to anything", 1),
        ("Flow relations", 1),
        ("Gap elements", 1),
    )


def test_core_elements_come_in_by_a_link_to_the_plan(build: Build) -> None:
    data = build(PLAN, [("a", "Realization", "q"), ("b", "Serving", "a"), ("b", "Flow", "q")])
    assert links_in(read_archimate(data, "m")) == {"app serves req"}
    assert "Base" not in read_archimate(data, "m").text
    assert links_in(read_archimate(data, "m", everything=True)) == {"app serves req", "base serves app"}


@pytest.mark.parametrize("kind", ["Driver", "ImplementationEvent", "Plateau"])
@pytest.mark.parametrize("everything", [False, True])
def test_what_is_nothing_alone_comes_in_by_a_link(build: Build, kind: str, *, everything: bool) -> None:
    elements = [("e", kind, "It"), ("f", kind, "Left"), *PLAN]
    imported = read_archimate(build(elements, [("q", "Realization", "e")]), "m", everything=everything)
    assert ' it "It"' in imported.text
    assert "Left" not in imported.text
    # The driver of the plan stands alone too.
    told = 2 if kind == "Driver" else 1
    assert (f"{kind} elements that no link ties to anything", told) in imported.left_out


@pytest.mark.parametrize("relation", [("f", "Association", "q"), ("f", "Flow", "q"), ("f", "Association", "x")])
def test_a_relation_that_gives_no_link_ties_nothing(build: Build, relation: tuple[str, ...]) -> None:
    imported = read_archimate(build([*PLAN, ("f", "Plateau", "Left")], [relation]), "m")
    assert ("Plateau elements that no link ties to anything", 1) in imported.left_out
    assert "Left" not in imported.text


@pytest.mark.parametrize(
    ("relations", "links"),
    [
        ([("q", "Influence", "v")], {"req serves value"}),
        ([("p", "Realization", "g"), ("q", "Serving", "p")], {"move serves goal", "req serves move"}),
        ([("q", "Association", "d")], {"req serves driver"}),
        ([("G", "Aggregation", "q"), ("v", "Aggregation", "G")], {"req serves value"}),
    ],
)
def test_an_association_is_not_needed_where_a_means_leads_to_an_end(
    build: Build, relations: list[tuple[str, ...]], links: set[str]
) -> None:
    data = build([*PLAN, ("h", "Goal", "Other"), ("G", "Grouping", "")], [("q", "Association", "h"), *relations])
    imported = read_archimate(data, "m")
    assert links_in(imported) == links
    assert ("Association relations of a means that leads to an end without them", 1) in imported.left_out


def test_associations_are_read_where_a_means_leads_to_no_end(build: Build) -> None:
    relations = [("q", "Association", "g"), ("h", "Association", "q"), ("q", "Realization", "p")]
    data = build([*PLAN, ("h", "Outcome", "Other")], relations)
    assert links_in(read_archimate(data, "m")) == {"req serves goal", "req serves other", "req serves move"}


@pytest.mark.parametrize(
    ("relation", "link", "reason"),
    [
        (("g", "Realization", "q"), "goal serves req", "indirect links that would close a circle"),
        (("q", "Influence", "g", "-"), "req hinders goal", "indirect links that the model contradicts"),
    ],
)
def test_an_association_says_nothing_against_other_relations(
    build: Build, relation: tuple[str, ...], link: str, reason: str
) -> None:
    imported = read_archimate(build(PLAN, [relation, ("q", "Association", "g")]), "m")
    assert links_in(imported) == {link}
    assert (reason, 1) in imported.left_out


def test_the_same_link_is_said_once(build: Build) -> None:
    data = build(PLAN, [("q", "Realization", "g"), ("g", "Composition", "q"), ("q", "Influence", "g", "++")])
    imported = read_archimate(data, "m")
    assert "    serves goal strongly\n" in imported.text
    assert imported.links == 1
    assert ("repeated links", 2) in imported.left_out


@pytest.mark.parametrize("kind", ["Junction", "AndJunction", "OrJunction"])
def test_junctions_are_followed(build: Build, kind: str) -> None:
    data = build(
        [*PLAN, ("j", kind, ""), ("k", kind, ""), ("l", kind, "")],
        [
            ("q", "Realization", "j"),
            ("s", "Influence", "j", "-"),
            ("j", "Realization", "k"),
            ("k", "Realization", "j"),
            ("k", "Realization", "g"),
            ("k", "Realization", "v"),
            ("t", "Influence", "j", "+"),
            ("j", "Influence", "k"),
            ("k", "Influence", "g"),
            ("t", "Realization", "l"),
            ("l", "Influence", "v"),
        ],
    )
    imported = read_archimate(data, "m")
    assert links_in(imported) == {"req serves goal", "req serves value", "board hinders goal", "staff serves goal"}
    assert ("relations at a junction that leads nowhere", 2) in imported.left_out


def test_a_long_chain_of_junctions(build: Build) -> None:
    count = 20_000
    chain = [(f"j{number}", "Junction", "") for number in range(count)]
    steps = [(f"j{number}", "Realization", f"j{number + 1}") for number in range(count - 1)]
    data = build([*PLAN, *chain], [("q", "Realization", "j0"), *steps, (f"j{count - 1}", "Realization", "g")])
    assert links_in(read_archimate(data, "m")) == {"req serves goal"}


def test_junctions_that_multiply_without_end_are_refused(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(junctions, "_STEP_LIMIT", 100)
    goals = [(f"g{number}", "Goal", "G") for number in range(20)]
    data = build(
        [*goals, ("j", "Junction", "")],
        [(f"g{n}", "Realization", "j") for n in range(20)] + [("j", "Realization", f"g{n}") for n in range(20)],
    )
    with pytest.raises(NotReadable, match="more than 100 relations"):
        read_archimate(data, "m")


def test_every_type_has_the_kind_of_the_data_notes(build: Build) -> None:
    expected = {
        "value": "Value Driver",
        "objective": "Goal Outcome",
        "means": "Requirement Constraint Principle CourseOfAction Capability ValueStream WorkPackage "
        "Deliverable Plateau",
        "asset": "Resource BusinessObject DataObject Artifact Contract Product",
        "unit": "Stakeholder BusinessActor BusinessRole BusinessCollaboration",
    }
    for kind, types in expected.items():
        for each in types.split():
            text = read_archimate(build([("e", each, "It")], [("e", "Influence", "e", "-")]), "m", everything=True).text
            assert text.endswith(f'{kind} it "It"\n    hinders it\n    tags {each}\n')
    assert not {"Assessment", "Meaning", "Gap", "Location", "Grouping"} & kinds.KINDS.keys()
