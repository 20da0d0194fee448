"""`goalgraph why`, and what it has in common with `how` and `impact`: which element is meant, and in which map."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import goalgraph as package
from tests.cli.running import Done, goalgraph, python

SCHEMA = json.loads((Path(package.__path__[0]) / "output/schema/chains-1.json").read_text(encoding="utf-8"))
COMMANDS = ("why", "how", "impact")
MAP = """\
value trust "Clients trust us"
objective calm "Calls are answered"
    serves trust
means desk "Help desk"
    serves calm
    needs wiki
means wiki "Wiki"
    serves tags
means tags "Tags on every page"
    serves wiki
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "map.strat").write_text(MAP, encoding="utf-8")
    return tmp_path


def ask(folder: Path, *arguments: Path | str, stdin: bytes = b"") -> str:
    done = goalgraph(*arguments, folder=folder, stdin=stdin)
    assert (done.code, done.err) == (0, "")
    return done.out


def document(folder: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ask(folder, *arguments, "--format", "json"))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(found)
    return found


def refused(folder: Path, *arguments: str) -> str:
    done = goalgraph(*arguments, folder=folder)
    assert (done.code, done.out) == (2, "")
    return done.err.removeprefix("goalgraph: ").rstrip("\n")


def test_every_chain_is_shown_to_its_end_with_the_places_of_its_links(folder: Path) -> None:
    assert ask(folder, "why", "wiki") == (
        'means wiki  "Wiki"                        map.strat:7:7\n'
        '├─ ↓ serves tags  "Tags on every page"    map.strat:8:5\n'
        '│  ↓ serves wiki  back to "Wiki": a loop  map.strat:10:5\n'
        '└─ ↓ is needed by desk  "Help desk"       map.strat:6:5\n'
        '   ↓ serves calm  "Calls are answered"    map.strat:5:5\n'
        '   ↓ serves trust  "Clients trust us"     map.strat:3:5\n'
        "     a value: nothing further is asked\n"
        "\n"
        "`wiki` reaches 1 value (`trust`), leads to no dead end, and stands on a loop with `tags`.\n"
    )


def test_for_programs_it_is_a_graph(folder: Path) -> None:
    found = document(folder, "why", "wiki")
    (answer,) = found["answers"]
    assert (found["question"], found["name"], found["unchecked"]) == ("why", "wiki", [])
    assert answer["map"] == {"name": None, "title": None, "files": ["map.strat"]}
    assert [element["name"] for element in answer["elements"]] == ["wiki", "tags", "desk", "calm", "trust"]
    assert [element["leaf"] for element in answer["elements"]] == [None, None, None, None, "value"]
    assert [(link["source"], link["reading"], link["target"], link["back"]) for link in answer["links"]] == [
        ("wiki", "serves", "tags", False),
        ("tags", "serves", "wiki", True),
        ("wiki", "is needed by", "desk", False),
        ("desk", "serves", "calm", False),
        ("calm", "serves", "trust", False),
    ]
    assert answer["links"][2]["places"] == [
        {"path": "map.strat", "line": 6, "column": 5, "end_line": 6, "end_column": 15}
    ]
    assert (answer["reached"], answer["stops"], answer["turning"]) == (["trust"], [], ["wiki", "tags"])
    assert (answer["on_loop"], answer["stopped"], answer["in_doubt"]) == (True, False, False)


def test_dead_ends_and_what_is_stopped_are_data_too(folder: Path) -> None:
    (folder / "map.strat").write_text(MAP + "means old\n    status stopped\nmeans idle\n    serves ad\nmeans ad\n")
    (answer,) = document(folder, "why", "idle")["answers"]
    assert (answer["reached"], answer["stops"], answer["elements"][1]["leaf"]) == ([], [["ad"]], "dead-end")
    (answer,) = document(folder, "why", "old")["answers"]
    assert (answer["stopped"], answer["links"], [each["name"] for each in answer["elements"]]) == (True, [], ["old"])


