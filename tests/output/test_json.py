"""Findings for programs: every document follows the schema and says all that the text says."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

import goalgraph.output
from goalgraph.analysis import Analysis, analyse
from goalgraph.output import concise, json_format, text
from goalgraph.output.drawing import one_line
from goalgraph.output.verdict import Verdict
from goalgraph.rules.catalogue import RULES
from goalgraph.source import Source, Span, Unreadable
from goalgraph.workspace import Workspace
from tests.helpers import blocks

EXAMPLES = Path(__file__).parents[2] / "examples"
SCHEMA = json.loads(Path(goalgraph.output.__path__[0], "schema", "lint-1.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def _pages() -> Iterator[Any]:
    """The blocks of every rule's page; files that are shown in a row are one map."""
    for rule in RULES:
        found = [(info.partition("file=")[2], block, line) for info, block, line in blocks(rule.page)]
        for named, group in groupby(found, key=lambda each: bool(each[0])):
            members = list(group)
            for together in [members] if named else [[member] for member in members]:
                sources = [(name or "map.strat", block) for name, block, _ in together]
                yield pytest.param(sources, id=f"{rule.slug}:{together[0][2]}")


def _examples() -> Iterator[Any]:
    for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        paths = sorted(folder.rglob("*.strat"))
        sources = [(path.relative_to(EXAMPLES).as_posix(), path.read_text(encoding="utf-8")) for path in paths]
        yield pytest.param(sources, id=folder.name)


def _odd() -> Iterator[Any]:
    for name, content in {
        "empty": "",
        "comment": "# nothing",
        "nonsense": "nonsense\n\x00{\n",
        "unclosed": 'means a """\n    never',
        "indented": "    serves a\n",
        "half": "means",
        "many": "".join(f"means m{index}\n    serves m{index + 1 if index % 5 else index}\n" for index in range(100)),
        "complete": "".join(
            f"means m{i}\n    serves {', '.join(f'm{j}' for j in range(9) if j != i)}\n" for i in range(9)
        ),
        "harmful": 'means a "\x1b[31m \u202e \u2028"\n',
    }.items():
        yield pytest.param([("map.strat", content)], id=name)


each_map = pytest.mark.parametrize("sources", [*_pages(), *_examples(), *_odd()])
Sources = list[tuple[str, str]]


def verdict(*analyses: Analysis) -> Verdict:
    return Verdict(analyses, [finding for analysis in analyses for finding in analysis.findings])


def judged(sources: Sources) -> Verdict:
    return verdict(analyse([Source(*source) for source in sources]))


def document(found: Verdict) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json_format.render(found))
    VALIDATOR.validate(read)
    return read


def told(content: str) -> list[dict[str, Any]]:
    findings: list[dict[str, Any]] = document(judged([("map.strat", content)]))["findings"]
    return findings


