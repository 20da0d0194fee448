"""What is said of a grouping is said of what it groups, where that leads upward."""

from collections.abc import Sequence

import pytest

from goalgraph.notations.archimate import NotReadable, groupings, read_archimate
from tests.notations.conftest import Build
from tests.notations.models import Relation, links_in

ELEMENTS = [
    ("v", "Value", "Value"),
    ("g", "Goal", "Goal"),
    ("h", "Outcome", "Other"),
    ("m", "CourseOfAction", "Move"),
    ("n", "Requirement", "Need"),
    ("p", "Principle", "Rule"),
    ("r", "Resource", "Store"),
    ("s", "Stakeholder", "Board"),
    ("a", "ApplicationComponent", "App"),
    ("x", "Assessment", "Assessed"),
    ("G", "Grouping", "Group"),
    ("H", "Grouping", "Held"),
]
HOLDS = [("G", "Aggregation", "m"), ("G", "Composition", "n")]
IN_VAIN = "relations of a grouping that give no link"


def _read(build: Build, relations: Sequence[Relation], *, everything: bool = False) -> tuple[set[str], dict[str, int]]:
    imported = read_archimate(build(ELEMENTS, relations), "m", everything=everything)
    return links_in(imported), dict(imported.left_out)


@pytest.mark.parametrize(
    ("said", "links"),
    [
        (("g", "Aggregation", "G"), {"move serves goal", "need serves goal"}),
        (("g", "Composition", "G"), {"move serves goal", "need serves goal"}),
        (("p", "Composition", "G"), {"move serves rule", "need serves rule"}),
        (("G", "Realization", "g"), {"move serves goal", "need serves goal"}),
        (("G", "Serving", "p"), {"move serves rule", "need serves rule"}),
        (("G", "Influence", "v", "+"), {"move serves value", "need serves value"}),
        (("v", "Influence", "G"), {"move serves value", "need serves value"}),
        (("r", "Serving", "G"), {"store serves move", "store serves need"}),
        (("p", "Specialization", "G"), {"rule serves move", "rule serves need"}),
    ],
)
def test_a_grouping_is_followed_to_its_members(build: Build, said: Relation, links: set[str]) -> None:
    found, left_out = _read(build, [*HOLDS, said])
    assert found == links
    assert IN_VAIN not in left_out
    assert left_out["Grouping elements"] == 2


@pytest.mark.parametrize(
    "said",
    [
        ("g", "Realization", "G"),
        ("v", "Realization", "G"),
        ("s", "Serving", "G"),
        ("s", "Assignment", "G"),
        ("G", "Association", "v"),
        ("G", "Influence", "g", "--"),
        ("G", "Influence", "g", "+/-"),
        ("G", "Serving", "s"),
        ("G", "Realization", "x"),
    ],
)
def test_a_grouping_that_is_not_followed_is_counted(build: Build, said: Relation) -> None:
    found, left_out = _read(build, [*HOLDS, said])
    assert found == set()
    assert left_out[IN_VAIN] == 3


def test_what_stands_in_a_grouping_in_vain_is_counted(build: Build) -> None:
    relations = [*HOLDS, ("G", "Composition", "s"), ("H", "Composition", "p"), ("G", "Realization", "g")]
    found, left_out = _read(build, relations)
    assert found == {"move serves goal", "need serves goal"}
    assert left_out[IN_VAIN] == 2


def test_groupings_in_groupings(build: Build) -> None:
    nested = [("H", "Composition", "G"), ("G", "Aggregation", "H"), *HOLDS, ("h", "Aggregation", "H")]
    assert _read(build, nested)[0] == {"move serves other", "need serves other"}
    between = [*HOLDS, ("H", "Aggregation", "g"), ("H", "Aggregation", "h"), ("G", "Realization", "H")]
    assert _read(build, between)[0] == {
        f"{lower} serves {upper}" for lower in ("move", "need") for upper in ("goal", "other")
    }


def test_a_grouping_behind_a_junction(build: Build) -> None:
    data = build([*ELEMENTS, ("j", "Junction", "")], [*HOLDS, ("G", "Realization", "j"), ("j", "Realization", "g")])
    assert links_in(read_archimate(data, "m")) == {"move serves goal", "need serves goal"}


def test_core_elements_come_in_through_a_grouping(build: Build) -> None:
    relations = [("G", "Aggregation", "a"), ("g", "Aggregation", "G")]
    assert _read(build, relations)[0] == {"app serves goal"}


def test_no_circle_is_made_by_following_groupings(build: Build) -> None:
    relations = [*HOLDS, ("p", "Realization", "G"), ("m", "Realization", "p"), ("G", "Realization", "g")]
    found, left_out = _read(build, relations)
    assert found == {"move serves rule", "rule serves need", "move serves goal", "need serves goal"}
    assert left_out["indirect links that would close a circle"] == 1


def test_what_the_model_contradicts_is_not_read(build: Build) -> None:
    relations = [*HOLDS, ("m", "Influence", "g", "-"), ("g", "Aggregation", "G")]
    found, left_out = _read(build, relations)
    assert found == {"move hinders goal", "need serves goal"}
    assert left_out["indirect links that the model contradicts"] == 1


def test_a_circle_that_the_model_draws_stays(build: Build) -> None:
    relations = [*HOLDS, ("p", "Realization", "G"), ("p", "Realization", "m"), ("m", "Realization", "p")]
    found, left_out = _read(build, relations)
    assert found == {"move serves rule", "rule serves move", "rule serves need"}
    assert "indirect links that would close a circle" not in left_out


def test_a_grouping_and_its_own_member(build: Build) -> None:
    assert _read(build, [*HOLDS, ("m", "Realization", "G")])[0] == set()
    assert _read(build, [*HOLDS, ("H", "Composition", "G"), ("G", "Realization", "H")])[0] == set()


def test_a_long_chain_of_groupings(build: Build) -> None:
    count = 20_000
    chain = [(f"c{number}", "Grouping", "") for number in range(count)]
    steps = [(f"c{number}", "Composition", f"c{number + 1}") for number in range(count - 1)]
    data = build([*ELEMENTS, *chain], [("g", "Aggregation", "c0"), *steps, (f"c{count - 1}", "Composition", "m")])
    imported = read_archimate(data, "m")
    assert links_in(imported) == {"move serves goal"}
    assert IN_VAIN not in dict(imported.left_out)


def test_groupings_that_multiply_without_end_are_refused(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groupings, "_STEP_LIMIT", 100)
    held = [(f"{side}{number}", "Requirement", "R") for side in "ab" for number in range(20)]
    relations = [("G" if name[0] == "a" else "H", "Composition", name) for name, _, _ in held]
    with pytest.raises(NotReadable, match="groupings of this model stand for more than 100 relations"):
        read_archimate(build([*ELEMENTS, *held], [*relations, ("G", "Serving", "H")]), "m")
