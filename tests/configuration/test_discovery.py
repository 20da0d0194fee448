"""Which configuration holds where, and what it does to a map."""

from datetime import date
from pathlib import Path

import pytest

from goalgraph.config import Config
from goalgraph.configuration.discovery import Configurations, Settings
from goalgraph.configuration.mistakes import BadConfigError
from goalgraph.finding import Severity
from goalgraph.workspace import Workspace

IDLE = (
    'strategy {0}\nvalue v "V"\nobjective o "Better outcomes"\n    serves v\nmeans m "Mm"\n    serves o\nmeans x "Xx"\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "repository"
    (top / ".git").mkdir(parents=True)
    for name in ("one", "two"):
        (top / name / "inner").mkdir(parents=True)
        (top / name / "plan.strat").write_text(IDLE.format(name), encoding="utf-8")
        (top / name / "inner" / "more.strat").write_text('means y "Yy"\n', encoding="utf-8")
    return top


def told(folder: Path, config: Config | None = None) -> list[tuple[str, str]]:
    return [
        (finding.place.where, finding.severity.word)
        for checked in Workspace(config, base=folder).check([folder])
        for finding in checked.findings
    ]


def test_each_map_has_the_configuration_that_is_found_from_it_upward(folder: Path) -> None:
    (folder / "goalgraph.toml").write_text('[rules]\nno-why = "info"\n', encoding="utf-8")
    (folder / "two" / "pyproject.toml").write_text('[tool.goalgraph.rules]\nno-why = "warning"\n', encoding="utf-8")
    assert told(folder) == [
        ("one/inner/more.strat:1:7", "info"),
        ("one/plan.strat:7:7", "info"),
        ("two/inner/more.strat:1:7", "warning"),
        ("two/plan.strat:7:7", "warning"),
    ]
    # A folder that has one of its own is no part of the map above it.
    (folder / "one" / "inner" / "goalgraph.toml").write_text('[rules]\nno-why = "error"\n', encoding="utf-8")
    assert told(folder)[:2] == [("one/inner/more.strat:1:7", "error"), ("one/plan.strat:7:7", "info")]


def test_a_file_of_our_own_beats_that_of_the_project(folder: Path) -> None:
    (folder / "goalgraph.toml").write_text("", encoding="utf-8")
    (folder / "pyproject.toml").write_text('[tool.goalgraph.rules]\nno-why = "off"\n', encoding="utf-8")
    assert {severity for _, severity in told(folder)} == {"error"}


def test_a_file_above_the_repository_is_not_seen(folder: Path) -> None:
    (folder.parent / "goalgraph.toml").write_text('[rules]\nno-why = "off"\n', encoding="utf-8")
    assert {severity for _, severity in told(folder)} == {"error"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[rules]\npurpose = "info"', ["info", "info"]),
        ('[rules]\npurpose = "off"\nno-why = "error"', ["error", "error"]),
        ('[rules]\nno-why = "error"\npurpose = "off"', ["error", "error"]),
        ('[per-path."**/inner/**"]\nno-why = "off"', ["error"]),
        ('[rules]\nno-why = "off"\n[per-path."inner/"]\npurpose = "info"', ["info"]),
        ('[per-path]\n"*.strat" = { no-why = "info" }\n"inner/" = { purpose = "warning" }', ["warning", "info"]),
        ('[per-path]\n"inner/" = { purpose = "warning" }\n"*.strat" = { no-why = "info" }', ["info", "info"]),
        ('[per-path."inner/*.strat"]\npurpose = "off"\nno-why = "info"', ["info", "error"]),
    ],
)
def test_a_path_beats_the_map_the_last_path_the_others_and_a_slug_its_family(
    folder: Path, text: str, expected: list[str]
) -> None:
    (folder / "one" / "goalgraph.toml").write_text(text, encoding="utf-8")
    assert [severity for where, severity in told(folder) if where.startswith("one")] == expected


def test_paths_count_from_the_configuration_wherever_one_stands(folder: Path) -> None:
    (folder / "one" / "goalgraph.toml").write_text('[per-path."/inner/"]\nno-why = "off"\n', encoding="utf-8")
    for base in (folder, folder / "one", folder / "one" / "inner", folder / "two"):
        checked = Workspace(base=base).check([folder / "one"])
        assert [finding.place.path.endswith("plan.strat") for each in checked for finding in each.findings] == [True]


