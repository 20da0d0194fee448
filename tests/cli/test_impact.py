"""`goalgraph impact`: what would follow if an element went, as people and as programs read it."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import goalgraph as package
from tests.cli.test_why import MAP, ask, folder

__all__ = ["folder"]  # a fixture

SCHEMA = json.loads((Path(package.__path__[0]) / "output/schema/impact-1.json").read_text(encoding="utf-8"))


def document(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ask(folder, "impact", name, "--format", "json"))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(found)
    (only,) = found["maps"]
    return {**only, "name": found["name"]}


def test_what_would_be_lost_is_listed_and_summed_up(folder: Path) -> None:
    assert ask(folder, "impact", "calm") == (
        'Without "Calls are answered" (`calm`), 3 elements would lose their only way to a value:\n'
        '  desk  "Help desk"           map.strat:4:7\n'
        '  wiki  "Wiki"                map.strat:7:7\n'
        '  tags  "Tags on every page"  map.strat:9:7\n'
        "\n"
        'Without "Calls are answered" (`calm`), 1 end would lose its only means:\n'
        '  trust  "Clients trust us"  map.strat:1:7\n'
        "\n"
        "If `calm` went, 3 elements would lose their only way to a value, and 1 end its only means.\n"
    )


def test_the_same_as_a_document(folder: Path) -> None:
    assert document(folder, "calm") == {
        "name": "calm",
        "map": {"name": None, "title": None, "files": ["map.strat"]},
        "title": "Calls are answered",
        "kind": "objective",
        "place": {"path": "map.strat", "line": 2, "column": 11, "end_line": 2, "end_column": 15},
        "stopped": False,
        "in_doubt": False,
        "adrift": ["desk", "wiki", "tags"],
        "bereft": ["trust"],
        "needing": [],
    }
    assert document(folder, "wiki")["needing"] == ["desk"]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (MAP, "tags", "If `tags` went, nothing else would lose its only way to a value, and no end its only means."),
        (
            MAP,
            "wiki",
            "1 element would lose its only way to a value, and no end its only means. It is needed by `desk`.",
        ),
        (MAP, "trust", "It is the only value: the objectives on top would stand in for it."),
        (MAP + "means idle\n", "idle", "It reaches no value as it is."),
        (MAP + "means idle\n    servs calm\n", "idle", "Not everything could be read: there may be other ways."),
        (MAP + "means idle\n    status stopped\n", "idle", "`idle` is stopped: it takes no part. (map.strat:11:7)"),
    ],
)
def test_the_last_line_sums_it_up(folder: Path, text: str, name: str, said: str) -> None:
    (folder / "map.strat").write_text(text, encoding="utf-8")
    assert said in ask(folder, "impact", name)


def test_what_is_stopped_holds_nothing(folder: Path) -> None:
    (folder / "map.strat").write_text(MAP + "means idle\n    status stopped\n    serves trust\n", encoding="utf-8")
    found = document(folder, "idle")
    assert (found["stopped"], found["adrift"], found["bereft"]) == (True, [], [])