def test_a_file_stands_for_its_whole_map_and_the_working_folder_is_the_default(folder: Path) -> None:
    (folder / "map.strat").unlink()
    (folder / "a.strat").write_text("strategy s\n" + MAP[: MAP.index("means desk")], encoding="utf-8")
    (folder / "b.strat").write_text(MAP[MAP.index("means desk") :], encoding="utf-8")
    everything = ask(folder, "why", "wiki")
    assert "↓ serves trust" in everything
    assert ask(folder, "why", "wiki", "b.strat") == everything
    assert ask(folder, "why", "wiki", folder) == everything


def test_a_map_may_come_from_standard_input(folder: Path) -> None:
    assert "↓ serves trust" in ask(folder, "why", "wiki", "-", stdin=MAP.encode())


@pytest.mark.parametrize("command", COMMANDS)
def test_a_name_that_stands_in_several_maps_is_shown_in_each(folder: Path, command: str) -> None:
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "map.strat").write_text(f'strategy {name} "Plan {name}"\n{MAP}', encoding="utf-8")
    told = ask(folder, command, "calm", "one", "two", "map.strat")
    headings = [line for line in told.splitlines() if line.startswith("In ")]
    assert headings == [
        "In the map of map.strat:",
        'In "Plan one" (`one`), one/map.strat:1:10:',
        'In "Plan two" (`two`), two/map.strat:1:10:',
    ]
    assert "In " not in ask(folder, command, "calm", "one")
    # Maps that don't have it are passed over.
    (folder / "two" / "map.strat").write_text("strategy two\nvalue other\n", encoding="utf-8")
    assert ask(folder, command, "calm", "one", "two") == ask(folder, command, "calm", "one")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("calms", "no element of this map is named `calms`; did you mean `calm` (map.strat:2:11)?"),
        ("Help desk", "no element is named `Help desk`: that is the title of `desk` (map.strat:4:7)"),
        ("the HELP DESK", "no element is named `the HELP DESK`: that is the title of `desk` (map.strat:4:7)"),
        ("every page", "no element of this map is named `every page`; did you mean `tags` (map.strat:9:7)?"),
        ("Cals are anwsered", "did you mean `calm` (map.strat:2:11)?"),
        ("qqq", "no element of this map is named `qqq`"),
        ("", "no element of this map is named ``"),
        ("x\x1b[31m", "no element of this map is named `x\ufffd[31m`"),
    ],
)
def test_what_is_no_name_leads_to_the_nearest(folder: Path, command: str, name: str, said: str) -> None:
    assert said in refused(folder, command, name)


def test_names_from_all_maps_are_offered(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "map.strat").write_text("strategy sub\nvalue calmer\n", encoding="utf-8")
    assert refused(folder, "why", "calme", ".") == (
        "no element of these 2 maps is named `calme`; "
        "did you mean `calmer` (sub/map.strat:2:7) or `calm` (map.strat:2:11)?"
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_name_in_what_could_not_be_read_is_said_to_stand_there(folder: Path, command: str) -> None:
    (folder / "map.strat").write_text(MAP + "objectiv lost\n    serves trust\n", encoding="utf-8")
    assert refused(folder, command, "lost") == (
        "`lost` stands in what could not be read (map.strat:11:10); `goalgraph lint` says why"
    )


def test_a_file_that_could_not_be_read_may_declare_it(folder: Path) -> None:
    (folder / "map.strat").write_text("strategy s\n" + MAP, encoding="utf-8")
    (folder / "other.strat").write_bytes(b"value lost\xff\n")
    assert refused(folder, "why", "lost").endswith("(what other.strat declares is not known: it could not be read)")
    told = ask(folder, "why", "desk")
    assert "Not everything could be read: there may be more whys." in told
    assert "1 file could not be read" in told


@pytest.mark.parametrize("command", COMMANDS)
def test_the_map_itself_is_no_element(folder: Path, command: str) -> None:
    (folder / "map.strat").write_text("strategy plan\n" + MAP, encoding="utf-8")
    assert refused(folder, command, "plan") == "`plan` is the map itself (map.strat:1:10); ask about an element of it"


@pytest.mark.parametrize("command", COMMANDS)
def test_where_there_is_no_map_it_is_wrong_use_unless_allowed(tmp_path: Path, command: str) -> None:
    (tmp_path / ".git").mkdir()
    assert "nothing to check" in refused(tmp_path, command, "calm")
    assert ask(tmp_path, command, "calm", "--allow-empty") == "There is no map here: nothing to tell.\n"
    assert ask(tmp_path, command, "calm", "--allow-empty", "--format", "json").startswith("{")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["calm", "--format", "jsn"], "there is no format `jsn`, did you mean `json`?"),
        (["calm", "--format", "json:x.strat"], "x.strat is a map by its name"),
        (["calm", "nowhere"], "nowhere is not there"),
        ([], "Missing argument 'NAME'"),
    ],
)
def test_wrong_use_is_told(folder: Path, command: str, arguments: list[str], said: str) -> None:
    assert said in refused(folder, command, *arguments)


