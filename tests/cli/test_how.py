"""`goalgraph how`: what is done for an element, down to the means and what they rely on."""

from pathlib import Path

from tests.cli.test_why import ask, document, folder

__all__ = ["folder"]  # a fixture


def test_every_chain_is_shown_down_to_what_is_there(folder: Path) -> None:
    assert ask(folder, "how", "trust") == (
        'value trust  "Clients trust us"              map.strat:1:7\n'
        '↑ is served by calm  "Calls are answered"    map.strat:3:5\n'
        '↑ is served by desk  "Help desk"             map.strat:5:5\n'
        '↑ needs wiki  "Wiki"                         map.strat:6:5\n'
        '↑ is served by tags  "Tags on every page"    map.strat:10:5\n'
        '↑ is served by wiki  back to "Wiki": a loop  map.strat:8:5\n'
        "\n"
        "`trust` is supported by 1 objective and 3 means, and stands on no loop.\n"
    )


def test_an_end_without_means_is_told(folder: Path) -> None:
    (folder / "map.strat").write_text(
        'value trust "Trust"\nobjective calm "Calm"\n    serves trust\nobjective\tquiet\n    serves calm\n'
    )
    told = ask(folder, "how", "trust")
    assert "  nothing is done for this\n" in told
    assert told.endswith(
        "`trust` is supported by 2 objectives, and stands on no loop; nothing is done for 1 end below it (`quiet`).\n"
    )
    assert ask(folder, "how", "quiet").endswith("`quiet` is supported by nothing, and stands on no loop.\n")


def test_for_programs_links_run_along_purpose_as_in_why(folder: Path) -> None:
    found = document(folder, "how", "trust")
    (answer,) = found["answers"]
    assert found["question"] == "how"
    assert [(link["source"], link["reading"], link["target"]) for link in answer["links"]] == [
        ("calm", "serves", "trust"),
        ("desk", "serves", "calm"),
        ("wiki", "is needed by", "desk"),
        ("tags", "serves", "wiki"),
        ("wiki", "serves", "tags"),
    ]
    assert answer["reached"] == ["calm", "desk", "wiki", "tags"]
    assert (answer["stops"], answer["turning"], answer["on_loop"]) == ([], [], False)


def test_the_leaves_are_data_too(folder: Path) -> None:
    (folder / "map.strat").write_text("value v\nobjective o\n    serves v\nmeans m\n    serves v\n")
    (answer,) = document(folder, "how", "v")["answers"]
    assert [(each["name"], each["leaf"]) for each in answer["elements"]] == [
        ("v", None),
        ("o", "nothing-done"),
        ("m", "ground"),
    ]
    assert answer["stops"] == [["o"]]