def where(place: Mapping[str, Any]) -> str:
    return f"{place['path']}:{place['line']}:{place['column']}"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == json_format.SCHEMA == "urn:goalgraph:schema:lint:1"
    assert SCHEMA["properties"]["version"] == {"const": json_format.VERSION}


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"$schema": "other"}, {"more": 1}, {"findings": [{}]}, {"summary": {}}]
)
def test_the_schema_admits_nothing_else(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate({**document(judged([("map.strat", "means a\n")])), **change})


@each_map
def test_a_document_follows_the_schema_and_names_it(sources: Sources) -> None:
    read = document(judged(sources))
    assert (read["$schema"], read["version"]) == ("urn:goalgraph:schema:lint:1", 1)
    assert "failure" not in read


@each_map
def test_a_document_has_every_finding_of_the_map_in_order(sources: Sources) -> None:
    found = judged(sources)
    read = document(found)
    assert [(each["rule"], where(each["place"]), each["message"]) for each in read["findings"]] == [
        (finding.rule, finding.place.where, finding.message) for finding in found.findings
    ]
    counts = [sum(each["severity"] == word for each in read["findings"]) for word in ("error", "warning", "info")]
    assert [read["summary"][key] for key in ("errors", "warnings", "infos")] == counts


@each_map
def test_every_place_lies_inside_its_file(sources: Sources) -> None:
    lines = {path: content.split("\n") for path, content in sources}
    for place in places(document(judged(sources))["findings"]):
        of_file = lines[place["path"]]
        assert (place["line"], place["column"]) <= (place["end_line"], place["end_column"])
        assert place["end_line"] <= len(of_file)
        assert place["column"] <= len(of_file[place["line"] - 1]) + 1
        assert place["end_column"] <= len(of_file[place["end_line"] - 1]) + 1


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Every place anywhere in a document."""
    if isinstance(value, dict):
        if "end_column" in value:
            yield value
        for inner in value.values():
            yield from places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places(inner)


@each_map
def test_no_format_drops_the_path_of_a_loop(sources: Sources) -> None:
    found = judged(sources)
    shown, listed = text.render(found), concise.render(found)
    for each in document(found)["findings"]:
        circle = each.get("circle", [])
        names = [step["name"] for step in circle]
        assert [step["target"] for step in circle] == names[1:] + names[:1]
        if circle:
            assert f"[{' -> '.join([*names, names[0]])}]" in listed
        block = next(part for part in shown.split("\n\n") if f"{each['rule']}]: {one_line(each['message'])}\n" in part)
        drawn = [line for line in block.splitlines() if line.startswith(("       ┌", "       │", "       └"))]
        assert len(drawn) == 2 * len(circle)
        for index, step in enumerate(circle):
            assert drawn[2 * index].split()[1] == step["name"]
            assert f" {step['reading']} " in drawn[2 * index + 1]
            assert all(where(place) in drawn[2 * index + 1] for place in step["places"])


@each_map
def test_what_text_says_is_in_the_document(sources: Sources) -> None:
    found = judged(sources)
    for finding, each in zip(found.findings, document(found)["findings"], strict=True):
        violation = finding.violation
        assert each["why"] == violation.why != ""
        assert (each["helps"], each["notes"]) == (list(violation.helps), list(violation.notes))
        assert each["question"] == violation.question
        assert [label["text"] for label in each["labels"]] == [label.text for label in violation.labels]
        assert ("cut" in each, "fixes" in each) == (violation.cut is not None, bool(violation.fixes))


def test_the_loop_of_the_portal_is_told_whole() -> None:
    (checked,) = Workspace(base=EXAMPLES).check([Path("portal")])
    read = document(verdict(checked.analysis))
    (loop,) = [each for each in read["findings"] if each["rule"] == "closed-loop"]
    assert (loop["family"], loop["severity"]) == ("circularity", "error")
    assert loop["place"] == {"path": "portal/it.strat", "line": 4, "column": 5, "end_line": 4, "end_column": 18}
    assert [(step["name"], step["reading"], *map(where, step["places"])) for step in loop["circle"]] == [
        ("portal-success", "serves", "portal/it.strat:4:5"),
        ("portal", "is needed by", "portal/it.strat:16:5"),
        ("portal-training", "serves", "portal/it.strat:15:5"),
        ("portal-adoption", "serves", "portal/it.strat:8:5"),
    ]
    assert sorted(loop["loop"]) == ["portal", "portal-adoption", "portal-success", "portal-training"]
    assert loop["leads_in"] == ["champions", "dashboard"]
    cut = loop["cut"]
    assert (cut["weight"], cut["proven"], cut["stranded"]) == (1, True, ["portal-success"])
    assert [(arrow["source"], arrow["target"]) for arrow in cut["arrows"]] == [("portal-success", "portal")]
    assert read["summary"] == {
        "files": 2,
        "elements": 23,
        "maps": 1,
        "errors": 2,
        "warnings": 2,
        "infos": 0,
        "ignored": 0,
        "baseline": 0,
    }


def test_an_arrow_that_is_said_from_both_sides_has_both_places() -> None:
    (loop,) = told("means a\n    serves b\nmeans b\n    needs a\n    serves a\n")
    assert [list(map(where, step["places"])) for step in loop["circle"]] == [
        ["map.strat:2:5", "map.strat:4:5"],
        ["map.strat:5:5"],
    ]


def test_columns_count_code_points_from_1_and_end_behind_the_last() -> None:
    finding = told('means a "👍👍" {\n')[-1]
    assert (finding["rule"], finding["place"]["column"], finding["place"]["end_column"]) == ("syntax-error", 14, 15)
    finding = told("means a\n\tserves 日本, e\u0301te\u0301\n")[-1]
    assert finding["place"] == {"path": "map.strat", "line": 2, "column": 13, "end_line": 2, "end_column": 18}


def test_a_fix_says_what_to_write_where() -> None:
    (finding,) = told('value v "V"\nobjective o "O"\n    serves v\nmeans a\n    feeds o\n')
    assert finding["rule"] == "loose-feeds"
    place = {"path": "map.strat", "line": 5, "column": 5, "end_line": 5, "end_column": 10}
    assert finding["fixes"] == [{"title": "say `serves`", "safe": True, "edits": [{"place": place, "text": "serves"}]}]


def test_what_was_not_judged_is_told() -> None:
    nothing = Span(Source("gone.strat", ""), 0, 0)
    read = document(verdict(analyse([Unreadable(nothing, "this link points to nothing", "mend it")])))
    assert read["unchecked"] == ["1 file could not be read: whatever may depend on it was not judged"]
    assert read["summary"]["files"] == 1
    assert read["findings"][0]["place"] == {
        "path": "gone.strat", "line": 1, "column": 1, "end_line": 1, "end_column": 1,
    }  # fmt: skip


def test_text_in_any_script_is_itself() -> None:
    rendered = json_format.render(judged([("map.strat", 'means émoi "日本語 👍"\n')]))
    assert "日本語 👍" in rendered
    assert "émoi" in rendered


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x08", "\x01"])
def test_control_characters_are_escaped_and_come_back(character: str) -> None:
    found = judged([("map.strat", f'means a "x{character}[31m"\n')])
    assert character not in json_format.render(found)
    assert f"x{character}[31m" in document(found)["findings"][0]["message"]


def test_all_of_ten_thousand_findings_are_told() -> None:
    read = document(judged([("map.strat", "".join(f"means m{index}\n" for index in range(10_000)))]))
    assert [each["place"]["line"] for each in read["findings"]] == list(range(1, 10_001))
    assert read["summary"]["errors"] == 10_000


def test_a_failure_is_a_valid_document() -> None:
    read = json.loads(json_format.render_failure('ValueError: "a\nb" \u202e'))
    VALIDATOR.validate(read)
    assert read["failure"] == 'ValueError: "a\nb" \u202e'


def test_a_document_ends_with_a_line_end_and_keeps_its_order() -> None:
    rendered = json_format.render(judged([("map.strat", "means a\n")]))
    assert rendered.endswith("}\n")
    assert list(json.loads(rendered)) == ["$schema", "version", "summary", "unchecked", "findings"]
