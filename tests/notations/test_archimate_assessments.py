"""A goal tied to the assessment of a driver is sought for that driver's sake, where it is clear which."""

import pytest

from goalgraph.notations.archimate import read_archimate
from tests.notations.conftest import Build
from tests.notations.models import Relation, links_in

ELEMENTS = [
    ("d", "Driver", "Driver"),
    ("e", "Driver", "Drive"),
    ("g", "Goal", "Goal"),
    ("h", "Outcome", "Other"),
    ("q", "Requirement", "Req"),
    ("x", "Assessment", "Found"),
    ("y", "Assessment", "Known"),
]
IN_VAIN = "relations of elements left out"


@pytest.mark.parametrize(
    ("relations", "links"),
    [
        ([("g", "Association", "x"), ("x", "Association", "d")], {"goal serves driver"}),
        ([("x", "Association", "g"), ("d", "Association", "x")], {"goal serves driver"}),
        (
            [("g", "Association", "x"), ("h", "Association", "x"), ("x", "Association", "d")],
            {"goal serves driver", "other serves driver"},
        ),
        (
            [(name, "Association", one) for name in "gd" for one in "xy"],
            {"goal serves driver"},
        ),
        (
            [("g", "Association", one) for one in "xy"] + [("x", "Association", "d"), ("y", "Association", "e")],
            {"goal serves driver", "goal serves drive"},
        ),
    ],
)
def test_a_goal_serves_the_driver_that_was_assessed(build: Build, relations: list[Relation], links: set[str]) -> None:
    imported = read_archimate(build(ELEMENTS, relations), "m")
    assert links_in(imported) == links
    assert IN_VAIN not in dict(imported.left_out)
    assert ("Assessment elements", 2) in imported.left_out


@pytest.mark.parametrize(
    "relations",
    [
        [("g", "Association", "x"), ("x", "Association", "d"), ("x", "Association", "e")],
        [("g", "Association", "x"), ("x", "Influence", "d")],
        [("x", "Influence", "g", "--"), ("x", "Association", "d")],
        [("q", "Association", "x"), ("x", "Association", "d")],
        [("g", "Association", "x"), ("x", "Association", "y"), ("y", "Association", "d")],
    ],
)
def test_what_is_not_clear_is_left_out_and_counted(build: Build, relations: list[Relation]) -> None:
    imported = read_archimate(build(ELEMENTS, relations), "m")
    assert imported.links == 0
    assert (IN_VAIN, len(relations)) in imported.left_out


def test_a_relation_that_is_not_followed_stays_counted(build: Build) -> None:
    relations = [("g", "Association", "x"), ("d", "Association", "x"), ("q", "Influence", "x")]
    imported = read_archimate(build(ELEMENTS, relations), "m")
    assert links_in(imported) == {"goal serves driver"}
    assert (IN_VAIN, 1) in imported.left_out


def test_what_is_said_twice_stands_once_and_as_strong_as_it_was(build: Build) -> None:
    relations = [("g", "Influence", "d", "++"), ("g", "Association", "x"), ("d", "Association", "x")]
    imported = read_archimate(build(ELEMENTS, relations), "m")
    assert "    serves driver strongly\n" in imported.text
    assert imported.links == 1


def test_no_circle_is_made(build: Build) -> None:
    relations = [("d", "Realization", "g"), ("g", "Association", "x"), ("d", "Association", "x")]
    imported = read_archimate(build(ELEMENTS, relations), "m")
    assert links_in(imported) == {"driver serves goal"}
    assert (
        "indirect links that would close a circle",
        1,
    ) in imported.left_out


def test_what_the_model_contradicts_is_not_read(build: Build) -> None:
    relations = [("g", "Influence", "d", "--"), ("g", "Association", "x"), ("d", "Association", "x")]
    imported = read_archimate(build(ELEMENTS, relations), "m")
    assert links_in(imported) == {"goal hinders driver"}
    assert (
        "indirect links that the model contradicts",
        1,
    ) in imported.left_out