def test_a_given_configuration_is_the_only_one(folder: Path) -> None:
    (folder / "goalgraph.toml").write_text('[rules]\nno-why = "info"\n', encoding="utf-8")
    assert {severity for _, severity in told(folder, Config())} == {"error"}
    assert told(folder, Config(severities={"no-why": Severity.OFF})) == []


def test_defaults_hold_where_nothing_else_is_said_and_changes_always(folder: Path) -> None:
    (folder / "one" / "goalgraph.toml").write_text("today = 2020-01-01\nfail-level = 'info'\n", encoding="utf-8")
    defaults = Config(today=date(2030, 1, 1))
    workspace = Workspace(base=folder, defaults=defaults, changes={"fail_level": Severity.WARNING})
    one, two = (workspace.configurations.of(folder / name).config for name in ("one", "two"))
    assert (one.today, two.today) == (date(2020, 1, 1), date(2030, 1, 1))
    assert one.fail_level is two.fail_level is Severity.WARNING


def test_words_are_added_and_taken_away(folder: Path) -> None:
    text = 'strategy s\nvalue v "V"\nobjective o "Ideate boldly"\n    serves v\n'
    text += 'objective p "Deploy the new portal"\n    serves v\nmeans m "M"\n    serves o, p\n'
    (folder / "one" / "plan.strat").write_text(text, encoding="utf-8")
    (folder / "one" / "inner" / "more.strat").unlink()

    def rules() -> list[str]:
        return [f"{each.rule}:{each.place.line}" for each in Workspace(base=folder).check([folder / "one"])[0].findings]

    assert rules() == ["activity-as-objective:5"]
    settings = '[words]\nactivities = ["ideate"]\n[words.without]\nactivities = ["deploy"]\nthings = ["portal"]\n'
    (folder / "one" / "goalgraph.toml").write_text(settings, encoding="utf-8")
    assert rules() == ["activity-as-objective:3"]


def test_the_size_limit_is_kept_to(folder: Path) -> None:
    (folder / "one" / "goalgraph.toml").write_text("size-limit = 20\n", encoding="utf-8")
    findings = Workspace(base=folder).check([folder / "one" / "plan.strat"])[0].findings
    assert [(finding.rule, finding.message) for finding in findings] == [
        ("unreadable-file", "this file has 0.0 MB, and no more than 2e-05 MB are read")
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"\xff\xfea", "this file is UTF-16"), (b"a = '\xff'", "this file is not UTF-8"), (b"a =", "this is no TOML")],
)
def test_a_configuration_that_is_no_text_is_told(folder: Path, data: bytes, told: str) -> None:
    (folder / "goalgraph.toml").write_bytes(data)
    with pytest.raises(BadConfigError, match=f"goalgraph.toml:1:[0-9]+: {told}"):
        Workspace(base=folder).check([folder])


def test_a_link_to_no_configuration_is_told(folder: Path) -> None:
    (folder / "goalgraph.toml").symlink_to("nowhere")
    with pytest.raises(BadConfigError, match="this link points to nothing"):
        Workspace(base=folder).check([folder])


def test_who_is_tolerant_takes_a_bad_configuration_for_an_empty_one_and_others_hold(folder: Path) -> None:
    (folder / "goalgraph.toml").write_text('[rules]\nno-such-rule = "off"\nno-why = "off"\n', encoding="utf-8")
    (folder / "one" / "goalgraph.toml").write_text('[rules]\nno-why = "info"\n', encoding="utf-8")
    (folder / "two" / "goalgraph.toml").write_text("[rules\n", encoding="utf-8")
    found = Configurations(folder, tolerant=True)
    assert found.of(folder) == Settings(Config(), folder, folder, "goalgraph.toml")
    two = folder / "two"
    assert found.size_limit(two) == Config().size_limit
    assert two not in found.mistakes
    assert found.of(two / "inner") == Settings(Config(), two, two, "two/goalgraph.toml")
    assert found.of(folder / "one").config.severities == {"no-why": Severity.INFO}
    told = {where: [str(each.place.where) for each in mistakes] for where, mistakes in found.mistakes.items()}
    assert told == {folder: ["goalgraph.toml:2:1"], two: ["two/goalgraph.toml:1:7"]}