@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_written_where_it_is_asked_to(folder: Path, command: str) -> None:
    expected = ask(folder, command, "calm")
    assert ask(folder, command, "calm", "-o", "told.txt") == ""
    assert (folder / "told.txt").read_text(encoding="utf-8") == expected
    assert ask(folder, command, "calm", "--format", "json:told.json") == ""
    assert json.loads((folder / "told.json").read_text(encoding="utf-8"))["name"] == "calm"
    assert ask(folder, command, "calm", "--no-cache") == expected


@pytest.mark.parametrize("command", COMMANDS)
def test_hostile_titles_do_nothing_to_a_terminal(folder: Path, command: str) -> None:
    hostile = (
        'value v "\x1b[31m \u202e\x9b"\nobjective o "\x1b]0;x\x07"\n    serves v\nmeans m "\x85\x0b"\n    serves o\n'
    )
    for name in ("one", "two"):
        (folder / name).mkdir()
        text = f'strategy {name} "\x1b[2J"\n{hostile}'
        (folder / name / "map.strat").write_text(text, encoding="utf-8", newline="")
    for form in ("text", "json"):
        told = ask(folder, command, "o", "one", "two", "--format", form)
        assert not set("\x1b\u202e\x9b\x07\x85\x0b") & set(told)


def test_composed_and_decomposed_letters_are_the_same_name(folder: Path) -> None:
    (folder / "map.strat").write_text("value caf\u00e9\n", encoding="utf-8")
    assert "caf\u00e9 is" in ask(folder, "why", "cafe\u0301").replace("`", "")


def test_the_same_is_said_whatever_order_sets_have(folder: Path) -> None:
    told = {
        goalgraph("why", "wiki", folder=folder, environment={"PYTHONHASHSEED": seed}).output for seed in ("1", "2", "3")
    }
    assert len(told) == 1


def test_a_very_long_chain_is_told_line_by_line(folder: Path) -> None:
    names = [f"m{number}" for number in range(20_000)]
    text = "".join(f"means {name}\n    serves {following}\n" for name, following in pairwise(names))
    (folder / "map.strat").write_text(f"{text}means {names[-1]}\n", encoding="utf-8")
    lines = ask(folder, "why", "m0").splitlines()
    assert len(lines) == 20_003
    assert max(map(len, lines)) < 100


# Runs a command with chains that can't be found.
BROKEN = """
import sys
import goalgraph.output.chains, goalgraph.output.impacts
def broken(*_, **__):
    raise ValueError("planted")
sys.modules["goalgraph.output.chains.answer"].chains = broken
sys.modules["goalgraph.output.impacts.assessed"].impact = broken
from goalgraph.__main__ import main
main()
"""


def broken(folder: Path, command: str, form: str) -> Done:
    return python("-c", BROKEN, command, "calm", "--format", form, folder=folder)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_bug_of_ours_is_told_as_one_and_json_stays_valid(folder: Path, command: str) -> None:
    done = broken(folder, command, "text")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("goalgraph: this is a bug in goalgraph, not in your files")
    done = broken(folder, command, "json")
    assert done.code == 3
    failure = json.loads(done.out)
    assert failure["failure"] == "ValueError: planted"
    schema = "impact" if command == "impact" else "chains"
    path = Path(package.__path__[0]) / f"output/schema/{schema}-1.json"
    Draft202012Validator(json.loads(path.read_text(encoding="utf-8"))).validate(failure)
