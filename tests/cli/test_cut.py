"""`goalgraph cut`: what to take away so that no loop is left, as people and as programs read it."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import goalgraph as package
from tests.cli.running import goalgraph, python

SCHEMA = json.loads((Path(package.__path__[0]) / "output/schema/cut-1.json").read_text(encoding="utf-8"))
VALUE = 'value trust "Clients trust us"\nobjective calm "Calls are answered"\n    serves trust\n'
PAIR = (
    'means desk "Help desk"\n    serves calm, wiki\nmeans wiki "Wiki"\n    serves desk weakly\n'
    'means tips "Tips"\n    serves wiki\n'
)
TANGLE = (
    "means a\n    serves b, c\n    needs c\nmeans b\n    serves c strongly\n    serves a\n"
    "means c\n    serves a strongly\n    serves b weakly\n    serves calm\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def _text(folder: Path, content: str, *arguments: str) -> str:
    (folder / "map.strat").write_text(content, encoding="utf-8")
    done = goalgraph("cut", *arguments, folder=folder)
    assert (done.code, done.err) == (0, "")
    return done.out


def _json(folder: Path, content: str, *arguments: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(_text(folder, content, "--format", "json", *arguments))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(document)
    return document


def test_a_map_without_loops_has_nothing_to_cut(folder: Path) -> None:
    assert _text(folder, VALUE) == "No loop in 1 map: nothing to cut.\n"
    document = _json(folder, VALUE)
    assert document["loops"] == []
    assert document["summary"] == {"maps": 1, "loops": 0, "links": 0, "weight": 0, "bound": 0, "proven": True}


def test_each_arrow_is_told_with_its_place_its_weight_and_what_it_leaves_without_a_why(folder: Path) -> None:
    assert _text(folder, VALUE + PAIR) == (
        'tangled-loop: "Wiki" (`wiki`) and 1 other. Cut:\n'
        "  map.strat:7:5: `wiki serves desk`\n"
        "      weight 2; without it `wiki`, `tips` are without a why\n"
        "  a smallest cut (proven)\n"
        "\n"
        "1 loop in 1 map: cut 1 link of weight 2, proven smallest.\n"
    )


def test_the_same_as_a_document(folder: Path) -> None:
    document = _json(folder, VALUE + PAIR)
    assert document["summary"] == {"maps": 1, "loops": 1, "links": 1, "weight": 2, "bound": 2, "proven": True}
    assert document["loops"] == [
        {
            "rule": "tangled-loop",
            "start": "wiki",
            "elements": ["desk", "wiki"],
            "arrows": [
                {
                    "source": "wiki",
                    "target": "desk",
                    "weight": 2,
                    "links": [
                        {
                            "wording": "wiki serves desk",
                            "place": {"path": "map.strat", "line": 7, "column": 5, "end_line": 7, "end_column": 16},
                        }
                    ],
                    "stranded": ["wiki", "tips"],
                }
            ],
            "weight": 2,
            "bound": 2,
            "proven": True,
            "stranded": ["wiki", "tips"],
        }
    ]


def test_an_arrow_that_is_said_twice_is_cut_at_both_places(folder: Path) -> None:
    twice = (
        "means a\n    serves b weakly\nmeans b\n    needs a\n    serves c strongly\n"
        "means c\n    needs b\n    serves a strongly\n    needs a\n"
    )
    told = _text(folder, twice + "    serves b\n")
    document = _json(folder, twice + "    serves b\n")
    (loop,) = document["loops"]
    for arrow in loop["arrows"]:
        for link in arrow["links"]:
            assert f"{_where(link['place'])}: `{link['wording']}`" in told
    assert document["summary"]["links"] == sum(len(arrow["links"]) for arrow in loop["arrows"])


def _where(place: dict[str, Any]) -> str:
    return f"{place['path']}:{place['line']}:{place['column']}"


def test_several_arrows_are_summed_up(folder: Path) -> None:
    told = _text(folder, VALUE + TANGLE)
    document = _json(folder, VALUE + TANGLE)
    (loop,) = document["loops"]
    assert len(loop["arrows"]) > 1
    assert loop["weight"] == sum(arrow["weight"] for arrow in loop["arrows"])
    assert f"  together they weigh {loop['weight']}" in told
    # Cutting all of it leaves no loop.
    lines = (folder / "map.strat").read_text(encoding="utf-8").splitlines()
    for arrow in loop["arrows"]:
        for link in arrow["links"]:
            number = link["place"]["line"] - 1
            keyword, names = lines[number].split(None, 1)
            kept = [name for name in names.split(", ") if name.split()[0] != link["wording"].split()[-1]]
            lines[number] = f"    {keyword} {', '.join(kept)}" if kept else ""
    assert _text(folder, "\n".join(lines)) == "No loop in 1 map: nothing to cut.\n"


def test_all_loops_of_all_maps_are_told_and_summed_up(folder: Path) -> None:
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "map.strat").write_text(f"strategy {name}\n{VALUE}{PAIR}", encoding="utf-8")
    done = goalgraph("cut", ".", folder=folder)
    assert done.out.count("a smallest cut (proven)") == 2
    assert done.out.endswith("\n\n2 loops in 2 maps: cut 2 links of weight 4, proven smallest.\n")


def test_a_cut_that_is_not_proven_says_how_far_it_may_be_off(folder: Path) -> None:
    size = 60  # a generalised de Bruijn graph: everything is a few steps from everything
    hard = "".join(
        f"means m{number}\n    serves {', '.join(sorted({f'm{(number * 3 + step) % size}' for step in (1, 2, 3)}))}\n"
        for number in range(size)
    )
    document = _json(folder, hard, "--time-limit", "0")
    (loop,) = document["loops"]
    told = _text(folder, hard, "--time-limit", "0")
    if loop["proven"]:
        pytest.fail("this tangle was to be too hard for no time")
    gap = 100 * (loop["weight"] - loop["bound"]) / loop["weight"]
    assert f"it weighs {loop['weight']}, and no cut weighs less than {loop['bound']} (a gap of {gap:.1f} %)" in told
    assert f"at least {loop['bound']} is needed (a gap of {gap:.1f} %)." in told
    # With time it is proven, and the bound was none too high.
    proven = _json(folder, hard)["loops"][0]
    assert proven["proven"]
    assert loop["bound"] <= proven["weight"] <= loop["weight"]


def test_what_could_not_be_read_is_said(folder: Path) -> None:
    told = _text(folder, VALUE + PAIR + "means x\n    nonsense here\n")
    assert "1 line could not be read: whatever may depend on it was not judged\n" in told
    assert len(_json(folder, VALUE + PAIR + "means x\n    nonsense here\n")["unchecked"]) == 1


def test_it_fails_only_where_it_is_asked_to(folder: Path) -> None:
    (folder / "map.strat").write_text(VALUE + PAIR, encoding="utf-8")
    assert goalgraph("cut", folder=folder).code == 0
    assert goalgraph("cut", "--fail", folder=folder).code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "jsn"], "there is no format `jsn`, did you mean `json`?"),
        (["--format", "json:"], "a file is missing after `json:`"),
        (["--format", "json:x.strat"], "x.strat is a map by its name"),
        (["nowhere"], "nowhere is not there"),
        (["--time-limit", "-1"], "Invalid value for '--time-limit'"),
        (["--time-limit", "nan"], "Invalid value for '--time-limit'"),
        (["--time-limit", "soon"], "Invalid value for '--time-limit'"),
    ],
)
def test_wrong_use_is_told(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "map.strat").write_text(VALUE, encoding="utf-8")
    done = goalgraph("cut", *arguments, folder=folder)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_it_is_written_where_it_is_asked_to(folder: Path) -> None:
    expected = _text(folder, VALUE + PAIR)
    assert goalgraph("cut", "-o", "cut.txt", folder=folder).out == ""
    assert (folder / "cut.txt").read_text(encoding="utf-8") == expected
    goalgraph("cut", "--format", "json:cut.json", folder=folder)
    assert json.loads((folder / "cut.json").read_text(encoding="utf-8"))["version"] == 1


def test_hostile_words_do_nothing_to_a_terminal(folder: Path) -> None:
    hostile = 'means a "\x1b[31m \u202e"\n    serves b\nmeans b\n    serves a\n'
    assert not {"\x1b", "\u202e"} & set(_text(folder, hostile))


# Runs the command with a cut that can't be found.
BROKEN = """
import sys
import goalgraph.output.cuts
plan = sys.modules["goalgraph.output.cuts.plan"]
def broken(*_):
    raise ValueError("planted")
plan.smallest_cut = broken
from goalgraph.__main__ import main
main()
"""


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_bug_of_ours_is_told_as_one_and_json_stays_valid(folder: Path, form: str) -> None:
    (folder / "map.strat").write_text(VALUE + PAIR, encoding="utf-8")
    done = python("-c", BROKEN, "cut", "--format", form, folder=folder)
    assert done.code == 3
    assert done.err.startswith("goalgraph: this is a bug in goalgraph, not in your files")
    if form == "json":
        document = json.loads(done.out)
        Draft202012Validator(SCHEMA).validate(document)
        assert (document["failure"], document["loops"]) == ("ValueError: planted", [])
    else:
        assert done.out == ""
