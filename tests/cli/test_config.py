"""Configuration and ignores from the command line, and `goalgraph config`."""

import json
from pathlib import Path
from textwrap import dedent

import pytest
from jsonschema import Draft202012Validator

import goalgraph as package
from goalgraph.rules.catalogue import RULES
from tests.cli.running import goalgraph as command

SCHEMA = json.loads((Path(package.__path__[0]) / "output/schema/config-1.json").read_text(encoding="utf-8"))
MAP = 'strategy s\nvalue v "V"\nobjective o "Better outcomes"\n    serves v\nmeans m "Mm"\n    serves o\nmeans x "Xx"\n'
SETTINGS = """\
fail-level = "warning"
exclude = ["old/"]
[rules]
purpose = "warning"
no-why = "info"
unowned = "info"
[per-path."drafts/**"]
no-why = "off"
[words]
activities = ["spin up"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "map.strat").write_text(MAP, encoding="utf-8")
    return tmp_path


def test_it_tells_what_is_in_force_and_whence(folder: Path) -> None:
    (folder / "goalgraph.toml").write_text(SETTINGS, encoding="utf-8")
    done = command("config", folder=folder)
    assert (done.code, done.err) == (0, "")
    head, rules, paths = done.out.replace("\nrules\n", "\0").replace("\nin ", "\0in ").split("\0")
    assert head == dedent(
        """\
        Settings for ., from goalgraph.toml

        fail-level        warning             goalgraph.toml:1:14
        exclude           old/                goalgraph.toml:2:11
        size-limit        20 MB               default
        today             the day of the run  default
        words.activities  spin up             goalgraph.toml:10:14
        """
    )
    assert paths == "in drafts/**\n  no-why  off  goalgraph.toml:8:10\n"
    said = {line.split()[0]: " ".join(line.split()[1:]) for line in rules.splitlines()}
    assert list(said) == [rule.slug for rule in RULES]
    assert said["no-why"] == "info goalgraph.toml:5:10"
    assert said["no-how"] == "warning goalgraph.toml:4:11 (of all purpose)"
    assert said["unowned"] == "info goalgraph.toml:6:11"
    assert said["unmeasured"] == "off default", "a family does not switch on what is off by default"
    assert said["closed-loop"] == "error default"


def test_without_a_file_all_are_defaults(folder: Path) -> None:
    for path in (".", "map.strat"):
        done = command("config", path, folder=folder)
        assert done.out.startswith(f"Settings for {path}, from no file: all are defaults\n")


def test_it_tells_it_to_programs(folder: Path) -> None:
    for settings in ("", SETTINGS):
        (folder / "goalgraph.toml").write_text(settings, encoding="utf-8")
        document = json.loads(command("config", "map.strat", "--format", "json", folder=folder).out)
        Draft202012Validator.check_schema(SCHEMA)
        Draft202012Validator(SCHEMA).validate(document)
        assert len(document["rules"]) == len(RULES)
    place = {"path": "goalgraph.toml", "line": 2, "column": 11, "end_line": 2, "end_column": 19}
    assert {"key": "exclude", "values": ["old/"], "from": place} in document["settings"]


@pytest.mark.parametrize("arguments", [["lint"], ["render"], ["cut"], ["fmt"], ["config"], ["config", "map.strat"]])
def test_a_configuration_with_mistakes_is_wrong_use_for_every_command(folder: Path, arguments: list[str]) -> None:
    (folder / "goalgraph.toml").write_text('fail-levl = "error"\n[rules]\nclosed-lop = "off"\n', encoding="utf-8")
    done = command(*arguments, folder=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "goalgraph: goalgraph.toml:1:1: there is no setting `fail-levl`, did you mean `fail-level`?\n"
        "goalgraph: goalgraph.toml:3:1: there is no rule or family `closed-lop`, did you mean `closed-loop`?\n"
    )


@pytest.mark.parametrize("arguments", [["lint"], ["lint", "--format", "json"], ["config"]])
def test_a_configuration_that_is_no_toml_is_wrong_use(folder: Path, arguments: list[str]) -> None:
    (folder / "goalgraph.toml").write_text("fail-level: error\n", encoding="utf-8")
    done = command(*arguments, folder=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("goalgraph: goalgraph.toml:1:11: this is no TOML: ")


def test_config_of_what_is_not_there_is_wrong_use(folder: Path) -> None:
    done = command("config", "nowhere", folder=folder)
    assert (done.code, done.err) == (2, "goalgraph: nowhere is not there\n")


@pytest.mark.parametrize(
    ("settings", "arguments", "code"),
    [
        ("", [], 1),
        ('[rules]\nno-why = "warning"\n', [], 0),
        ('fail-level = "warning"\n[rules]\nno-why = "warning"\n', [], 1),
        ('fail-level = "warning"\n[rules]\nno-why = "info"\n', [], 0),
        ('fail-level = "warning"\n[rules]\nno-why = "warning"\n', ["--fail-level", "error"], 0),
        ('[rules]\nno-why = "warning"\n', ["--fail-level", "warning"], 1),
        ('[rules]\nno-why = "off"\n', ["--fail-level", "info"], 0),
    ],
)
def test_the_exit_code_is_by_the_configured_level_unless_the_command_says_another(
    folder: Path, settings: str, arguments: list[str], code: int
) -> None:
    (folder / "goalgraph.toml").write_text(settings, encoding="utf-8")
    assert command("lint", *arguments, folder=folder).code == code


def test_each_map_fails_by_its_own_level(folder: Path) -> None:
    (folder / "strict").mkdir()
    (folder / "map.strat").write_text(MAP.replace('means x "Xx"\n', ""), encoding="utf-8")
    (folder / "strict" / "map.strat").write_text(MAP, encoding="utf-8")
    (folder / "goalgraph.toml").write_text('[rules]\nno-why = "info"\n', encoding="utf-8")
    assert command("lint", folder=folder).code == 0
    (folder / "strict" / "goalgraph.toml").write_text(
        'fail-level = "info"\n[rules]\nno-why = "info"\n', encoding="utf-8"
    )
    assert command("lint", folder=folder).code == 1


def test_fmt_leaves_alone_what_is_excluded(folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "map.strat").write_text("means   x\n", encoding="utf-8")
    (folder / "goalgraph.toml").write_text('exclude = ["old/"]\n', encoding="utf-8")
    assert command("fmt", "--check", folder=folder).code == 0
    assert command("fmt", "--check", "old", folder=folder).code == 1


def test_an_ignore_of_an_unknown_rule_is_wrong_use_and_nothing_is_lost(folder: Path) -> None:
    (folder / "map.strat").write_text(MAP + '# goalgraph: ignore no-wy because "r"\nmeans y\n', encoding="utf-8")
    done = command("lint", "--format", "concise", folder=folder)
    assert done.code == 2
    assert done.err == "goalgraph: map.strat:8:21: this ignore names a rule that does not exist\n"
    assert done.out.splitlines()[:-1] == [
        'map.strat:7:7: error[no-why] "Xx" (`x`) has no why: it serves nothing',
        "map.strat:8:21: error[unused-ignore] there is no rule `no-wy`",
        "map.strat:9:7: error[no-why] `y` has no why: it serves nothing",
    ]


def test_what_is_ignored_is_counted_in_the_summary_and_kept_in_json(folder: Path) -> None:
    (folder / "map.strat").write_text(MAP.rstrip() + '  # goalgraph: ignore no-why because "r"\n', encoding="utf-8")
    done = command("lint", folder=folder)
    assert (done.code, done.out) == (0, "Checked 1 file, 4 elements in 1 map: no findings (1 ignored).\n")
    document = json.loads(command("lint", "--format", "json", folder=folder).out)
    ((silence, rule),) = [(each["silence"], each["rule"]) for each in document["findings"]]
    assert (rule, silence["by"], silence["reason"], silence["place"]["line"]) == ("no-why", "ignore", "r", 7)
    assert document["summary"]["ignored"] == 1
    page = command("render", "-o", "-", folder=folder)
    assert page.code == 0


def test_ignores_run_out_today_unless_another_day_is_configured(folder: Path) -> None:
    text = MAP.rstrip() + '  # goalgraph: ignore no-why because "r" until 2020\n'
    (folder / "map.strat").write_text(text, encoding="utf-8")
    assert command("lint", folder=folder).code == 1
    (folder / "goalgraph.toml").write_text("today = 2020-12-31\n", encoding="utf-8")
    assert command("lint", folder=folder).code == 0


def test_a_loop_over_two_files_is_found_from_one_and_silenced_from_the_other(folder: Path) -> None:
    (folder / "one.strat").write_text("means a\n    serves b\n", encoding="utf-8")
    (folder / "two.strat").write_text("means b\n    serves a\n", encoding="utf-8")
    done = command("lint", "one.strat", "--format", "concise", folder=folder)
    assert done.code == 1
    assert "error[closed-loop]" in done.out
    (folder / "two.strat").write_text(
        'means b\n    serves a  # goalgraph: ignore closed-loop because "r"\n', encoding="utf-8"
    )
    done = command("lint", "one.strat", "--format", "concise", folder=folder)
    assert (done.code, done.out) == (0, "Checked 3 files, 6 elements in 1 map: no findings (1 ignored).\n")


def test_standard_input_has_the_settings_of_the_working_folder(folder: Path) -> None:
    (folder / "goalgraph.toml").write_text('[rules]\nno-why = "off"\n', encoding="utf-8")
    assert command("lint", "-", folder=folder, stdin=MAP.encode()).code == 0
